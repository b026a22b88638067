import { setTimeout as delay } from 'node:timers/promises';
import { AwardsService } from '../../src/commendations/awards.service.js';
import { FundQueries } from '../../src/money/fund.queries.js';
import { MoneyQueries } from '../../src/money/money.queries.js';
import type { TestApp } from '../app.js';
import { draftedFor, signedFile } from '../awards.js';
import { done, graphql, rest, type Asked, type Row } from '../doors.js';
import { commune } from '../meetings.js';
import { unversion } from './racing-reports.js';
import { counted } from './rounds.js';

type Request = readonly [operation: string, actor: string, at: object, given: Asked];

interface Race {
  /** Sets the stage, and gives two requests that come at once. */
  acts: (test: TestApp) => Promise<readonly [Request, Request]>;
  /** What both may be told: nothing where an act is done, else the code of its refusal. */
  told: readonly (readonly [string?, string?])[];
}

/** Money of an award of these races, đồng. */
const amount = 1_080_000;
const year = 2024;

const ask = async (test: TestApp, ...[operation, actor, at, given]: Request): Promise<Row> =>
  done(await rest(test).ask(operation, actor, { commune, ...at }, given));

const standing = (test: TestApp) => ask(test, 'fund', 'accountant', { year }, {});

/** A request that leaves the fund of the year so many đồng, whatever it was. */
const settingOf = (version: number, contributions: number, confirm?: string[]): Request => {
  const share = { regularSpending: '0', rate: '1', rateSource: 'Điều 46' };
  const input = { ...share, contributions: String(contributions), confirm };
  return ['setFund', 'accountant', { year }, { version, input }];
};

/** Sets what the fund of the year has, on what stands; answers what stood before. */
export async function setFund(test: TestApp, contributions: (stands: Row) => number): Promise<Row> {
  const stands = await standing(test);
  await ask(test, ...settingOf(stands.version, contributions(stands), ['BEYOND_FUND']));
  return stands;
}

const signingOf = async (test: TestApp, confirm?: string[]): Promise<Request> => {
  const { id, version } = await draftedFor(test, '2024-01-10');
  return ['signDecision', 'chairperson', { id }, { version, input: { file: await signedFile(test), confirm } }];
};

async function given(test: TestApp): Promise<Row> {
  const { id: decision } = await ask(test, ...(await signingOf(test, ['BEYOND_FUND'])));
  return (await ask(test, 'awards', 'clerk', { decision }, {})).items[0];
}

const paying = (voucher: string, { id }: Row): Request => [
  ...(['payAwards', 'accountant', {}] as const),
  { input: { voucher, awards: [{ award: id }] } },
];

export const races = {
  'an award paid twice': {
    acts: async (test) => {
      await setFund(test, () => 1e12);
      const award = await given(test);
      return [paying('PC 1', award), paying('PC 2', award)];
    },
    told: [[, 'ALREADY_PAID'], ['ALREADY_PAID']],
  },
  'two awards for the last đồng of the fund': {
    acts: async (test) => {
      const [one, other] = [await given(test), await given(test)];
      await setFund(test, ({ paid, recovered }) => Number(paid) - Number(recovered) + amount);
      return [paying('PC 1', one), paying('PC 2', other)];
    },
    told: [[, 'FUND_EXCEEDED'], ['FUND_EXCEEDED']],
  },
  'a signature and a smaller fund': {
    acts: async (test) => {
      const signing = await signingOf(test);
      const { version, committed } = await setFund(test, (stands) => Number(stands.committed) + amount);
      return [signing, settingOf(version + 1, Number(committed) + amount - 1)];
    },
    told: [[, 'ASKED_BACK'], ['ASKED_BACK']],
  },
} as const satisfies Record<string, Race>;

export type RaceName = keyof typeof races;
export const raceNames = Object.keys(races) as RaceName[];

export interface Figures {
  rounds: number;
  /** How often each pair of answers came. */
  told: Record<string, number>;
  /** Pairs of answers that no order of the two acts gives, and money that nothing legal leaves, a sentence each. */
  illegal: string[];
}

/** Races of one kind, one after the other: they are for the money of one fund. Each act comes through its own door. */
export async function racePayments(test: TestApp, name: RaceName, rounds: number): Promise<Figures> {
  const { acts, told: legal }: Race = races[name];
  const inWords = ([one = 'done', other = 'done']: readonly (string | undefined)[]) => `${one}, ${other}`;
  const told: string[] = [];
  const illegal: string[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const requests = await acts(test);
    const doors = turn % 2 === 0 ? [rest(test), graphql(test)] : [graphql(test), rest(test)];
    const codes = await Promise.all(
      requests.map(async ([operation, actor, at, asked], place) => {
        if (place === Math.floor(turn / 2) % 2) await delay(Math.random() * 12);
        return (await doors[place]!.ask(operation, actor, { commune, ...at }, asked)).code;
      }),
    );
    told.push(inWords(codes));
    if (!legal.map(inWords).includes(inWords(codes))) illegal.push(inWords(codes));
    illegal.push(...(await crooked(test)));
  }
  return { rounds, told: counted(told), illegal };
}

/** What nothing legal leaves, as rows, vouchers and the answer of the fund have it. */
async function crooked(test: TestApp): Promise<string[]> {
  const { rows } = await test.admin.query<{ sentence: string }>(
    `select 'paid otherwise than its vouchers say' as sentence from award a
     where a.commune_id = 1 and coalesce(a.paid, 0) <> (
       select coalesce(sum(case p.kind when 'PAYMENT' then p.amount else -p.amount end), 0) from payment p
       where p.commune_id = 1 and p.award_id = a.id)
     union all
     select 'paid more than it is' from award a where a.commune_id = 1 and a.paid > a.payable`,
  );
  const { ceiling, paid, recovered, left } = await standing(test);
  return [
    ...rows.map(({ sentence }) => sentence),
    ...(Number(paid) - Number(recovered) > Number(ceiling) ? ['paid beyond the fund'] : []),
    ...(Number(left) < 0 && Number(left) > -amount ? ['signed beyond the fund, and nobody asked'] : []),
  ];
}

/** Takes the guards away: the money is not locked, no award is held, and a change asks for no version. */
export function unguard(test: TestApp): void {
  test.app.get(MoneyQueries).lock = async () => undefined;
  const awards = test.app.get(AwardsService);
  awards.awardsForUpdate = async (caller, { communeId }, ids) =>
    (
      await awards.awardsById(
        caller,
        ids.map((id) => ({ communeId, id })),
      )
    ).filter((award) => award !== undefined);
  unversion(test);
  const funds = test.app.get(FundQueries);
  const spent = funds.spent.bind(funds);
  funds.spent = async (...asked) => {
    const money = await spent(...asked);
    // Long enough for another to see the same.
    await delay(40);
    return money;
  };
}
