import { ABILITY_CODES, type AbilityItem, type Levels } from './items.js';

/** What levels 1 to 4 of each item ask, in plain words, in the order of the scale. */
export const DEMAND_WORDS: Readonly<Record<AbilityItem, readonly [string, string, string, string]>> = {
  LIFT: ['搬2公斤以内的东西', '搬5公斤以内的东西', '搬15公斤以内的东西', '搬15公斤以上的东西'],
  STAND: ['一次站15分钟', '一次站1小时', '站半个班', '站一整个班'],
  WALK: ['在屋里走动（轮椅也行）', '一次走500米（轮椅也行）', '一个班走3公里（轮椅也行）', '走得更远，或走不平的路'],
  STAIRS: ['上一级台阶', '一天上下一层楼两次', '上下几层楼', '爬梯子、上屋顶'],
  FINE_HAND: ['按、推，用哪只手脚都行', '一只手能抓、能倒', '两只手折叠、包装、打字', '很快地装小零件'],
  SEE: ['看得见光和大的形状', '看得见大字和路上的障碍', '看得见普通的字', '看得见很小的东西、远处的牌子'],
  COLOUR: ['分得出亮和暗', '分得出红、黄、绿', '分得出相近的颜色', '准确配色'],
  HEAR: ['听得见警报', '在安静的屋里听一个人说话', '听电话，或听几个人说话', '在嘈杂的地方听清话'],
  SPEAK: ['说单个的词或打手势', '和熟人说短句', '和生人交谈', '一天都要播报、讲解'],
  READ: ['读名字和数字', '读短的便条', '读表格和记录', '读长文章和报告'],
  INSTRUCTIONS: ['学会一件事，教一遍', '学会固定的两三步', '每天的活不一样', '自己安排活'],
  PACE: ['每天做够数量', '每小时做够数量', '有忙的时候', '跟着机器的速度'],
  CROWD: ['和几个熟人在一起', '有时有来访的人', '大半天和外人打交道', '人很多，要处理投诉'],
  NIGHT: ['有时到晚上', '有些夜班，和别人一起', '经常夜班', '夜里一个人'],
  OUTDOORS: ['短时间出门办事', '半天在户外', '大半天在户外，什么天气都去', '整天在户外，偏远或路难走'],
  TRANSPORT: ['走路上班，或有人接', '坐一趟直达的车', '要换车', '自己开车，跑几个地方'],
};

/** What a level of an item asks, in plain words; level 0 asks for nothing. */
export const demandSentence = (item: AbilityItem, level: number): string => DEMAND_WORDS[item][level - 1] ?? '没有要求';

/** The demands of a post as sentences for a reader, one an item that asks for something, with the task behind it where it is named. */
export const demandSentences = (
  demands: Readonly<Record<string, number>> | null,
  tasks: Readonly<Record<string, string>> | null = null,
): string[] =>
  ABILITY_CODES.flatMap((item) => {
    const level = (demands as Levels | null)?.[item] ?? 0;
    if (level < 1) return [];
    const task = tasks?.[item];
    return [task ? `${demandSentence(item, level)}：${task}` : demandSentence(item, level)];
  });
