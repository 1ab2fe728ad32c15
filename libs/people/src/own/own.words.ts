/** Parts of the own profile, in the order of its page. */
export const OWN_SECTIONS = {
  SKILLS: '会做的事',
  LICENCES: '我的证照',
  WORK: '想做的工作',
  PLACES: '能去的地方',
  NEEDS: '需要什么帮助',
} as const;
/** Its lines are saved one by one; here it stands for having been asked for all of them. */
export const LICENCES = 'LICENCES';
export type OwnSectionCode = keyof typeof OWN_SECTIONS;
export const isOwnSection = (text: string): text is OwnSectionCode => Object.hasOwn(OWN_SECTIONS, text);

/** What a workplace must have for the person; posts without it are not recommended. The words of employers' 提供的便利. */
export const WORKPLACE_NEEDS = [
  '坡道电梯',
  '无障碍卫生间',
  '可坐着工作',
  '读屏软件',
  '大字材料',
  '文字沟通',
  '手语翻译',
  '安静岗位',
  '班车接送',
  '导盲犬',
] as const;

/** What helps when somebody is called, met or interviewed; it keeps no post away. */
export const MEETING_NEEDS = ['面试有手语翻译', '文字联系', '安静位置', '陪同面试', '讲慢一点'] as const;

/** What is offered to everybody who applies for a post, besides the own needs. */
export const APPLICATION_NEEDS: readonly string[] = [...MEETING_NEEDS, '坡道电梯'];
