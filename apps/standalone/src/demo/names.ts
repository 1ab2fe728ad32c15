import type { Random } from './random.js';

/**
 * Names that nobody bears. Every one holds a mark such as 示 or 例 and a numeral, so that whoever reads one sees at once that it was
 * made up; for the rest they are as varied as a register is: names of three and four characters, rare characters, long ones with a dot.
 */
const MARKS = [...'示例测试样演'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const NUMERALS = [...'一二三四五六七八九十'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
/** Characters outside the old character sets: extension A, B, E, F. Files, databases and pages must carry them. */
const RARE = [...'㐀㛃䶮䴖𠮷𪚥𬘬𫖯'];
/** Sounds as in long Hui names; the mark stands in the part after them. */
const LONG = ['尤素夫', '伊卜拉欣', '穆萨', '哈桑', '阿依舍', '法图麦', '海迪彻', '努尔', '赛里麦', '尔撒'];

const RARE_SHARE = 0.01;
const LONG_SHARE = 0.015;

/** Family names by county, the commonest first. */
const SURNAMES: Readonly<Record<string, string>> = {
  '640324': '马马马马马马杨杨杨李李王王丁丁白白罗罗金金周周田田张张锁买苏穆海撒虎何刘陈',
  '360734': '刘刘刘曾曾陈陈谢谢钟钟黄黄赖赖古古潘邝汪彭凌严易罗李林',
};
const ANYWHERE = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

export class Names {
  private readonly surnames: string[];

  constructor(
    private readonly random: Random,
    countyCode: string,
  ) {
    this.surnames = [...(SURNAMES[countyCode] ?? ANYWHERE)];
  }

  surname(): string {
    return this.random.pick(this.surnames);
  }

  /** A full name; with a surname where the family has one. @param plain without rare characters and dots: such a name is shown first */
  full(surname = this.surname(), plain = false): string {
    const { random } = this;
    const mark = random.pick(MARKS);
    const form = random.float();
    if (plain || form >= RARE_SHARE + LONG_SHARE) {
      return random.chance(0.5)
        ? `${surname}${mark}${random.pick([...STEMS, ...NUMERALS, ...BRANCHES])}`
        : `${surname}${mark}${random.pick(STEMS)}${random.pick([...NUMERALS, ...BRANCHES])}`;
    }
    if (form < RARE_SHARE) return `${surname}${mark}${random.pick(RARE)}`;
    const last = `${surname}${mark}${random.pick(STEMS)}`;
    // Never 示例 first: a reader of rosters takes such a row for the template's sample.
    return random.chance(0.3) ? `${random.pick(LONG)}·${random.pick(LONG)}·${last}` : `${random.pick(LONG)}·${last}`;
  }
}
