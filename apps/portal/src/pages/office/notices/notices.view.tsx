import type { VNode } from 'preact';
import {
  Button,
  Card,
  CardList,
  dayText,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  Notice,
  Page,
  Pager,
  PostForm,
  yuan,
} from '@tongxing/ui';
import type { OfficeNoticesQuery } from '../../../gql/generated.js';

type Row = OfficeNoticesQuery['publicNotices']['edges'][number]['node'];

const tagOf = ({ open, state }: Row): string => (open ? '公示期内' : state === 'WITHDRAWN' ? '已撤下' : '已结束');

/** 公示: names leave masked; the API refuses to publish anything else, and to end one before its days are over. */
export function OfficeNoticesPage(props: {
  frame: Frame;
  csrf: string;
  once: () => string;
  form: FormState;
  scheme: { code: string; name: string };
  candidates: OfficeNoticesQuery['noticeCandidates'];
  notices: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  const { candidates, scheme } = props;
  return (
    <Page frame={props.frame} title="公示" service="工作台" wrong={props.form.problems.length > 0}>
      <ErrorSummary form={props.form} />
      <h2>等着公示的</h2>
      {candidates.count === 0 ? (
        <p>现在没有等着公示的。</p>
      ) : (
        <Notice>
          <p>
            {scheme.name}：{candidates.count} 人，共 {yuan(candidates.totalYuan)}
          </p>
          <PostForm
            action="/office/notices/publish"
            csrf={props.csrf}
            once={props.once()}
            hidden={{ scheme: scheme.code }}
          >
            <Button>公示 {candidates.count} 人</Button>
          </PostForm>
          <p class="small">姓名会遮住一部分，不写证号和卡号。</p>
        </Notice>
      )}
      <h2>公示过的</h2>
      {props.notices.length === 0 && <Empty text="还没有公示过。" />}
      <CardList>
        {props.notices.map((notice) => (
          <Card
            key={notice.id}
            level={3}
            href={`/office/notices/${notice.id}`}
            title={notice.title}
            tag={{ text: tagOf(notice), tone: notice.open ? 'warn' : 'plain' }}
          >
            <p>
              {dayText(notice.startsOn)}到{dayText(notice.endsOn)}
            </p>
            {notice.state === 'PUBLISHED' && (
              <PostForm action={`/office/notices/${notice.id}/close`} csrf={props.csrf} once={props.once()}>
                <Button kind="second">结束公示：{notice.title}</Button>
              </PostForm>
            )}
          </Card>
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}
