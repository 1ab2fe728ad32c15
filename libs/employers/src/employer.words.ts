/** The office's words about employers and posts, and their codes, as rosters write them. */

/** 单位性质 of the units that may owe the levy. */
export const UNIT_KIND_WORDS = {
  机关: 'GOVERNMENT_ORGAN',
  事业单位: 'PUBLIC_INSTITUTION',
  社会团体: 'SOCIAL_ORGANISATION',
  企业: 'ENTERPRISE',
  民办非企业: 'PRIVATE_NON_ENTERPRISE',
} as const;

/** 行政层级 */
export const ADMIN_LEVELS = { 省级: 'PROVINCE', 地市级: 'PREFECTURE', 县级: 'COUNTY', 乡级: 'TOWNSHIP' } as const;
export type AdminLevel = (typeof ADMIN_LEVELS)[keyof typeof ADMIN_LEVELS];

/** 公益性岗位类别: the eight usual ones; the list is open. @source 同心县规划（征求意见稿）专栏3-2 */
export const WELFARE_KINDS = {
  乡村保洁员: 'VILLAGE_CLEANER',
  水管员: 'WATER_KEEPER',
  护路员: 'ROAD_KEEPER',
  生态护林员: 'FOREST_RANGER',
  社会救助协理员: 'RELIEF_ASSISTANT',
  农家书屋管理员: 'VILLAGE_LIBRARIAN',
  残疾人专职委员: 'VILLAGE_COMMISSIONER',
  社区服务人员: 'COMMUNITY_WORKER',
} as const;

/** DRAFT: being written, seen by nobody outside; PAUSED: nobody said that it is still offered; CLOSED: taken back, may be opened again. */
export const POST_STATES = ['DRAFT', 'OPEN', 'PAUSED', 'CLOSED'] as const;
export type PostState = (typeof POST_STATES)[number];
