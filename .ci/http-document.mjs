/**
 * Requests of a text in the form of the REST Client of VS Code: `### title`, `# @name`, request line, headers, body;
 * `{{variable}}`, `{{$processEnv NAME}}`, `{{name.response.body.$.path}}`, `{{name.response.headers.Name}}`. In Markdown,
 * those of its `http` blocks. Beside that form a title may end in `→ STATUS` or `→ STATUS TEXT`, which the answer must
 * have and hold (else any 2xx), and `# @today DAY` gives the legal date from there on.
 */

/** @returns {{ variables: Map<string, string>, requests: import('./http-document.mjs').Request[] }} */
export function readRequests(text) {
  const blocks = [...text.matchAll(/^```http\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
  const [head = '', ...parts] = (blocks.length > 0 ? blocks.join('\n') : text).split(/^###/m);
  return {
    variables: new Map([...head.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value])),
    requests: parts.map(readRequest),
  };
}

function readRequest(part) {
  const [heading = '', ...lines] = part.split('\n');
  const [, title, status, holds] = /^(.*?)(?: → (\d{3})(?: (.+))?)?$/.exec(heading.trim());
  const setting = (name) => lines.map((line) => line.match(`^# @${name} (\\S+)$`)?.[1]).find((each) => each);
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
  const body = blank < rest.length ? rest.slice(blank + 1).join('\n') : undefined;
  return {
    title,
    status: status && Number(status),
    holds,
    name: setting('name'),
    today: setting('today'),
    method,
    url,
    headers,
    body,
  };
}

/**
 * Sends the requests one after the other; gives the answers by name. Throws at the first answer that is not as said.
 * `today` is told each legal date before the request that it stands at.
 */
export async function sendRequests({ variables, requests }, { environment, today = async () => undefined }) {
  const answers = new Map();
  const filled = (text) =>
    text
      .replace(/\{\{\$processEnv (\w+)\}\}/g, (_, name) => environment(name))
      .replace(
        /\{\{(\w+)\.response\.headers\.(\w+)\}\}/g,
        (_, name, header) => answers.get(name).headers[header.toLowerCase()],
      )
      .replace(/\{\{(\w+)\.response\.body\.\$\.([^}]+)\}\}/g, (_, name, path) =>
        path
          .split(/[.[\]]+/)
          .filter(Boolean)
          .reduce((within, step) => within[step], answers.get(name).body),
      )
      .replace(/\{\{(\w+)\}\}/g, (_, name) => filled(variables.get(name)));
  for (const { title, status, holds, name, today: day, method, url, headers, body } of requests) {
    if (day) await today(day);
    const lines = headers['Content-Type']?.startsWith('multipart/') ? body.replaceAll('\n', '\r\n') : body;
    const answer = await fetch(filled(url), {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, filled(value)])),
      body: lines === undefined ? undefined : filled(lines),
    });
    const text = await answer.text();
    if (status ? answer.status !== status || (holds && !text.includes(holds)) : !answer.ok)
      throw new Error(`${title}: ${method} ${filled(url)} answered ${answer.status} ${text}`);
    if (name)
      answers.set(name, {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text,
        body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
      });
  }
  return answers;
}
