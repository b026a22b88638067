import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { indicators, plan } from '../../src/sample/duc-lang-2023.data.js';
import { useApp } from '../app.js';
import { done, doors } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
let chain: { position: number; hash: string }[];

beforeAll(async () => {
  const caller = await test.operator();
  const draft = { ...plan, key: '2024', year: 2024 };
  await test.app.get(PlanActsService).draftPlan(caller, commune, draft);
  for (const indicator of indicators.slice(0, 3))
    await test.app.get(IndicatorActsService).addIndicator(caller, { commune, plan: '2024' }, indicator);
  const { rows } = await test.admin.query(
    `select position::int, encode(hash, 'hex') as hash from chain
     where commune_id = (select id from commune where key = $1) order by position`,
    [commune],
  );
  chain = rows;
});

/** Parts of a cursor: position, item, hash, visibility. */
const partsOf = (cursor: string) => Buffer.from(cursor, 'base64url').toString().split('.');
const forged = (...parts: unknown[]) => Buffer.from(parts.join('.')).toString('base64url');

describe.each(doors)('%s', (_, door) => {
  const feedOf = (actor: string, cursor?: string) => door(test).ask('changes', actor, { commune, first: 500, cursor });

  it('between the own head and the real one all answers are as beyond it', async () => {
    const { cursor, head } = done(await feedOf('district'));
    const real = chain.at(-1)!.position;
    // There is something to tell.
    expect(real - head.position).toBeGreaterThan(3);
    const [, , , mine] = partsOf(cursor);
    const [, , , inside] = partsOf(done(await feedOf('clerk')).cursor);
    expect(inside).not.toBe(mine);

    const answersTo = async (position: number) => {
      const hash = chain[position - 1]?.hash.slice(0, 16) ?? '0'.repeat(16);
      const cursors = [
        forged(position, 1, '0'.repeat(16), mine),
        forged(position, 1, hash, mine),
        forged(position, 1, hash, inside),
        forged(position, 0, '0'.repeat(16), 'ffffffff'),
      ];
      const answers = [];
      for (const each of cursors) answers.push(await feedOf('district', each));
      return answers.map(({ status, code, body }) => [status, code, body.detail, body.details]);
    };
    const beyond = await answersTo(real + 1);
    expect(beyond.map(([status, code]) => [status, code])).toEqual([
      [410, 'CURSOR_AHEAD'],
      [410, 'CURSOR_AHEAD'],
      [410, 'CURSOR_RESCOPED'],
      [410, 'CURSOR_RESCOPED'],
    ]);
    for (let position = head.position + 1; position <= real; position++)
      expect([position, await answersTo(position)]).toEqual([position, beyond]);
    expect(await answersTo(1_000_000)).toEqual(beyond);
    // Control: up to the own head the hash is judged.
    expect((await answersTo(head.position)).map(([, code]) => code)).toEqual([
      'CURSOR_OTHER_HISTORY',
      undefined,
      'CURSOR_RESCOPED',
      'CURSOR_RESCOPED',
    ]);
  });

  it('nor do the proof and the results of a position', async () => {
    const { head } = done(await feedOf('district'));
    const codesOf = async (position: number) => {
      const answers = [
        await door(test).ask('proof', 'district', { commune, from: position + 1 }),
        await door(test).ask('results', 'district', { commune, at: position }),
      ];
      return answers.map(({ status, code, body }) => [status, code, body.errors]);
    };
    const beyond = await codesOf(chain.at(-1)!.position + 1);
    expect(beyond.map(([status, code]) => [status, code])).toEqual([
      [422, 'RULE'],
      [422, 'RULE'],
    ]);
    for (let position = head.position + 1; position <= chain.at(-1)!.position; position++)
      expect([position, await codesOf(position)]).toEqual([position, beyond]);
  });
});
