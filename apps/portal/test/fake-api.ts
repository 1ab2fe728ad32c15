import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answers, idOf, roleOf } from './county.js';

/** What the stand-in for the API was asked, and what it answers, by operation name; `*` stands for all of them. */
export interface FakeApi {
  url: string;
  asked: {
    operation: string;
    documentId?: string;
    address?: string;
    agent?: string;
    variables: Record<string, unknown>;
    authorization?: string;
    portalKey?: string;
  }[];
  answers: Map<string, (variables: Record<string, unknown>) => object>;
  close(): Promise<void>;
}

/**
 * An HTTP server that speaks just enough of the api to test the portal's own side of the wire.
 *
 * @param whole answers for every document; what `answers` holds comes first
 */
export async function fakeApi(whole?: Answers): Promise<FakeApi> {
  const asked: FakeApi['asked'] = [];
  const answers: FakeApi['answers'] = new Map();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = request.url ?? '/';
    if (!url.startsWith('/graphql')) {
      if (request.method === 'POST') {
        // A multipart body without a file in it is what an upload of nothing looks like.
        const empty = /filename=""/.test(Buffer.concat(chunks).toString('latin1'));
        response.statusCode = empty ? 400 : 200;
        response.setHeader('Content-Type', 'application/json');
        response.end(
          JSON.stringify(
            empty
              ? {
                  error: {
                    code: 'VALIDATION',
                    message: '没有选表格文件。',
                    field: 'file',
                    hint: '请选一个文件。',
                    traceId: 't',
                  },
                }
              : { id: idOf(701), kind: url.split('/')[2], state: 'RECEIVED' },
          ),
        );
        return;
      }
      response.setHeader('Content-Type', 'text/csv');
      response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent('文件.csv')}`);
      response.end('a,b\n');
      return;
    }
    const { operationName, documentId, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      operationName: string;
      documentId?: string;
      variables: Record<string, unknown>;
    };
    const { authorization, 'x-portal-key': portalKey } = request.headers;
    const { 'x-client-address': address, 'x-client-agent': agent } = request.headers;
    asked.push({
      operation: operationName,
      variables,
      ...(authorization ? { authorization } : {}),
      ...(documentId ? { documentId } : {}),
      ...(typeof address === 'string' ? { address } : {}),
      ...(typeof portalKey === 'string' ? { portalKey } : {}),
      ...(typeof address === 'string' ? { address } : {}),
      ...(typeof agent === 'string' ? { agent } : {}),
    });
    const known = whole?.[operationName as keyof Answers] as
      | ((variables: Record<string, unknown>, role: string | null) => object)
      | undefined;
    const answer =
      (answers.get(operationName) ?? answers.get('*'))?.(variables) ??
      (known ? { data: known(variables, roleOf(authorization)) } : { data: { viewer: null } });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer in the API's form for failures. */
export const refusal = (code: string, message: string, details: object = {}): object => ({
  errors: [{ message, extensions: { code, ...details } }],
  data: null,
});
