import { type FormState, TextInput } from '@tongxing/ui';
import type { VNode } from 'preact';

/** A new password, typed twice. */
export function NewPassword({ form }: { form: FormState }): VNode {
  return (
    <>
      <TextInput
        form={form}
        name="password"
        label="新密码"
        hint="至少 10 位。几个不相干的词连起来，好记又难猜"
        type="password"
        autocomplete="new-password"
        width="w20"
      />
      <TextInput
        form={form}
        name="again"
        label="再填一次新密码"
        type="password"
        autocomplete="new-password"
        width="w20"
      />
    </>
  );
}
