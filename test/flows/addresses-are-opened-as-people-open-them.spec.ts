import { useApp } from '../app.js';

const test = useApp();
const commune = 'duc-lang';
const get = (path: string) => test.http().get(path).set({ accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });

let code = '';
beforeAll(async () => {
  const { body } = await test.http().get(`/v1/communes/${commune}/awards?first=1`);
  code = body.items[0].verificationCode;
});

it('parameters that a messenger or a search engine adds are passed over', async () => {
  for (const path of ['/', `/communes/${commune}`, '/verify', `/verify/${code}`, `/v1/verify/${code}`]) {
    const { status } = await get(`${path}?fbclid=x&utm_source=zalo&utm_source=mail`);
    expect([path, status]).toEqual([path, 200]);
  }
});

it('what an address does ask for is held to its form', async () => {
  for (const path of ['/?period=x', `/communes/${commune}?date=hom-nay&fbclid=x`, `/verify?code=1&code=2`])
    expect([path, (await get(path)).status]).toEqual([path, 400]);
});

it('elsewhere an unknown parameter is refused: it may be a filter that is mistyped', async () => {
  for (const path of [`/v1/communes/${commune}/plans`, `/v1/communes/${commune}/awards`, '/v1/refusals'])
    expect([path, (await get(`${path}?unti=x`)).status]).toEqual([path, 400]);
});

it('a code is typed into a form, which leads to the page of its certificate', async () => {
  for (const path of ['/verify', '/verify/', '/verify?code=', '/verify?code=%20']) {
    const { status, text } = await get(path);
    expect([path, status, /<form action="\.\.?\/verify">/.test(text)]).toEqual([path, 200, true]);
  }
  const typed = await get(`/verify?code=%20${code.toUpperCase()}%20`);
  const { status, text } = await get(`/verify/${code}`);
  expect([typed.status, typed.text.replaceAll('="./', '="../')]).toEqual([200, text]);
  expect([status, text.includes('<form')]).toEqual([200, false]);
});

it('a code that is mistyped, or that nobody has, is asked for once more', async () => {
  for (const wrong of ['duc-lang-0000', 'duc-lang-0000-0000-0000-0000']) {
    const { status, text } = await get(`/verify?code=${wrong}`);
    expect([status, text.includes('<form action="./verify">')]).toEqual([404, true]);
  }
});
