import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf, type Paging } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { Refusal } from '../refusals.js';
import type { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { readCode } from './award-code.rules.js';
import type { AwardVerification } from './award-verification.view.js';
import type { Award } from './award.entity.js';
import type { ListAwards, ListOwnAwards } from './award.inputs.js';
import { awardWorkflow, stateOf } from './award.workflow.js';
import { AwardsQueries } from './awards.queries.js';

/** The register of awards as it is read. */
@Injectable()
export class AwardsService {
  constructor(
    private readonly database: Database,
    private readonly queries: AwardsQueries,
    private readonly units: UnitsService,
  ) {}

  /** The awards of a commune, the newest recorded first. */
  awards(
    caller: Caller,
    commune: string,
    { unit, form, decision, year, revoked, ...page }: ListAwards,
  ): Promise<Page<Award>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['uuid']) as readonly [string] | null;
      return pageOf(
        await this.queries.awards(caller.in(commune), {
          units: unit,
          forms: form,
          decision,
          year,
          revoked,
          after,
          limit: first + 1,
        }),
        first,
        ({ id }) => [id],
      );
    });
  }

  award(caller: Caller, commune: string, id: string): Promise<Award> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.awardsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Awards by id, in the order asked; undefined where there is nothing to see. */
  awardsById(caller: Caller, asked: readonly { communeId: number; id: string }[]): Promise<(Award | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.awardsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** The awards each decision gave. */
  awardsOfDecisions(caller: Caller, decisions: readonly { communeId: number; id: string }[]): Promise<Award[][]> {
    return this.database.read(caller, async () => {
      const rows = await this.queries.awardsOfDecisions(
        decisions.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), decisionId: id })),
      );
      return decisions.map(({ communeId, id }) =>
        rows.filter((row) => row.communeId === communeId && row.decisionId === id),
      );
    });
  }

  /** The whole record of a unit or person, the oldest first. Refusal: NOT_FOUND. */
  honours(caller: Caller, commune: string, code: string, page: Paging): Promise<Page<Award>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(await this.awardsOf(caller, [await this.units.unit(caller, commune, code)], page)),
    );
  }

  /** The same page of the awards of each unit, in the order asked, the oldest first. */
  awardsOf(
    caller: Caller,
    units: readonly Pick<Unit, 'communeId' | 'id'>[],
    { form, revoked, ...page }: ListOwnAwards,
  ): Promise<Page<Award>[]> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['day', 'uuid']) as readonly [string, string] | null;
      const places = units.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), unitId: id }));
      const rows = await this.queries.awardsOf(places, { forms: form, revoked, after, limit: first + 1 });
      return units.map((unit) =>
        pageOf(
          rows.filter(({ communeId, unitId }) => communeId === unit.communeId && unitId === unit.id),
          first,
          ({ grantedOn, id }) => [grantedOn, id],
        ),
      );
    });
  }

  /** What the caller may do with an award now, and why not. */
  awardActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const award = await this.award(caller, commune, id);
      return possibleActs(awardWorkflow, stateOf(award), (act) => [
        caller.refusalFor(act, commune, ''),
        award.decisionId === null ? 'RULE' : undefined,
      ]);
    });
  }

  /** What the record says of the award with this code, however it was typed. Refusals: NOT_FOUND; RULE for a code that was never printed. */
  verifyAward(caller: Caller, typed: string): Promise<AwardVerification> {
    return this.database.read(caller, async () => {
      const read = readCode(typed);
      if (!read)
        throw new Refusal('RULE', {}, [
          { pointer: '/code', code: 'MISTYPED', detail: 'This is no code of ours: a sign of it is wrong or missing.' },
        ]);
      return found(await this.queries.verification(caller.in(read.commune), read.code));
    });
  }
}
