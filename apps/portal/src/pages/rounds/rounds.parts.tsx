import type { VNode } from 'preact';
import { DataTable } from '@tongxing/ui';
import type { RoundPostRowFragment, RoundTierRowFragment } from '../../gql/generated.js';
import { seatsText } from './rounds.words.js';

/** 优先档, each with its basis. */
export function TierTable({ tiers }: { tiers: readonly RoundTierRowFragment[] }): VNode {
  if (tiers.length === 0) return <p>不分档，只看摇到的号，号小的在前。</p>;
  // Behind household members stands nobody: everybody else on such a roster has a certificate.
  const others =
    tiers.at(-1)?.status === 'HOUSEHOLD_MEMBER'
      ? []
      : [{ status: 'OTHERS', statusText: '其他人', basis: '—', entrants: null, place: tiers.length + 1 }];
  const rows = [...tiers.map((tier, index) => ({ ...tier, place: index + 1 })), ...others];
  const isCounted = tiers.some(({ entrants }) => entrants !== null);
  return (
    <>
      <p>前一档的人先分。同一档里，号小的在前。</p>
      <DataTable
        caption="优先顺序"
        rows={rows}
        rowId={({ place }) => `tier-${place}`}
        columns={[
          { title: '档', whole: true, cell: ({ place }) => `第${place}档` },
          { title: '谁', whole: true, cell: ({ statusText }) => statusText },
          { title: '依据', wide: true, cell: ({ basis }) => basis },
          ...(isCounted
            ? [{ title: '名册上', number: true, cell: ({ entrants }: { entrants: number | null }) => entrants ?? '—' }]
            : []),
        ]}
      />
    </>
  );
}

/** What is given out. */
export function PostTable({ posts }: { posts: readonly RoundPostRowFragment[] }): VNode {
  return (
    <DataTable
      caption={`${posts.length} 个岗位`}
      rows={posts}
      rowId={({ postId }) => `p-${postId}`}
      columns={[
        { title: '岗位', wide: true, cell: ({ title }) => title },
        { title: '单位', wide: true, cell: ({ employerName }) => employerName },
        { title: '地点', wide: true, cell: ({ divisionName }) => divisionName },
        { title: '名额', cell: seatsText },
        { title: '预留给谁', wide: true, cell: ({ reservedFor }) => reservedFor ?? '—' },
        { title: '本地优先', wide: true, cell: ({ local }) => local ?? '—' },
      ]}
    />
  );
}

/** Until where each post was given out. */
export function CutOffTable({ posts }: { posts: readonly RoundPostRowFragment[] }): VNode {
  return (
    <DataTable
      caption="每个岗位录到哪里"
      rows={posts}
      rowId={({ postId }) => `p-${postId}`}
      columns={[
        { title: '岗位', wide: true, cell: ({ title }) => title },
        { title: '单位', wide: true, cell: ({ employerName }) => employerName },
        { title: '名额', cell: seatsText },
        { title: '录到哪里', wide: true, cell: ({ cutOffs }) => cutOffs.join('；') },
      ]}
    />
  );
}
