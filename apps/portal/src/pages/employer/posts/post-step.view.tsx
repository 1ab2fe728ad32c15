import {
  ABILITY_CODES,
  DEMAND_WORDS,
  INCOME_WORDS,
  isWorkKind,
  ITEM_WORDS,
  KIND_FACTS,
  kindFields,
  LIMIT_BASES,
} from '@tongxing/rules';
import {
  Actions,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  PostForm,
  postKinds,
  Select,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { NewPostQuery, PostEditFragment } from '../../../gql/generated.js';
import { EDUCATIONS, placesOf } from './posts.words.js';
import { type Step, STEPS, taskName } from './posts.form.js';

type Places = NewPostQuery['workPlaces'];
type Projects = NewPostQuery['projectChoices'];
interface Boxes {
  form: FormState;
  places: Places;
  projects: Projects;
}

/** The level of one item, and the task behind it. */
export function Demand({ form, item }: { form: FormState; item: (typeof ABILITY_CODES)[number] }): VNode {
  const levels = DEMAND_WORDS[item].map((text, index) => ({ value: String(index + 1), text: `${index + 1} ${text}` }));
  return (
    <div>
      <Select
        form={form}
        name={item}
        label={ITEM_WORDS[item]}
        empty="请选"
        choices={[{ value: '0', text: '0 没有要求' }, ...levels]}
      />
      <TextInput
        form={form}
        name={taskName(item)}
        label={`哪件事要用到（${ITEM_WORDS[item]}）`}
        width="w20"
        maxLength={60}
        optional
      />
    </div>
  );
}

/** The boxes that only posts of the chosen kind have. */
function KindFields({ form, projects }: Boxes): VNode {
  const { kind, projectId } = form.values;
  const own: readonly string[] = kindFields(String(kind ?? ''));
  const chosen = typeof projectId === 'string' ? projectId : '';
  const gone = chosen !== '' && !projects.some(({ id }) => id === chosen);
  return (
    <>
      {own.includes('welfareKind') && (
        <TextInput
          form={form}
          name="welfareKind"
          label="公益性岗位类别"
          hint="比如护路员"
          width="w20"
          maxLength={32}
          optional
        />
      )}
      {own.includes('unitName') && (
        <TextInput form={form} name="unitName" label="车间或机构" width="w20" maxLength={60} optional />
      )}
      {own.includes('projectId') && (
        <Select
          form={form}
          name="projectId"
          label="属于哪个项目"
          empty="不属于项目"
          choices={[
            ...projects.map(({ id, title }) => ({ value: id, text: title })),
            ...(gone ? [{ value: chosen, text: '原来的项目' }] : []),
          ]}
          optional
        />
      )}
      {own.includes('internMonths') && (
        <TextInput
          form={form}
          name="internMonths"
          label="见习几个月"
          mode="numeric"
          width="w4"
          maxLength={2}
          suffix="个月"
          optional
        />
      )}
    </>
  );
}

function Work({ form }: Boxes): VNode {
  return (
    <>
      <TextInput form={form} name="title" label="岗位名称" width="w20" maxLength={60} />
      <Select
        form={form}
        name="kind"
        label="岗位类型"
        empty="请选"
        choices={Object.entries(postKinds).map(([value, text]) => ({ value, text }))}
      />
      <TextInput form={form} name="openings" label="招几个人" mode="numeric" width="w4" maxLength={5} suffix="人" />
      <Textarea
        form={form}
        name="description"
        label="做什么"
        hint="只写要做的事。不写年龄、性别、身体条件。最多 500 字"
        limit={500}
        optional
      />
    </>
  );
}

function PlaceAndTime(boxes: Boxes): VNode {
  const { form } = boxes;
  return (
    <>
      <KindFields {...boxes} />
      <Select
        form={form}
        name="workDivisionCode"
        label="工作地点"
        empty="请选"
        choices={placesOf(boxes.places, form).map(({ code, divisionName }) => ({ value: code, text: divisionName }))}
      />
      <Checkboxes
        form={form}
        name="remote"
        label="居家办公"
        choices={[{ value: 'yes', text: '可以在家里做' }]}
        optional
      />
      <TextInput
        form={form}
        name="weeklyHours"
        label="每周工时"
        hint="一周 24 小时以内的是非全日制"
        mode="decimal"
        width="w4"
        maxLength={5}
        suffix="小时"
        optional
      />
      <Select
        form={form}
        name="nightShift"
        label="夜班"
        empty="没有说明"
        choices={[
          { value: 'no', text: '没有夜班' },
          { value: 'yes', text: '有夜班' },
        ]}
        optional
      />
      <DateInput form={form} name="closesOn" label="截止日期" hint="最后一天可以报名的日子" />
    </>
  );
}

function Demands({ form }: Boxes): VNode {
  return (
    <>
      <p>每一项选这个活真正要用到的。2 级以上请写是哪件事，写不出来就选低一级。</p>
      {ABILITY_CODES.map((item) => (
        <Demand form={form} item={item} key={item} />
      ))}
      <h2>学历和技能</h2>
      <Select form={form} name="minEducation" label="最低学历" empty="没有要求" choices={EDUCATIONS} optional />
      <TextInput form={form} name="skills" label="技能" hint="几样用顿号分开：包装、打字" optional />
      <TextInput form={form} name="licences" label="证照" hint="几样用顿号分开" optional />
      <details open={Boolean(form.values.legalBasis) || form.problems.some(({ field }) => field === 'legalBasis')}>
        <summary>法律要求限制年龄、性别或身体条件的</summary>
        <p>只有这几部法律说到的可以限：{LIMIT_BASES.map(({ act, says }) => `《${act}》${says}`).join('；')}。</p>
        <TextInput form={form} name="legalBasis" label="依据" maxLength={200} optional />
      </details>
    </>
  );
}

function ProvisionsAndPay({ form }: Boxes): VNode {
  const kind = String(form.values.kind ?? '');
  const pays = isWorkKind(kind) && kindFields(kind).includes('payBasis') ? KIND_FACTS[kind].incomes : [];
  return (
    <>
      <TextInput
        form={form}
        name="provisions"
        label="便利"
        hint="几样用顿号分开。已有的直接写：坡道电梯；能提供的写：可提供文字沟通"
        optional
      />
      {pays.length > 0 && (
        <Select
          form={form}
          name="payBasis"
          label="怎么算钱"
          empty="没有说明"
          choices={pays.map((value) => ({ value, text: INCOME_WORDS[value] }))}
          optional
        />
      )}
      <MoneyInput form={form} name="wageLowYuan" label="月薪下限" />
      <MoneyInput form={form} name="wageHighYuan" label="月薪上限" />
    </>
  );
}

const ASKS: Readonly<Record<Step, (boxes: Boxes) => VNode>> = {
  1: Work,
  2: PlaceAndTime,
  3: Demands,
  4: ProvisionsAndPay,
};

/** 写岗位: one page of it, of a new post or of one that stands. */
export function PostStepPage(
  props: Boxes & {
    frame: Frame;
    csrf: string;
    step: Step;
    /** absent of a new one */
    post: PostEditFragment | null;
    /** something of a new one was filled in before */
    begun: boolean;
    /** a new one goes back to the page that shows all of it */
    toCheck: boolean;
  },
): VNode {
  const { form, post, step, toCheck } = props;
  const home = post ? `/org/posts/${post.id}` : '/org/posts/new';
  const Asks = ASKS[step];
  const version = typeof form.values.version === 'string' ? form.values.version : '';
  const back = post ? home : toCheck ? `${home}/5` : step === 1 ? '/org/posts' : `${home}/${step - 1}`;
  return (
    <Page
      frame={props.frame}
      title={STEPS[step].title}
      service={post ? post.title : '写一个岗位'}
      crumbs={[{ href: '/org/posts', text: '岗位' }, ...(post ? [{ href: home, text: post.title }] : [])]}
      wrong={form.problems.length > 0}
    >
      {!post && <p class="muted">第 {step} 步，共 5 步。填好的会留一天，随时可以回来接着写</p>}
      <ErrorSummary form={form} />
      <PostForm
        action={post ? `${home}/edit/${step}` : `${home}/${step}`}
        csrf={props.csrf}
        hidden={post ? { version } : toCheck ? { to: 'check' } : {}}
      >
        <Asks form={form} places={props.places} projects={props.projects} />
        <Actions>
          <Button>{post ? '保存改动' : toCheck ? '保存修改' : '下一步'}</Button>
          <LinkButton kind="second" href={back}>
            返回
          </LinkButton>
        </Actions>
      </PostForm>
      {props.begun && step === 1 && !toCheck && (
        <Notice>
          <p>上面是您上次填的。不要了，可以清空重写。</p>
          <PostForm action={`${home}/clear`} csrf={props.csrf}>
            <Button kind="second">清空，从头写</Button>
          </PostForm>
        </Notice>
      )}
    </Page>
  );
}
