import {
  Actions,
  Button,
  DataTable,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PostForm,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { PostCandidatesQuery } from '../../../gql/generated.js';

/** 可能合适的人: how many, and rows without a name. Who wants one asks the federation, which asks the person. */
export function CandidatesPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  post: PostCandidatesQuery['employerPost'];
  list: PostCandidatesQuery['employerShortlist'];
}): VNode {
  const { post, list } = props;
  const edit = `/org/posts/${post.id}`;
  return (
    <Page
      frame={props.frame}
      title="可能合适的人"
      service={post.title}
      crumbs={[
        { href: '/org/posts', text: '岗位' },
        { href: edit, text: post.title },
      ]}
      wrong={props.form.problems.length > 0}
    >
      <ErrorSummary form={props.form} />
      {list.asOf.late && (
        <Notice tone="warn">
          <p>名单不是最新的，请过一会儿再看。</p>
        </Notice>
      )}
      {!list.open ? (
        <Empty text="这个岗位现在没在招，没有名单。发布以后再来看。">
          <LinkButton href={edit}>回到岗位</LinkButton>
        </Empty>
      ) : (
        <>
          <p>本县在找工作、干得了这个活的：{list.text}。</p>
          <p>只算同意让单位看到的人，按 5 人一档说。</p>
          {list.candidates.length === 0 ? (
            <Empty text="少于5人时不列出来，免得认出是谁。可以看看哪些要求挡住了人，或请残联推荐。">
              <LinkButton href={`${edit}/people`}>看哪些要求挡住了人</LinkButton>
            </Empty>
          ) : (
            <DataTable
              caption="可能合适的人，没有姓名"
              rows={list.candidates}
              rowId={({ candidateRef }) => `c-${candidateRef}`}
              columns={[
                { title: '代号', cell: ({ candidateRef }) => candidateRef, whole: true },
                {
                  title: '岗位的要求',
                  cell: ({ meets, meetsWith }) => (meets ? '都够得上' : `有${meetsWith.join('、')}就够得上`),
                },
                { title: '远近', cell: ({ travelText }) => travelText },
                {
                  title: '想请他来',
                  cell: ({ candidateRef, asked }) =>
                    asked ? (
                      '请残联问了'
                    ) : (
                      <PostForm action={`${edit}/candidates`} csrf={props.csrf} hidden={{ ref: candidateRef }}>
                        <Button kind="second">请残联问问 {candidateRef}</Button>
                      </PostForm>
                    ),
                },
              ]}
            />
          )}
          <h2>想请谁，怎么办</h2>
          {list.candidates.length === 0 ? (
            <p>请打县残联的电话，报岗位名称，请残联推荐。</p>
          ) : (
            <>
              <p>按「请残联问问」，或打县残联的电话，报岗位名称和代号。残联先问本人，本人愿意才来应聘。</p>
              <p>本人愿不愿意，名单上看不出来。愿意的，会在「应聘的人」里出现。</p>
              <p>岗位一改，代号就换，请先问再改。</p>
            </>
          )}
          <p>一小时最多看、问一共 20 次。</p>
          <Actions>
            <LinkButton href="/help" kind="second">
              残联的电话
            </LinkButton>
            <LinkButton href={edit} kind="second">
              回到岗位
            </LinkButton>
          </Actions>
        </>
      )}
    </Page>
  );
}
