import { setTimeout as delay } from 'node:timers/promises';
import { SubmissionsQueries } from '../../src/submissions/submissions.queries.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { UnitsQueries } from '../../src/units/units.queries.js';
import type { TestApp } from '../app.js';
import { graphql, rest } from '../doors.js';
import { entries, issued } from './racing-reports.js';
import { counted, eachRound } from './rounds.js';

const commune = 'duc-lang';

export interface Figures {
  rounds: number;
  /** Reports that were drafted, by whom the unit was reported for until it moved. */
  drafted: number;
  refused: Record<string, number>;
  /** Reports that were drafted by the reporter of the place that the unit had left. */
  late: number;
}

/** A unit moves from one hamlet to another while the reporter of the first drafts its report. */
export async function raceMoves(test: TestApp, rounds: number): Promise<Figures> {
  const { plan } = await issued(test);
  const codes: (string | undefined)[] = [];
  const name = (turn: number) => `di-${plan}-${turn}`;
  await eachRound(rounds, async (turn) => {
    const unit = name(turn);
    await test.app.get(UnitActsService).addUnit(await test.operator(), commune, {
      ...{ code: unit, kind: 'ORGANISATION', name: `Chi hội ${plan} ${turn}` },
      ...{ parent: 'khu-dan-cu-2', validFrom: '2023-01-01' },
    });
    const [one, other] = turn % 2 === 0 ? [rest(test), graphql(test)] : [graphql(test), rest(test)];
    const move = async () => {
      const { code } = await one.ask(
        'moveUnit',
        'clerk',
        { commune, unit },
        { version: 1, input: { parent: 'khu-dan-cu-3', from: '2024-01-31', reason: 'Sắp xếp lại' } },
      );
      if (code !== undefined) throw new Error(`A unit that nothing holds was not moved: ${code}`);
    };
    const draft = async () => {
      await delay(Math.random() * 12);
      const input = { plan, unit, period: '2023-06', entries };
      codes.push((await other.ask('draftSubmission', 'hamlet-2', { commune }, { input })).code);
    };
    await Promise.all([move(), draft()]);
  });
  const { rows } = await test.admin.query<{ late: string }>(
    `select count(*) as late from change s
     join change m on m.commune_id = s.commune_id and m.kind = 'unit.moved' and m.record_id = s.data ->> 'unitId'
     where s.commune_id = 1 and s.kind = 'submission.drafted' and s.data ->> 'plan' = $1 and s.position > m.position`,
    [plan],
  );
  const refused = codes.filter((code) => code !== undefined);
  return {
    rounds: codes.length,
    drafted: codes.length - refused.length,
    refused: counted(refused),
    late: Number(rows[0]!.late),
  };
}

/** Lets a draft linger between reading where its unit stands and its end. */
export function linger(test: TestApp): void {
  const queries = test.app.get(SubmissionsQueries);
  const occupant = queries.occupant.bind(queries);
  queries.occupant = async (...asked) => {
    await delay(40);
    return occupant(...asked);
  };
}

/** Takes the guard away: who rests on a unit no longer waits for its move. */
export const unguard = (test: TestApp) =>
  void Object.assign(test.app.get(UnitsQueries), { lockShared: () => Promise.resolve() });
