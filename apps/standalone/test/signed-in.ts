import { AccountService, DEMO_PASSWORD, type NewAccount, SessionService } from '@tongxing/access';
import request from 'supertest';
import type { Answer, World } from './world.js';

/** Asks as one account. */
export type Asks = (query: string, variables?: object) => Promise<Answer>;

/** An account made for a test, signed in behind the door. */
export async function asNew(
  { app }: World,
  account: Omit<NewAccount, 'displayName' | 'password'> & { displayName?: string },
): Promise<Asks & { id: string }> {
  const { id } = await app
    .get(AccountService)
    .create({ displayName: `示例${account.login}`, password: DEMO_PASSWORD, ...account });
  return Object.assign(await asKnown({ app } as World, account.login), { id });
}

/** A demo account, signed in behind the door. */
export async function asKnown({ app }: Pick<World, 'app'>, login: string): Promise<Asks> {
  const client = { viaPortal: false, address: '198.51.100.9', agent: '' };
  const token = await app.get(SessionService).signIn({ login, password: DEMO_PASSWORD }, client);
  return async (query, variables = {}) => {
    const { status, text, body } = await request(app.getHttpServer())
      .post('/graphql')
      .set('authorization', `Bearer ${token}`)
      .send({ query, variables });
    const { data, errors } = body as { data?: Answer['data']; errors?: { extensions: { code: string } }[] };
    return { status, text, data, code: errors?.[0]?.extensions.code };
  };
}
