import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in for the API was asked, and what it answers, by operation name. */
export interface FakeApi {
  url: string;
  asked: { operation: string; variables: Record<string, unknown>; authorization?: string; portalKey?: string }[];
  answers: Map<string, (variables: Record<string, unknown>) => object>;
  close(): Promise<void>;
}

/** An HTTP server that speaks just enough of `/graphql` to test the portal's own side of the wire. */
export async function fakeApi(): Promise<FakeApi> {
  const asked: FakeApi['asked'] = [];
  const answers: FakeApi['answers'] = new Map();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      operationName: string;
      variables: Record<string, unknown>;
    };
    const { authorization, 'x-portal-key': portalKey } = request.headers;
    asked.push({
      operation: operationName,
      variables,
      ...(authorization ? { authorization } : {}),
      ...(typeof portalKey === 'string' ? { portalKey } : {}),
    });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answers.get(operationName)?.(variables) ?? { data: { viewer: null } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** An answer in the API's form for failures. */
export const refusal = (code: string, message: string, details: object = {}): object => ({
  errors: [{ message, extensions: { code, ...details } }],
  data: null,
});
