import type { VNode } from 'preact';
import { Actions, type Frame, LinkButton, Page } from '@tongxing/ui';
import type { ApiError } from '../../../gql/api-error.js';

const TITLES: Readonly<Record<string, string>> = {
  OIDC_OFF: '没有开通平台登录',
  OIDC_REFUSED: '没有登录成',
  OIDC_UNREACHABLE: '平台现在连不上',
  API_SLOW: '平台现在连不上',
  OIDC_UNKNOWN: '没有找到您的登记',
};

/** Who is known to the platform and not to us: how to be registered. */
function HowToRegister(): VNode {
  return (
    <>
      <p>平台认得您，这里还没有您的登记。</p>
      <h2>怎样登记</h2>
      <ul>
        <li>有残疾人证：带上证和身份证，到县残联服务窗口。</li>
        <li>还没有残疾人证：先向户籍所在地的县残联申请。</li>
        <li>单位经办人和工作人员：请安全管理员建账号。</li>
      </ul>
      <p>不方便出门，请打 12385，专职委员可以上门。</p>
    </>
  );
}

/** 平台登录没有成: why, and the other ways in. */
export function PlatformFailedPage(props: { frame: Frame; error: ApiError }): VNode {
  const { code, message, details } = props.error;
  const title = TITLES[code] ?? '这次登录没有通过核验';
  return (
    <Page frame={props.frame} title={title} wrong>
      {code === 'OIDC_UNKNOWN' ? (
        <HowToRegister />
      ) : (
        <>
          {message && message !== `${title}。` && <p>{message}</p>}
          <p>{details.hint ?? '请重新来一次，或用别的方式登录。'}</p>
        </>
      )}
      <h2>别的方式登录</h2>
      <Actions>
        <LinkButton href="/login/code">用手机号登录</LinkButton>
        <LinkButton href="/login/staff" kind="second">
          用账号和密码登录
        </LinkButton>
        <LinkButton href="/login" kind="second">
          回登录页
        </LinkButton>
      </Actions>
    </Page>
  );
}
