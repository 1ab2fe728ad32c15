/** Warnings of a computation that a person has to know. */
export const WARNINGS: Readonly<Record<string, string>> = {
  CAP_UNKNOWN: '社会平均工资还没公布，这里没有算上限。',
  RATIO_BELOW_FLOOR: '规定比例低于全国最低的1.5%，请核对。',
};
