import { setTimeout } from 'node:timers/promises';
import { AwardActsService } from '../../src/commendations/award-acts.service.js';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { QuotasQueries } from '../../src/commendations/quotas.queries.js';
import { AmountsService } from '../../src/money/amounts.service.js';
import { NominationActsService } from '../../src/nominations/nomination-acts.service.js';
import { RoundActsService } from '../../src/nominations/round-acts.service.js';
import { Refusal } from '../../src/refusals.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { UnitsService } from '../../src/units/units.service.js';
import type { TestApp } from '../app.js';
import { signedFile } from '../awards.js';
import { commune } from '../meetings.js';
import { counted, eachRound } from './rounds.js';

/** Holders of the title that the quota is a share of: 15 % of seven is one place. */
const holders = 7;

async function person(test: TestApp, code: string): Promise<string> {
  await test.app.get(UnitActsService).addUnit(await test.operator(), commune, {
    ...{ code, kind: 'INDIVIDUAL', name: `Người ${code}`, parent: 'van-phong-thong-ke', validFrom: '2021-07-01' },
    invented: true,
  });
  return code;
}

/** A round for the title with one place, with so many recommended for it, each in a drafted decision. */
export async function onePlace(test: TestApp, decisions: number) {
  const caller = await test.operator();
  // As a decree might have it: the titles that the law itself limits are not the commune's to give on the day.
  await test.admin.query(
    `insert into catalogue.condition
     select rule_set, code, 'ty-le', 1000, array['MERIT'], array['INDIVIDUAL'], 'Không quá 15 %', null, $1, source, false
     from catalogue.award_form where rule_set = 'tdkt-2024' and code = 'giay-khen-xa'`,
    [JSON.stringify({ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' })],
  );
  const awards = test.app.get(AwardActsService);
  for (let number = 1; number <= holders; number++)
    await awards.recordAward(caller, commune, {
      ...{ unit: await person(test, `tien-tien-${number}`), form: 'ldtt', formName: 'Lao động tiên tiến' },
      ...{ period: '2021', citation: 'Hoàn thành tốt nhiệm vụ', grantedOn: '2022-01-10' },
      ...{ issuer: 'Chủ tịch UBND xã', reason: 'Ghi theo sổ khen thưởng' },
    });
  const round = await test.app.get(RoundActsService).openRound(caller, commune, {
    ...{ name: 'Tổng kết năm 2021', period: '2021', forms: ['giay-khen-xa', 'ldtt'] },
  });
  const drafted: { id: string; version: number }[] = [];
  await eachRound(decisions, async (turn) => {
    const { id } = await test.app.get(NominationActsService).nominate(caller, commune, {
      ...{ round: round.id, unit: await person(test, `ung-vien-${turn}`), form: 'giay-khen-xa', type: 'MERIT' },
      ...{ summary: 'Dẫn đầu phong trào', restsOn: [] },
    });
    await test.admin.query(`update nomination set state = 'RECOMMENDED' where id = $1`, [id]);
    const draft = { title: 'Tặng Giấy khen', grants: [{ nomination: id }] };
    drafted.push(await test.app.get(DecisionActsService).draftDecision(caller, commune, draft));
  });
  return { round, drafted };
}

/** Signs all of them at once: how many are signed, and what the others are told. */
export async function lastPlace(
  test: TestApp,
  drafted: readonly { id: string; version: number }[],
): Promise<{ signed: number; told: Record<string, number> }> {
  const caller = await test.operator();
  const told: string[] = [];
  const papers: { id: string; version: number; file: string }[] = [];
  // One after the other: a clerk's uploads at once are bounded, and it is the signings that race.
  for (const draft of drafted) papers.push({ ...draft, file: await signedFile(test) });
  await Promise.all(
    papers.map(async ({ id, version: expectedVersion, file }) => {
      await test.app
        .get(DecisionActsService)
        .signDecision(caller, { commune, id, expectedVersion }, { file })
        .then(
          () => told.push('SIGNED'),
          (error: Refusal) => told.push(error.points?.[0]?.code ?? String(error)),
        );
    }),
  );
  const { SIGNED: signed = 0, ...others } = counted(told);
  return { signed, told: others };
}

/** Takes the guard away: the units of the commune are not held; the count takes long enough for another to count, too. */
export function unguard(test: TestApp): void {
  test.app.get(UnitsService).hold = async () => undefined;
  test.app.get(AmountsService).lock = async () => undefined;
  const queries = test.app.get(QuotasQueries);
  const read = queries.holders.bind(queries);
  queries.holders = async (...asked) => {
    const found = await read(...asked);
    await setTimeout(100);
    return found;
  };
}
