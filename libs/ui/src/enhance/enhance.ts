/**
 * The whole enhancement script: one ES module without imports, served as a hashed file.
 * Every page works without it; engines too old for `type=module` never load it.
 * Nothing here builds markup from text, so Trusted Types stay satisfied.
 */

const WORDS = {
  left: (count: number) => (count >= 0 ? `还可以写 ${count} 个字` : `多了 ${-count} 个字`),
  read: '朗读',
  stop: '停止朗读',
  offline: '现在没有网络。您填的内容还在。',
  online: '网络恢复了。',
  soon: '您很久没动了，再过 5 分钟会退出。',
  stay: '继续用',
  leave: '知道了',
  failed: '没有续上。您填的内容会留住，可以先提交。',
  hidden: '时间到了，号码收起来了',
};
/** 25 of the 30 minutes that a session may be idle. */
const WARN_AFTER_MS = 25 * 60_000;
const KEEP_ADDRESS = '/session/ending';
const COUNT_DELAY_MS = 800;
const SEND_AGAIN_MS = 5_000;

function make(tag: 'p' | 'button' | 'dialog', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Errors and results are read out first: the summary takes the focus when the page opens. */
function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}

/** Says how many characters are left: at once to the eye, after a pause to the ear. */
function countCharacters(area: HTMLTextAreaElement): void {
  const limit = Number(area.dataset.limit);
  const shown = make('p', 'hint', '');
  const spoken = make('p', 'vh', '');
  shown.setAttribute('aria-hidden', 'true');
  spoken.setAttribute('role', 'status');
  area.after(shown, spoken);
  let timer = 0;
  const update = () => {
    const words = WORDS.left(limit - [...area.value].length);
    shown.textContent = words;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      spoken.textContent = words;
    }, COUNT_DELAY_MS);
  };
  area.addEventListener('input', update);
  update();
}

/** 朗读: only where the engine can speak; Android's WebView cannot. */
function offerReading(main: HTMLElement): void {
  if (!('speechSynthesis' in window) || main.dataset.read !== 'yes') return;
  const button = make('button', 'quiet', WORDS.read) as HTMLButtonElement;
  button.type = 'button';
  const rest = () => {
    button.textContent = WORDS.read;
  };
  button.addEventListener('click', () => {
    if (window.speechSynthesis.speaking) {
      window.speechSynthesis.cancel();
      rest();
      return;
    }
    const speech = new SpeechSynthesisUtterance(main.innerText.replace(WORDS.read, ''));
    speech.lang = 'zh-CN';
    speech.onend = rest;
    window.speechSynthesis.speak(speech);
    button.textContent = WORDS.stop;
  });
  main.querySelector('h1')?.after(button);
}

/** Says once when the network goes and once when it is back. */
function watchNetwork(status: HTMLElement): void {
  window.addEventListener('offline', () => {
    status.textContent = WORDS.offline;
  });
  window.addEventListener('online', () => {
    status.textContent = WORDS.online;
  });
}

/** A second press while the first is on its way sends nothing. */
function sendOnce(form: HTMLFormElement): void {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    // An answer that is a download leaves this page standing: its button works again after a while.
    window.setTimeout(() => {
      sent = false;
    }, SEND_AGAIN_MS);
  });
  // A page that comes back from the history cache may be sent again.
  window.addEventListener('pageshow', () => {
    sent = false;
  });
}

/** 快要退出: asks in a dialog, and stays signed in without leaving the page. The banner of the style sheet is then not needed. */
function warnBeforeEnd(banner: HTMLElement): void {
  if (!('HTMLDialogElement' in window)) return;
  const dialog = make('dialog', 'notice warn', '') as HTMLDialogElement;
  const text = make('p', '', WORDS.soon);
  text.id = 'ends-soon';
  dialog.setAttribute('aria-labelledby', text.id);
  const stay = make('button', 'btn', WORDS.stay) as HTMLButtonElement;
  const leave = make('button', 'btn second', WORDS.leave) as HTMLButtonElement;
  dialog.append(text, stay, leave);
  banner.replaceWith(dialog);
  const wait = () =>
    window.setTimeout(() => {
      text.textContent = WORDS.soon;
      dialog.showModal();
    }, WARN_AFTER_MS);
  leave.addEventListener('click', () => dialog.close());
  stay.addEventListener('click', () => {
    // The address answers a page only to whoever is still signed in; anybody else is led away.
    void fetch(KEEP_ADDRESS, { redirect: 'error' })
      .then((answer) => {
        if (!answer.ok) throw new Error('ended');
        dialog.close();
        wait();
      })
      .catch(() => {
        text.textContent = WORDS.failed;
      });
  });
  wait();
}

/** A clear number goes when its minute is over, and when the page is left: the history cache keeps no number. */
function hideInTime(value: HTMLElement): void {
  const hide = () => {
    value.textContent = WORDS.hidden;
  };
  window.setTimeout(hide, Number(value.dataset.hideAfter) * 1_000);
  window.addEventListener('pagehide', hide);
}

focusSummary();
for (const value of document.querySelectorAll<HTMLElement>('[data-hide-after]')) hideInTime(value);
for (const banner of document.querySelectorAll<HTMLElement>('.soon')) warnBeforeEnd(banner);
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) countCharacters(area);
for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) sendOnce(form);
const main = document.querySelector('main');
if (main) offerReading(main);
const status = document.getElementById('status');
if (status) watchNetwork(status);

export {};
