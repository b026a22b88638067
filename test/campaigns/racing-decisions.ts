import { setTimeout } from 'node:timers/promises';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { RegisterQueries } from '../../src/commendations/register.queries.js';
import { DecisionsQueries } from '../../src/commendations/decisions.queries.js';
import { NominationsQueries } from '../../src/nominations/nominations.queries.js';
import type { Round } from '../../src/nominations/round.entity.js';
import { Database } from '../../src/database/database.js';
import { DocumentsQueries } from '../../src/documents/documents.queries.js';
import { AmountsService } from '../../src/money/amounts.service.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { UnitClosingsService } from '../../src/units/unit-closings.service.js';
import { UnitsService } from '../../src/units/units.service.js';
import type { TestApp } from '../app.js';
import { makers } from '../contract/writes.js';
import { sampleDay } from '../../src/sample/sample.js';
import { forwarded, nominated, openedRound, signedFile } from '../awards.js';
import { graphql, rest, type Answer } from '../doors.js';
import { commune } from '../meetings.js';
import { until, waiting } from '../until.js';
import { unversion } from './racing-reports.js';
import { counted, eachRound } from './rounds.js';

export interface Figures {
  rounds: number;
  /** Rounds in which both were told that they had won, or nobody was. */
  strange: number;
  refused: Record<string, number>;
}

let made = 0;

/** A place of its own for each round of a race. */
async function unit(test: TestApp): Promise<string> {
  const { code } = await test.app.get(UnitActsService).addUnit(await test.operator(), commune, {
    code: `dua-${++made}`,
    kind: 'ORGANISATION',
    name: `Chi hội ${made}`,
    parent: 'khu-dan-cu-2',
    validFrom: '2023-01-01',
  });
  return code;
}

async function drafted(test: TestApp, round: Round) {
  const nomination = await nominated(test, round, await unit(test), 'APPRAISED', 'SUDDEN');
  return test.app
    .get(DecisionActsService)
    .draftDecision(await test.operator(), commune, { title: 'Khen đột xuất', grants: [{ nomination: nomination.id }] });
}

/** Two at once, one through each door. */
export async function both(
  rounds: number,
  race: () => Promise<readonly [() => Promise<Answer>, () => Promise<Answer>]>,
): Promise<Figures> {
  const told: (string | undefined)[][] = [];
  await eachRound(rounds, async (turn) => {
    const acts = await race();
    const answers = await Promise.all((turn % 2 === 0 ? acts : [...acts].reverse()).map((act) => act()));
    told.push(answers.map(({ code }) => code));
  });
  const codes = told.flat().filter((code) => code !== undefined);
  return {
    rounds: told.length,
    strange: told.filter((each) => each.filter((code) => code === undefined).length !== 1).length,
    refused: counted(codes),
  };
}

/** Two chairpersons' requests to sign the same decision, each with a file of its own. */
export async function twoSign(test: TestApp, rounds: number): Promise<Figures> {
  const round = await openedRound(test);
  return both(rounds, async () => {
    const { id, version } = await drafted(test, round);
    const [one, other] = [await signedFile(test), await signedFile(test)];
    const sign = (file: string, door: typeof rest) => () =>
      door(test).ask('signDecision', 'chairperson', { commune, id }, { version, input: { file } });
    return [sign(one, rest), sign(other, graphql)];
  });
}

/** One number typed for a decision and for a document of the same series. */
export async function twoTyped(test: TestApp, rounds: number): Promise<Figures> {
  const round = await openedRound(test);
  let number = 10_000;
  return both(rounds, async () => {
    const { id, version } = await drafted(test, round);
    const typed = { number: ++number, numberSuffix: number % 2 === 0 ? 'a' : undefined };
    const file = await signedFile(test);
    const paper = {
      ...{ type: 'QĐ', symbol: 'QĐ-UBND', year: 2024, issuer: 'ỦY BAN NHÂN DÂN XÃ ĐỨC LẠNG', title: 'Quyết định' },
      ...typed,
    };
    return [
      () => rest(test).ask('signDecision', 'chairperson', { commune, id }, { version, input: { file, ...typed } }),
      () => graphql(test).ask('recordDocument', 'clerk', { commune }, { input: paper }),
    ];
  });
}

/** The superior's outcome of the same nomination, recorded twice. */
export const twoOutcomes = (test: TestApp, rounds: number): Promise<Figures> =>
  both(rounds, async () => {
    const { id, version } = await forwarded(test, await unit(test));
    const told = { decidedOn: sampleDay, numberText: '1/QĐ-UBND', issuer: 'UBND huyện Đức Thọ', reason: 'Chưa đủ' };
    const record = (outcome: string, door: typeof rest) => () =>
      door(test).ask('recordOutcome', 'district', { commune, id }, { version, input: { ...told, outcome } });
    return [record('GRANTED', rest), record('REFUSED', graphql)];
  });

/** An award that the superior grants is recorded by hand at the same moment. */
export const recordedWhileGranted = (test: TestApp, rounds: number): Promise<Figures> =>
  both(rounds, async () => {
    const code = await unit(test);
    const { id, version } = await forwarded(test, code);
    const paper = { numberText: '1/QĐ-UBND', issuer: 'UBND huyện Đức Thọ' };
    const outcome = { ...paper, outcome: 'GRANTED', decidedOn: sampleDay };
    const told = { ...paper, unit: code, form: 'giay-khen-huyen', formName: 'Giấy khen', grantedOn: sampleDay };
    const input = { ...told, reason: 'Theo giấy khen bản gốc' };
    return [
      () => rest(test).ask('recordOutcome', 'district', { commune, id }, { version, input: outcome }),
      () => graphql(test).ask('recordAward', 'clerk', { commune }, { input }),
    ];
  });

/** A nomination is withdrawn while the superior receives it. */
export const withdrawnWhileReceived = (test: TestApp, rounds: number): Promise<Figures> =>
  both(rounds, async () => {
    const { id, version } = await forwarded(test, await unit(test));
    return [
      () => rest(test).ask('withdrawNomination', 'clerk', { commune, id }, { version, input: {} }),
      () => graphql(test).ask('receiveNomination', 'district', { commune, id }, { version, input: {} }),
    ];
  });

/** The same nominee for the same form in the same round, put forward twice. */
export async function twoNominate(test: TestApp, rounds: number): Promise<Figures> {
  const round = await openedRound(test);
  return both(rounds, async () => {
    const input = { round: round.id, unit: await unit(test), form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu' };
    const put = (actor: string, door: typeof rest) => () => door(test).ask('nominate', actor, { commune }, { input });
    return [put('administrator', rest), put('clerk', graphql)];
  });
}

/** A closed meeting is reopened while a decision is drafted on what it recommended. */
export async function reopenedWhileDrafted(test: TestApp, rounds: number): Promise<Figures> {
  const make = makers(test).reopenMeeting!;
  await make();
  return both(rounds, async () => {
    const { path, version, other } = await make();
    const { body: meeting } = await rest(test).ask('meeting', 'clerk', { commune, ...path });
    const grants = [{ nomination: meeting.matters[0].nominationId }];
    const draft = { title: 'Tặng Giấy khen', grants };
    return [
      () => rest(test).ask('reopenMeeting', 'chairperson', { commune, ...path }, { version, input: other }),
      () => graphql(test).ask('draftDecision', 'clerk', { commune }, { input: draft }),
    ];
  });
}

/** A revoked award is restored while its collective is put forward again for the same form. */
export async function restoredWhileNominated(test: TestApp, rounds: number): Promise<Figures> {
  const make = makers(test).restoreAward!;
  await make();
  return both(rounds, async () => {
    const { path, version, input } = await make();
    const { body: award } = await rest(test).ask('award', 'clerk', { commune, ...path });
    const { body } = await rest(test).ask('nomination', 'clerk', { commune, id: award.nominationId });
    const { roundId, unitCode, formCode, type, deedOn, summary } = body;
    const again = { round: roundId, unit: unitCode, form: formCode, type, summary, ...(deedOn && { deedOn }) };
    return [
      () => rest(test).ask('restoreAward', 'clerk', { commune, ...path }, { version, input }),
      () => graphql(test).ask('nominate', 'administrator', { commune }, { input: again }),
    ];
  });
}

/** A decision is signed while the collective it grants something to is being dissolved from yesterday on; which rules that breaks. */
export async function dissolvedWhileSigned(test: TestApp): Promise<string[]> {
  const { id, version } = await drafted(test, await openedRound(test));
  const file = await signedFile(test);
  const operator = await test.operator();
  const yesterday = operator.acting({ on: '2024-01-30' });
  let signing: Promise<Answer> | undefined;
  await test.app.get(Database).write(yesterday, operator.reachIn(commune).communeId, async () => {
    await test.app
      .get(UnitClosingsService)
      .closeUnit(yesterday, { commune, unit: `dua-${made}`, expectedVersion: 1 }, { reason: 'Giải thể' });
    let signed = false;
    signing = rest(test).ask('signDecision', 'chairperson', { commune, id }, { version, input: { file } });
    void signing.then(() => (signed = true));
    await until(async () => signed || (await waiting(test)));
  });
  const { body } = await signing!;
  return (body.errors ?? []).map(({ code }: { code: string }) => code);
}

class Regret extends Error {}

/** Many decisions signed at once, one in three changing its mind after it has its number; then the numbers of the series are told. */
export async function numbersOf(
  test: TestApp,
  decisions: number,
): Promise<{ signed: number; numbers: number[]; failed: Record<string, number> }> {
  const round = await openedRound(test);
  const acts = test.app.get(DecisionActsService);
  const caller = await test.operator();
  const queries = test.app.get(DecisionsQueries);
  const hold = queries.holdHead.bind(queries);
  let turn = 0;
  // The number is drawn by then, and everything is taken back.
  queries.holdHead = async (reach) => {
    if (++turn % 3 === 0) throw new Regret();
    return hold(reach);
  };
  const failed: Record<string, number> = {};
  let signed = 0;
  const sign = async () => {
    const { id, version } = await drafted(test, round);
    const file = await signedFile(test);
    await acts.signDecision(caller, { commune, id, expectedVersion: version }, { file }).then(
      () => void signed++,
      (error: Error) => void (failed[error.constructor.name] = (failed[error.constructor.name] ?? 0) + 1),
    );
  };
  try {
    await eachRound(decisions, sign);
  } finally {
    queries.holdHead = hold;
  }
  const { rows } = await test.admin.query<{ number: number }>(
    `select number from decision where commune_id = 1 and state = 'SIGNED' and year = 2024 order by number`,
  );
  return { signed, numbers: rows.map(({ number }) => number), failed };
}

/** Takes the guards away: nothing is locked, a change asks for no version, numbers are not held, and no key forbids a second. */
export async function unguard(test: TestApp): Promise<void> {
  const queries = test.app.get(DecisionsQueries);
  queries.lock = async () => undefined;
  test.app.get(NominationsQueries).lock = async () => undefined;
  test.app.get(UnitsService).hold = async () => undefined;
  test.app.get(AmountsService).lock = async () => undefined;
  test.app.get(RegisterQueries).lockRecipient = async () => undefined;
  unversion(test);
  const numbers = test.app.get(DocumentsQueries);
  numbers.holdNumbers = async () => undefined;
  const read = numbers.highestNumber.bind(numbers);
  numbers.highestNumber = async (...series) => {
    const highest = await read(...series);
    // Long enough for another to draw the same.
    await setTimeout(50);
    return highest;
  };
  await test.admin.query(
    'drop index document_number_key; drop index nomination_live; alter table award drop constraint award_nomination_once',
  );
}
