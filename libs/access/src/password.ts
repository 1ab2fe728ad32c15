import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@tongxing/platform';

/** Argon2id as security.md wants it: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;

/**
 * What people really choose when they have to reach ten characters, from the tops of published lists of leaked passwords (worldwide and
 * Chinese ones), small letters. Our own short list: the long ones bring megabytes for entries that are too short to be allowed anyway.
 */
const WORST = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a a123456789 aa123456789 qq123456789 123456789q 123456789qq
   1234554321 1122334455 1112223334 1231231231 123123123123 1234512345 1234561234 123456123456 123456654321 6666666666 8888888888 5201314520
   52013145201314 5201314woaini woaini1314 woaini1314520 woaini5201314 woaini520 iloveyou1314 iloveyou520 iloveyou123 iloveyou1234 1314520520
   1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qwertyuiop qwertyuiop123 qwerty123456 qwerty12345 qwerty1234 asdfghjkl123 asdfghjkl1
   zxcvbnm123 zxcvbnm1234 qazwsxedc123 qazwsx123456 abc1234567 abc123456789 abcd123456 abcd12345678 abcde12345 a1b2c3d4e5 aaa123456789
   asd123456789 asdf123456 asdf1234567 zxc123456789 password01 password12 password123 password1234 password12345 password@123 p@ssw0rd123
   passw0rd123 p@ssword123 administrator admin12345 admin123456 admin1234567 admin@12345 admin@123456 root123456 root1234567 test123456
   test1234567 welcome123 welcome1234 letmein123 letmein1234 changeme123 default123 guest123456 user123456 system123456 china12345
   china123456 nihao123456 nihaoma123 zhongguo123 zhongguo1 beijing2008 beijing123 ningxia123 yinchuan123 canlian123 canlian123456 canlian12385
   tongxing123 tongxing1234 1357924680 2468013579 0147258369 1472583690 1597534862 7894561230 1475963258 7777777777 9999999999 0000000000
   1111111111 1212121212 1010101010 1313131313 2222222222 3333333333 5555555555 woaiwojia123 wobuzhidao 1234567890a a1234567890 1234567890q
   q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx3edc !qaz2wsx3edc 1qaz@wsx3edc qwer123456 qwer12345678 qweasdzxc123 qweasd123456 wang123456 zhang123456
   liu123456789 li123456789 football123 baseball123 sunshine123 princess123 monkey12345 dragon12345 superman123 computer123 internet123`
    .split(/\s+/)
    .filter(Boolean),
);

/** Hashes a password for storage. */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

/** True when the password belongs to the hash; an account without a password (empty hash) has none that fits. */
export const passwordMatches = async (passwordHash: string, password: string): Promise<boolean> =>
  passwordHash !== '' && (await verify(passwordHash, password));

const steps = (text: string): number[] =>
  [...text].slice(1).map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));

/** 0000000000, 9876543210, abcdefghij: every step between neighbours is the same one of 0, 1, −1. */
const isRun = (text: string): boolean => {
  const [first = 2, ...others] = steps(text);
  return Math.abs(first) <= 1 && others.every((step) => step === first);
};

/**
 * Refuses what is guessed first. Nothing is asked of the kinds of characters, and no change after some days: both lead to worse passwords.
 *
 * @param names what must not make up the password: sign-in name, own name
 * @throws DomainError VALIDATION on `password`
 */
export function requireGoodPassword(password: string, names: readonly string[]): void {
  const refuse = (message: string): never => {
    throw new DomainError('VALIDATION', message, {
      field: 'password',
      hint: '可以用几个不相干的词连起来，容易记，别人猜不到。',
    });
  };
  const length = [...password].length;
  if (length < MIN_PASSWORD) refuse(`密码至少 ${MIN_PASSWORD} 位。`);
  if (length > MAX_PASSWORD) refuse(`密码最多 ${MAX_PASSWORD} 位。`);
  const small = password.toLowerCase();
  if (WORST.has(small) || isRun(small)) refuse('这个密码太常见，很容易被猜到。');
  const rest = names
    .filter((name) => name.length >= 3)
    .reduce((text, name) => text.replaceAll(name.toLowerCase(), ''), small);
  if ([...rest].length < MIN_PASSWORD / 2) refuse('密码不能主要由账号名或姓名组成。');
}
