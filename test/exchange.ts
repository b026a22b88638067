import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pull, type PullOptions } from '../src/exchange/pull.js';
import type { TestApp } from './app.js';
import { rest, type Row } from './doors.js';

export interface Exchange {
  /** An exchange folder of this test. */
  into: string;
  url: string;
  /** Pulls as the district; nobody waits between attempts. */
  pull(given?: Partial<PullOptions>): ReturnType<typeof pull>;
}

/** The program listens, and the district has an empty folder for each test. */
export function useExchange(test: TestApp): Exchange {
  const exchange = {} as Exchange;
  beforeAll(async () => {
    exchange.url = await test.app.getUrl();
  });
  beforeEach(() => {
    exchange.into = mkdtempSync(join(tmpdir(), 'thidua-pull-'));
    exchange.pull = (given) =>
      pull({
        url: exchange.url,
        key: test.keys.district ?? '',
        into: exchange.into,
        pause: async () => undefined,
        ...given,
      });
  });
  afterEach(() => rmSync(exchange.into, { recursive: true, force: true }));
  return exchange;
}

/** Amends the indicator of rice, so that there is a change to pull. */
export async function amendRice(test: TestApp, assessedBy?: string): Promise<Row> {
  const { body } = await rest(test).indicator('clerk', 'duc-lang', '2023', 'econ.rice.area');
  const amended = await rest(test).amendIndicator('clerk', 'duc-lang', '2023', 'econ.rice.area', body.version, {
    assessedBy: assessedBy ?? `lần ${body.version}`,
    reason: 'Sửa',
  });
  expect(amended.status).toBe(200);
  return amended.body;
}

/** Every file below a directory with its content, sorted by name. */
export function filesOf(directory: string): Record<string, string> {
  const names = (readdirSync(directory, { recursive: true }) as string[]).filter((name) =>
    statSync(join(directory, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

export const linesOf = (text: string | undefined): any[] =>
  (text ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
