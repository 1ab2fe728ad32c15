import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  postKinds,
  PostForm,
  Radios,
  Select,
  SubNav,
  TextInput,
} from '@tongxing/ui';
import type { ComponentChildren, VNode } from 'preact';
import { ANYWHERE, needName, PRIVATE, type Profile, PROFILE, SHARED } from './own.form.js';

const PARTS = [
  { href: '/me/profile/skills', text: '会做的事' },
  { href: '/me/profile/licences', text: '我的证照' },
  { href: '/me/profile/work', text: '想做的工作' },
  { href: '/me/profile/places', text: '能去的地方' },
  { href: '/me/access-needs', text: '需要什么帮助' },
];

/** A helper has no overview, so the parts stand side by side. */
export const Parts = ({ frame, path }: { frame: Frame; path: string }): VNode | null =>
  frame.acting ? (
    <SubNav label="资料的各部分" links={PARTS.map((part) => ({ ...part, current: part.href === path }))} />
  ) : null;

/** A helper comes back to the part itself: the overview is the person's own. */
const nextOf = ({ acting }: Frame, path: string): string => (acting ? path : PROFILE);

interface SectionProps {
  frame: Frame;
  csrf: string;
  form: FormState;
  version: number;
}

function Section(props: SectionProps & { title: string; path: string; children: ComponentChildren }): VNode {
  return (
    <Page
      frame={props.frame}
      title={props.title}
      service="我的资料"
      wrong={props.form.problems.length > 0}
      crumbs={props.frame.acting ? [] : [{ href: PROFILE, text: '我的资料' }]}
      readable
    >
      <Parts frame={props.frame} path={props.path} />
      <ErrorSummary form={props.form} />
      <PostForm
        action={props.path}
        csrf={props.csrf}
        hidden={{ version: String(props.version), next: nextOf(props.frame, props.path) }}
      >
        {props.children}
        <Actions>
          <Button>保存</Button>
          <LinkButton href={nextOf(props.frame, '/me')} kind="second">
            先不改
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

/** 会做的事. */
export function SkillsPage(props: SectionProps & { asked: readonly string[] }): VNode {
  return (
    <Section {...props} title="会做的事" path="/me/profile/skills">
      <p>按您自己说的写。有人教过、做过的都算。</p>
      {props.asked.length > 0 && (
        <Checkboxes
          form={props.form}
          name="skills"
          label="这里的岗位常要的"
          choices={props.asked.map((skill) => ({ value: skill, text: skill }))}
          optional
        />
      )}
      <TextInput
        form={props.form}
        name="other"
        label="还会别的"
        hint="几样用顿号分开：种菜、修鞋"
        maxLength={200}
        optional
      />
      <p>
        <a class="phone" href="/me/profile/licences">
          有驾驶证、电工证这些的，填在「我的证照」
        </a>
      </p>
    </Section>
  );
}

/** 想做的工作. */
export function WorkPage(props: SectionProps): VNode {
  return (
    <Section {...props} title="想做的工作" path="/me/profile/work">
      <Radios
        form={props.form}
        name="wants"
        label="现在想找工作吗"
        choices={[
          { value: 'yes', text: '想' },
          { value: 'no', text: '不想，或现在不能' },
        ]}
      />
      <Checkboxes
        form={props.form}
        name="wantedKinds"
        label="想要哪种岗位"
        hint="都不选就是都可以。选了的排在前面，别的也还给您看"
        choices={Object.entries(postKinds).map(([value, text]) => ({ value, text }))}
        optional
      />
      <TextInput
        form={props.form}
        name="wantedWageYuan"
        label="希望月薪"
        hint="比这低的也还给您看，排在后面"
        mode="decimal"
        width="w10"
        maxLength={10}
        suffix="元"
        optional
      />
    </Section>
  );
}

/** The distances that are known of a post, in words. */
const DISTANCES = [
  { value: '0', text: '只在家里做' },
  { value: '1', text: '本村、本社区' },
  { value: '8', text: '本乡镇、街道，约8公里' },
  { value: '30', text: '本县，约30公里' },
  { value: '100', text: '本市，约100公里' },
  { value: ANYWHERE, text: '哪里都可以' },
];

/** 能去的地方. */
export function PlacesPage(props: SectionProps & { standing: number | null }): VNode {
  const own = String(props.standing ?? ANYWHERE);
  const choices = DISTANCES.some(({ value }) => value === own)
    ? DISTANCES
    : [{ value: own, text: `现在登记的：${own}公里` }, ...DISTANCES];
  return (
    <Section {...props} title="能去的地方" path="/me/profile/places">
      <p>比这远的岗位不给您推荐。有人接送，可以选远一点。</p>
      <Radios form={props.form} name="commuteKm" label="上班最远到哪里" choices={choices} />
      <p>搬家了？请打 12385，或找村里的专职委员改住址。</p>
    </Section>
  );
}

type Needs = Profile['needs'];

/** 需要什么帮助: each need with who may know of it; nobody but the counsellor unless said otherwise. */
export function AccessNeedsPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  action: string;
  profile: Profile;
}): VNode {
  const { profile, form } = props;
  const field = ({ need, shared }: Needs[number], index: number): VNode => (
    <Select
      key={need}
      form={form}
      name={needName(index)}
      label={need}
      empty="不需要"
      choices={[
        { value: PRIVATE, text: '需要，只给辅导员看' },
        ...(profile.mayShare || shared ? [{ value: SHARED, text: '需要，给单位看' }] : []),
      ]}
    />
  );
  return (
    <Page
      frame={props.frame}
      title="需要什么帮助"
      service="我的资料"
      wrong={form.problems.length > 0}
      crumbs={props.frame.acting ? [] : [{ href: PROFILE, text: '我的资料' }]}
      readable
    >
      <Parts frame={props.frame} path={props.action} />
      <ErrorSummary form={form} />
      <p>每一样都由您定给谁看。不选「给单位看」，单位不知道。随时可以改回来。</p>
      {!profile.mayShare && <p>给单位看的，要本人自己登录来选。</p>}
      <PostForm
        action={props.action}
        csrf={props.csrf}
        hidden={{ version: String(profile.version), next: nextOf(props.frame, props.action) }}
      >
        {profile.needs.map(({ need }) => (
          <input type="hidden" name="name" value={need} key={need} />
        ))}
        <h2>上班的地方一定要有</h2>
        <p>选了的，没有它的岗位不给您推荐。不是非有不可，就不选。</p>
        {profile.needs.map((need, index) => need.workplace && field(need, index))}
        <h2>联系和面试的时候</h2>
        <p>选了也不会少推荐岗位。</p>
        {profile.needs.map((need, index) => !need.workplace && field(need, index))}
        <Actions>
          <Button>保存</Button>
          <LinkButton href={nextOf(props.frame, '/me')} kind="second">
            先不改
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}
