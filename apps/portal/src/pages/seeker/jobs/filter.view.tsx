import {
  Checkboxes,
  type Choice,
  ErrorSummary,
  FilterForm,
  type FormState,
  type Frame,
  Page,
  postKinds,
  Radios,
  Select,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { MatchFacetsQuery } from '../../../gql/generated.js';

type Facets = MatchFacetsQuery['matchFacets'];

/** How well a post fits, as a choice. */
const ANSWERS: Readonly<Record<string, string>> = {
  FITS: '合适',
  FITS_WITH: '有帮助就合适',
  UNKNOWN: '还缺资料，不知道合不合适',
};

const WITHIN: Readonly<Record<string, string>> = {
  HOME: '只在家里做',
  VILLAGE: '本村、本社区',
  TOWNSHIP: '本乡镇、街道',
  COUNTY: '本县',
  PREFECTURE: '本市',
};

const counted = (text: string, posts: number): string => `${text}（${posts} 个）`;

const choices = (facets: Facets['kinds'], words: Readonly<Record<string, string>>): Choice[] =>
  facets.flatMap(({ code, posts }) => (words[code] ? [{ value: code, text: counted(words[code], posts) }] : []));

/** 筛选推荐岗位: each choice with how many posts it leaves. */
export function MatchFilterPage({ frame, form, facets }: { frame: Frame; form: FormState; facets: Facets }): VNode {
  return (
    <Page
      frame={frame}
      title="筛选推荐岗位"
      service="推荐岗位"
      wrong={form.problems.length > 0}
      crumbs={[{ href: '/me/jobs', text: '推荐岗位' }]}
    >
      <ErrorSummary form={form} />
      <p>只管这次看哪些，不改您的资料。括号里是一共有几个。</p>
      <FilterForm action="/me/jobs" label="筛选推荐岗位">
        <Checkboxes form={form} name="kind" label="岗位类型" choices={choices(facets.kinds, postKinds)} optional />
        <Radios
          form={form}
          name="within"
          label="多远"
          choices={[{ value: '', text: '都行' }, ...choices(facets.within, WITHIN)]}
          optional
        />
        <Select
          form={form}
          name="town"
          label="在哪里"
          empty="都行"
          choices={facets.towns.map(({ code, name, posts }) => ({ value: code, text: counted(name ?? code, posts) }))}
          optional
        />
        <TextInput
          form={form}
          name="wage"
          label="月薪至少"
          hint="只写数字，比如 2000"
          mode="decimal"
          width="w10"
          maxLength={10}
          suffix="元"
          optional
        />
        <Checkboxes
          form={form}
          name="remote"
          label="居家办公"
          choices={[{ value: 'yes', text: counted('只看能在家里做的', facets.remote) }]}
          optional
        />
        <Checkboxes
          form={form}
          name="answers"
          label="合适的程度"
          hint="都不选，就看合适的和有帮助就合适的"
          choices={choices(facets.answers, ANSWERS)}
          optional
        />
        <Checkboxes
          form={form}
          name="all"
          label="说过不合适的"
          choices={[{ value: 'yes', text: counted('也列出来', facets.dismissed) }]}
          optional
        />
      </FilterForm>
    </Page>
  );
}
