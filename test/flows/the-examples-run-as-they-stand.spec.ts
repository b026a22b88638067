import { readFileSync } from 'node:fs';
import { useApp } from '../app.js';

const test = useApp();

interface Response {
  status: number;
  headers: Record<string, string>;
  body: any;
}

interface Request {
  title: string;
  name?: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** A file of requests as the REST Client reads it. */
function read(text: string): { variables: Map<string, string>; requests: Request[] } {
  const [head = '', ...parts] = text.split(/^###/m);
  const variables = new Map([...head.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
  const requests = parts.map((part): Request => {
    const [title = '', ...lines] = part.split('\n');
    const name = lines.map((line) => /^# @name (\w+)$/.exec(line)?.[1]).find((each) => each !== undefined);
    const [first = '', ...rest] = lines
      .filter((line) => !line.startsWith('# '))
      .join('\n')
      .trim()
      .split('\n');
    const [method = '', url = ''] = first.split(' ');
    const blank = rest.includes('') ? rest.indexOf('') : rest.length;
    const headers = Object.fromEntries(
      rest.slice(0, blank).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    return {
      title: title.trim(),
      name,
      method,
      url,
      headers,
      body: blank < rest.length ? rest.slice(blank + 1).join('\n') : undefined,
    };
  });
  return { variables, requests };
}

it('nominations.http: from a round to an award that anybody can verify', async () => {
  const { variables, requests } = read(readFileSync('examples/nominations.http', 'utf8'));
  variables.set('url', await test.app.getUrl());
  const answers = new Map<string, Response>();
  const filled = (text: string): string =>
    text
      .replace(/\{\{\$processEnv (\w+)\}\}/g, (_, actor: string) => test.keys[actor.toLowerCase()]!)
      .replace(
        /\{\{(\w+)\.response\.headers\.(\w+)\}\}/g,
        (_, name: string, header: string) => answers.get(name)!.headers[header.toLowerCase()]!,
      )
      .replace(/\{\{(\w+)\.response\.body\.\$\.([^}]+)\}\}/g, (_, name: string, path: string) =>
        path.split(/[.[\]]+/).reduce((within, step) => within[step], answers.get(name)!.body),
      )
      .replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled(variables.get(name)!));
  const told: unknown[] = [];
  for (const { title, name, method, url, headers, body } of requests) {
    const multipart = headers['Content-Type']?.startsWith('multipart/');
    const sent = body === undefined ? undefined : filled(multipart ? body.replaceAll('\n', '\r\n') : body);
    const answer = await fetch(filled(url), {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, filled(value)])),
      body: sent,
    });
    const text = await answer.text();
    told.push([title, answer.ok ? 'ok' : text]);
    if (name)
      answers.set(name, { status: answer.status, headers: Object.fromEntries(answer.headers), body: JSON.parse(text) });
    if (url.startsWith('{{url}}/verify/')) expect(text).toContain('Giấy khen');
  }
  expect(told).toEqual(requests.map(({ title }) => [title, 'ok']));
  expect(answers.get('awards')!.body.items[0]).toMatchObject({
    unitCode: 'khu-dan-cu-6',
    type: 'SUDDEN',
    daysToDecision: 3,
  });
});
