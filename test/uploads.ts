import { as, type TestApp } from './app.js';
import { form, type Part } from './files.js';

export const filesPath = '/v1/communes/duc-lang/files';

export function upload(
  test: TestApp,
  actor: string | undefined,
  parts: readonly Part[],
  headers: Record<string, string> = {},
) {
  const { type, body } = form(parts);
  return test
    .http()
    .post(filesPath)
    .set({ ...as(test, actor), 'content-type': type, ...headers })
    .send(body);
}

/** The body of the answer as bytes. */
export function download(test: TestApp, actor: string | undefined, id: string, headers: Record<string, string> = {}) {
  return test
    .http()
    .get(`${filesPath}/${id}`)
    .set({ ...as(test, actor), ...headers })
    .buffer()
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    });
}
