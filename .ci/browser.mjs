import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/**
 * The pages in Debian's Chromium: what axe-core finds, light and dark, on a phone, a desk and a wall; that nothing is
 * loaded from elsewhere or refused by the policy of a page; that the keyboard alone reaches everything; that the board
 * fits on one sheet of paper. Starts the program on the sample, or looks at the address that it is given.
 * SCREENSHOTS: folder for a picture of each look.
 */

const { source: axe } = createRequire(import.meta.url)('axe-core');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const widths = [360, 1280, 3840];
const board = '/communes/duc-lang';

/** Pages, with the part that a third party draws, and its sign that it has: axe leaves it out, its links are its own. */
const pages = [
  ['/'],
  [board],
  [`${board}?lang=en`],
  [`${board}?view=wide`],
  [`${board}?period=2023-H1&date=2023-08-01`],
  ['/communes/xa-mau'],
  [`${board}?period=2023-13`],
  ['/verify'],
  ['/verify/nothing'],
  ['/verify/{code}'],
  ['/verify/{code}?lang=en'],
  ['/docs/rights'],
  ['/docs/rights?lang=en'],
  ['/docs', '#reference', 'main .opblock-tag'],
  ['/graphql', '#root', '.graphiql-container'],
];

const failures = [];
let checks = 0;
function check(holds, fact) {
  checks += 1;
  if (!holds) failures.push(fact);
}

async function start() {
  const dataDir = mkdtempSync(join(tmpdir(), 'thidua-browser-'));
  // The account postgres must reach the directory when this runs as root.
  chmodSync(dataDir, 0o755);
  const program = spawn(process.execPath, ['dist/src/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: join(dataDir, 'data'),
      PORT: '0',
      RATE_LIMIT: '10000',
      DATABASE_URL: '',
      OWNER_DATABASE_URL: '',
    },
  });
  const ended = new Promise((done) => program.once('close', done));
  let output = '';
  program.stdout.on('data', (text) => (output += text));
  const stop = async () => {
    program.kill('SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const end = Date.now() + 120_000; Date.now() < end && program.exitCode === null; await delay(100)) {
    const address = /^ready (.+)$/m.exec(output)?.[1];
    if (address) return { address, stop };
  }
  await stop();
  throw new Error(`The program was not ready. Output: ${output}`);
}

/** A page, and what the browser complains of while it is open, or asks of another host. */
async function open(context, address, [path, thirdParty, drawn]) {
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(address)) complaints.push(request.url());
  });
  await page.goto(address + path);
  if (thirdParty) await page.waitForSelector(`${thirdParty} ${drawn}`);
  return { page, complaints };
}

/** Status of a refusal, which the browser says, too. */
const isRefusal = (text) => /status of 4\d\d/.test(text);

const looks = async (context, address, path) => {
  const { page, complaints } = await open(context, address, path);
  const [address0, thirdParty] = path;
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'])
    for (const width of widths) {
      const look = `${address0} at ${width} px, ${colorScheme}`;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: Math.round(width * 0.6) });
      const { violations } = await page.evaluate(
        (exclude) => globalThis.axe.run(exclude ? { exclude: [exclude] } : document, { resultTypes: ['violations'] }),
        thirdParty,
      );
      const found = violations.map(({ id, nodes: [node] }) => `${id} ${node.html} ${node.failureSummary}`);
      check(found.length === 0, `${look}: ${found.join('; ')}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(thirdParty || overflow <= 0, `${look}: ${overflow} px too wide`);
      if (process.env.SCREENSHOTS) keep(`${look.replace(/\W+/g, '-')}.png`, await page.screenshot({ fullPage: true }));
    }
  const others = complaints.filter((text) => !isRefusal(text));
  check(others.length === 0, `${address0}: ${others.join('; ')}`);
  await page.close();
};

const keep = (name, bytes) => writeFileSync(join(process.env.SCREENSHOTS, name), bytes);

/** Tab goes to every link, field and summary; Enter opens a summary, and Tab goes to what it holds. */
const keyboard = async (context, address, path) => {
  const { page } = await open(context, address, path);
  const reached = new Set();
  const count = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')];
    all.forEach((each, index) => (each.dataset.place = index));
    return all.length;
  });
  // A field of a date has several stops.
  for (let presses = 0; reached.size < count && presses < count + 12; presses += 1) {
    await page.keyboard.press('Tab');
    const { place, isClosed } = await page.evaluate(({ activeElement: at } = document) => ({
      place: at.dataset.place,
      isClosed: at.tagName === 'SUMMARY' && !at.parentElement.open,
    }));
    if (place !== undefined) reached.add(place);
    if (isClosed) await page.keyboard.press('Enter');
  }
  check(reached.size === count, `${path[0]}: the keyboard reaches ${reached.size} of ${count}`);
  await page.close();
};

/** The board on paper. */
const paper = async (context, address, path) => {
  const { page } = await open(context, address, path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  check(sheets === 1, `${path[0]}: ${sheets} sheets of paper`);
  if (process.env.SCREENSHOTS) keep(`${path[0].replace(/\W+/g, '-')}.pdf`, pdf);
  await page.close();
};

if (!executablePath) throw new Error('There is no Chromium: apt-get install chromium');
const given = process.argv[2];
const { address, stop } = given ? { address: given, stop: async () => undefined } : await start();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const { items } = await (await fetch(`${address}/v1/communes/duc-lang/awards?first=1`)).json();
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  // A machine may be busy.
  context.setDefaultTimeout(180_000);
  for (const [path, thirdParty, drawn] of pages) {
    const at = [path.replace('{code}', items[0].verificationCode), thirdParty, drawn];
    await looks(context, address, at);
    if (!thirdParty) await keyboard(context, address, at);
    if (path === '/' || path.startsWith('/communes')) await paper(context, address, at);
  }
} finally {
  await browser.close();
  await stop();
}
for (const failure of failures) console.error(`Failed: ${failure}`);
console.log(`browser: ${checks - failures.length} of ${checks} checks hold`);
process.exitCode = failures.length > 0 ? 1 : 0;
