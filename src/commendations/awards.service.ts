import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { firstOrNotFound, found, withReach, type RecordKey } from '../api/found.js';
import { byRank, pagedEach, pagedIn } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { nameSearch } from '../database/text.js';
import { hold } from '../database/hold.js';
import { firstDayOf } from '../day.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { AmountsService } from '../money/amounts.service.js';
import { Refusal, wrong } from '../refusals.js';
import { readCode } from './award-code.rules.js';
import { AwardVerificationQueries } from './award-verification.queries.js';
import type { AwardVerification } from './award-verification.view.js';
import { Award } from './award.entity.js';
import type { AwardAt, ListAwards, ListOwnAwards } from './award.inputs.js';
import { sameAward } from './award.rules.js';
import { awardWorkflow, stateOf } from './award.workflow.js';
import { AwardsQueries } from './awards.queries.js';
import { RegisterQueries } from './register.queries.js';

const oldestFirst = {
  types: ['text', 'uuid'],
  keysOf: ({ grantedOn, id }: Award) => [grantedOn, id],
} as const;

/** The register of awards as it is read. */
@Injectable()
export class AwardsService {
  readonly recordType: RecordType<Award, AwardAt, typeof awardWorkflow> = {
    entity: Award,
    workflow: awardWorkflow,
    lock: async (reach, { id }) => {
      await this.amounts.lock(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.award(caller, commune, id),
    readEach: (caller, asked) => this.awardsById(caller, asked),
    demandRight: (caller, { act, commune }) => {
      if (act === 'recoverAward') caller.demandOffice(act, commune);
      else caller.demandFor(act, commune, wholeCommune);
    },
    states: 'award',
    stateOf,
    notBefore: ({ grantedOn }, act) =>
      ['correctAward', 'revokeAward', 'restoreAward'].includes(act)
        ? { day: firstDayOf(grantedOn), of: 'GRANT' }
        : null,
    hindrances: (_, rows) =>
      rows.map(({ decisionId, paid }) => {
        const byHand = decisionId === null;
        const mended = byHand ? undefined : ('RULE' as const);
        const given = byHand ? ('RULE' as const) : undefined;
        const recoverAward = paid === null ? ('RULE' as const) : undefined;
        return { revokeAward: given, amendAward: mended, removeAward: mended, recoverAward };
      }),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: AwardsQueries,
    private readonly verifications: AwardVerificationQueries,
    private readonly register: RegisterQueries,
    private readonly amounts: AmountsService,
    private readonly records: RecordsService,
  ) {}

  /** The awards of a commune, the newest recorded first; of a search by rank. */
  async awards(caller: Caller, commune: string, list: ListAwards, members?: Projection): Promise<Page<Award>> {
    return firstOrNotFound(await this.awardsIn(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. */
  awardsIn(
    caller: Caller,
    reaches: readonly Reach[],
    { unit, withPredecessors, form, search, first, after, ...asked }: ListAwards,
    members?: Projection,
  ): Promise<Page<Award>[]> {
    const predecessorsOn = withPredecessors ? caller.on : undefined;
    const filter = { ...asked, units: unit, predecessorsOn, forms: form, search: nameSearch(search) };
    return this.database.read(caller, () =>
      pagedIn(reaches, { first, after, order: byRank }, (reach, slice) =>
        this.queries.awards(reach, { ...filter, ...slice }, members),
      ),
    );
  }

  /**
   * The awards of a year in force on a day, by form: of each the newest ones, at most `first`, and how many there are
   * (`ofForm`).
   */
  awardsByForm(
    caller: Caller,
    commune: string,
    { members, ...asked }: { year: number; asOf: string; first: number; members: Projection },
  ): Promise<(Award & { ofForm: number })[]> {
    return this.database.read(caller, () => this.queries.awardsByForm(caller.reachIn(commune), asked, members));
  }

  /** One award. Refusal: NOT_FOUND. */
  async award(caller: Caller, commune: string, id: string, members?: Projection): Promise<Award> {
    return firstOrNotFound(
      await this.awardsById(caller, [{ communeId: caller.reachIn(commune).communeId, id }], members),
    );
  }

  /** Names of units, each on a day: those that awards are given under. Part of another write. */
  namesOn(reach: Reach, asked: readonly { unitId: string; day: string }[]): Promise<string[]> {
    return this.queries.namesOn(reach, asked);
  }

  /** Holds an award for the write it is part of. */
  lock(reach: Reach, id: string): Promise<void> {
    return this.queries.lock(reach, id);
  }

  /** Awards that another act changes, held for the write it is part of. */
  async awardsForUpdate(caller: Caller, { communeId }: Reach, ids: readonly string[]): Promise<Award[]> {
    await hold(this.database, Award, { communeId, ids });
    const asked = ids.map((id) => ({ communeId, id }));
    return (await this.awardsById(caller, asked)).filter((award) => award !== undefined);
  }

  /** Awards by id. */
  awardsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Award>> {
    return this.database.read(caller, () => this.queries.awardsById(withReach(caller, asked), members));
  }

  /** The awards each decision gave. */
  awardsOfDecisions(caller: Caller, decisions: readonly RecordKey[], members?: Projection): Promise<Award[][]> {
    return this.database.read(caller, async () => {
      const asked = withReach(caller, decisions);
      const rows = await this.queries.awardsOfDecisions(asked, members);
      return ofEach(asked, rows, ({ decisionId }) => decisionId);
    });
  }

  /** The same page of the awards of each unit, in the order asked, the oldest first. */
  awardsOf(
    caller: Caller,
    units: readonly RecordKey[],
    { withPredecessors, form, revoked, ...page }: ListOwnAwards,
    members?: Projection,
  ): Promise<Page<Award>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, oldestFirst, async (slice) => {
        const asked = withReach(caller, units);
        const predecessorsOn = withPredecessors ? caller.on : undefined;
        const rows = await this.queries.awardsOf(asked, { predecessorsOn, forms: form, revoked, ...slice }, members);
        return ofEach(asked, rows, ({ ofUnit }) => ofUnit);
      }),
    );
  }

  /**
   * Refuses an award that the register has, of the same recipient and form: see `sameAward`. Part of a write, and holds
   * what the register has of the recipient until its end. Refusal: ALREADY_RECORDED, with the id of the other.
   */
  async refuseRecorded(
    reach: Reach,
    award: Pick<Award, 'unitId' | 'formCode' | 'grantedOn' | 'numberText' | 'period'> & { id?: string },
  ): Promise<void> {
    await this.register.lockRecipient(reach, award.unitId);
    const others = (await this.register.ofForm(reach, award)).filter(({ id }) => id !== award.id);
    const same = sameAward(award, others);
    if (same) throw new Refusal('ALREADY_RECORDED', { id: same.id, current: same.version });
  }

  /** The acts on an award: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  awardActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /**
   * The record of the award with this code, however the code was typed. Refusals: NOT_FOUND; RULE for a code that
   * was never printed.
   */
  verifyAward(caller: Caller, typed: string): Promise<AwardVerification> {
    return this.database.read(caller, async () => {
      const read = readCode(typed);
      if (!read) throw wrong('/code', 'MISTYPED', 'This is no code of ours: a sign of it is wrong or missing.');
      return found(await this.verifications.ofCode(caller.reachIn(read.commune), read.code));
    });
  }
}

/** Whether an award differs in what tells it from another of its recipient. */
export const tellsApart = (before: Award, after: Award): boolean =>
  (['formCode', 'grantedOn', 'numberText', 'period'] as const).some((member) => before[member] !== after[member]);
