/** Warnings of a computation that a person has to know. */
export const WARNINGS: Readonly<Record<string, string>> = {
  CAP_UNKNOWN: '社会平均工资还没公布，这里没有算上限。',
};
