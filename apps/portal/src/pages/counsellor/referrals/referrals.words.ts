/** Why somebody left a post; the codes are those of a placement's end. */
export const LEFT_REASONS = [
  { value: 'RESIGNED', text: '本人不做了' },
  { value: 'DISMISSED', text: '单位解除' },
  { value: 'OTHER_JOB', text: '有了别的工作' },
  { value: 'TERM', text: '期限到了' },
  { value: 'PENSION', text: '到龄退休' },
  { value: 'ABSENCE', text: '长期不到岗' },
  { value: 'MOVED', text: '搬走了' },
  { value: 'DIED', text: '去世' },
];
export const MAX_NOTE = 200;
