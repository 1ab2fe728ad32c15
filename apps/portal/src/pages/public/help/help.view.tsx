import type { VNode } from 'preact';
import { type Frame, Page } from '@tongxing/ui';

/** 无障碍声明: what we aim at, how we check, what is not done yet. */
export function AccessibilityPage({ frame, answerDays }: { frame: Frame; answerDays: number }): VNode {
  return (
    <Page frame={frame} title="无障碍声明" readable>
      <p>我们希望每个人都能自己用这个网站。</p>
      <h2>我们按什么标准做</h2>
      <ul>
        <li>WCAG 2.2 的 AA 级，正文对比度到 7 比 1。</li>
        <li>GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。</li>
        <li>《无障碍环境建设法》第三十二条。</li>
      </ul>
      <h2>我们怎么检查</h2>
      <ul>
        <li>每个页面都用程序检查，错误要为零。</li>
        <li>每个页面都检查小屏、大字、高对比和深色。</li>
        <li>关掉脚本，主要的事也能办完。</li>
      </ul>
      <h2>还没有做到的</h2>
      <ul>
        <li>还没有请残障用户用读屏软件逐页测试。</li>
        <li>还没有拼音、易读版和语音版。</li>
        <li>下载的表格没有做过读屏测试。</li>
      </ul>
      <h2>遇到困难怎么办</h2>
      <p>
        请<a href="/feedback">写给我们</a>，或打 12385，告诉我们是哪个页面。我们 {answerDays} 个工作日内回复。
      </p>
    </Page>
  );
}

/** 人工帮助 */
export function HelpPage({ frame }: { frame: Frame }): VNode {
  return (
    <Page frame={frame} title="人工帮助" readable>
      <p>看不清、听不见、不会填，都可以请人帮忙。</p>
      <h2>打电话</h2>
      <ul>
        <li>
          <a class="phone" href="tel:12385">
            12385 残疾人服务热线
          </a>
        </li>
        <li>
          <a class="phone" href="tel:12345">
            12345 政务服务热线
          </a>
        </li>
      </ul>
      <h2>找身边的人</h2>
      <ul>
        <li>村里的残疾人专职委员可以陪您填。</li>
        <li>就业辅导员可以到家里来。</li>
        <li>县残联服务窗口可以当面办。</li>
      </ul>
      <p>请带身份证和残疾人证。不要把密码告诉别人。</p>
      <h2>请人在网上代办</h2>
      <p>
        登录后到<a href="/me/helpers">帮我办事的人</a>登记，不用告诉他密码。
      </p>
      <p>他办了什么，您都看得到，随时可以停止。</p>
    </Page>
  );
}

/** 隐私 */
export function PrivacyPage({ frame }: { frame: Frame }): VNode {
  return (
    <Page frame={frame} title="隐私" readable>
      <h2>我们存什么</h2>
      <p>姓名、证件、联系方式、能力和愿望、申请和发放记录。</p>
      <h2>谁能看</h2>
      <ul>
        <li>您自己能看全部。</li>
        <li>工作人员只能看本地区、和工作有关的内容。</li>
        <li>用人单位看不到您的残疾类别和等级。</li>
        <li>公示只写姓的一部分，不写证号和卡号。</li>
      </ul>
      <p>
        每一条规定都公开：<a href="/who-may">谁能做什么</a>。
      </p>
      <h2>怎么保护</h2>
      <ul>
        <li>证件号、电话、卡号加密保存。</li>
        <li>半小时不用会自动退出。</li>
        <li>网站只用必要的 Cookie：登录、阅读设置、防伪。</li>
      </ul>
      <h2>您可以要求</h2>
      <p>查看、更正、删除您的信息。请打 12385 或到窗口办。</p>
    </Page>
  );
}
