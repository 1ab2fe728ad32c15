import type { VNode } from 'preact';
import { Actions, Button, type FormState, type Frame, LinkButton, Page, Radios } from '@tongxing/ui';

/** 阅读设置: how large, which colours. */
export function ReadingPage(props: { frame: Frame; form: FormState; back: string }): VNode {
  return (
    <Page frame={props.frame} title="阅读设置">
      <p>设置只存在这部手机或电脑上。</p>
      <form method="post" action="/settings/reading">
        <input type="hidden" name="back" value={props.back} />
        <Radios
          form={props.form}
          name="size"
          label="字的大小"
          choices={[
            { value: 'normal', text: '标准字' },
            { value: 'large', text: '大字版' },
            { value: 'huge', text: '特大字' },
          ]}
        />
        <Radios
          form={props.form}
          name="theme"
          label="颜色"
          choices={[
            { value: 'auto', text: '跟随系统' },
            { value: 'light', text: '浅色' },
            { value: 'dark', text: '深色' },
            { value: 'contrast', text: '高对比', hint: '黑底，白字和黄字' },
          ]}
        />
        <Actions>
          <Button>保存设置</Button>
          <LinkButton href={props.back} kind="second">
            返回
          </LinkButton>
        </Actions>
      </form>
    </Page>
  );
}
