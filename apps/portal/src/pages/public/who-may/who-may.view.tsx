import type { VNode } from 'preact';
import { FilterForm, type FormState, type Frame, Page, Select, StatusTag, words } from '@tongxing/ui';
import type { PolicyTableQuery } from '../../../gql/generated.js';

type Table = PolicyTableQuery['policyTable'];
type Role = Table['roles'][number];
type Rule = Table['groups'][number]['rules'][number];

/** 谁能做什么: every rule of the policy table in its own sentence, of everybody or of one role. */
export function WhoMayPage(model: { frame: Frame; filter: FormState; table: Table; role?: Role }): VNode {
  const { table, role } = model;
  const groups = table.groups
    .map(({ heading, rules }) => ({ heading, rules: rules.filter((rule) => !role || rule.roles.includes(role.code)) }))
    .filter(({ rules }) => rules.length > 0);
  const count = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return (
    <Page frame={model.frame} title={words.frame.whoMay} readable>
      <p>系统就按这张表放行，没写的都不能做。</p>
      <p>工作人员还只限本地区，单位只限本单位，个人只限自己。</p>
      <FilterForm action="/who-may" label="按角色看">
        <Select
          form={model.filter}
          name="role"
          label="角色"
          empty="全部角色"
          choices={table.roles.map(({ code, text }) => ({ value: code, text }))}
        />
      </FilterForm>
      <p id="count">
        {role ? `${role.text}能做的：` : ''}一共 {count} 条。
      </p>
      {groups.map(({ heading, rules }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul class="rules">
            {rules.map((rule) => (
              <RuleItem key={rule.action} rule={rule} roles={table.roles} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function RuleItem({ rule, roles }: { rule: Rule; roles: readonly Role[] }): VNode {
  const who = roles.filter(({ code }) => rule.roles.includes(code));
  return (
    <li id={rule.action}>
      {rule.says}
      <div class="small muted">
        谁：{who.length === roles.length ? '全部角色' : who.map(({ text }) => text).join('、')}
      </div>
      {rule.stepUp && <StatusTag text="再填一次动态码" tone="warn" />}
      {rule.helper.length > 0 && <StatusTag text={`代办可以：${rule.helper.join('或')}`} tone="ok" />}
      {rule.notVouched && <StatusTag text="做证登录不行" tone="err" />}
    </li>
  );
}
