import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { pagedWhole, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { isAskedOf } from '../catalogue/condition.rules.js';
import { baseOf, quotasOf, type Quota } from '../catalogue/quota.rules.js';
import { groups } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { lastYearOf } from '../indicators/period.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import type { RoundAt } from '../nominations/round.inputs.js';
import { RoundsService } from '../nominations/rounds.service.js';
import type { Point } from '../points.js';
import { pointerOf, type DecisionLine } from './decision.rules.js';
import { beyondQuota, placesOf } from './quota.rules.js';
import { QuotasQueries } from './quotas.queries.js';
import type { RoundQuota } from './quota.view.js';

const byForm = {
  types: ['text', 'text'],
  keysOf: ({ formCode, unitCode }: RoundQuota) => [formCode, unitCode ?? ''],
} as const;

/** Quotas of award forms (tỷ lệ khống chế), counted live. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly database: Database,
    private readonly queries: QuotasQueries,
    private readonly catalogue: CatalogueService,
    private readonly rounds: RoundsService,
  ) {}

  /** Places of each form of a round, by the rule set of the round, as they stand today. Refusal: NOT_FOUND. */
  quotas(caller: Caller, { commune, id }: CommuneAt & RoundAt, page: Paging): Promise<Page<RoundQuota>> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const { communeId } = reach;
      const { forms: codes, ruleSet, period } = await this.rounds.round(caller, commune, id);
      const forms = [...(await this.catalogue.formsNamed(caller, codes, { ruleSet })).values()];
      const holders = await this.queries.holders(reach, {
        of: [...codes, ...forms.flatMap(quotasOf).flatMap(baseOf)],
        year: lastYearOf(period),
        on: caller.on,
        round: id,
      });
      const rows = forms.flatMap((form) => placesOf(form, quotasOf(form), holders));
      const rank = (row: RoundQuota) => byForm.keysOf(row).join(' ');
      const sorted = rows.map((row) => ({ communeId, ...row })).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      return pagedWhole(page, byForm, sorted);
    });
  }

  /**
   * Points against grants beyond a quota, by the rule set of each nomination. Part of the write that signs: it holds
   * the units of the commune, so no other decision is signed meanwhile.
   */
  async beyond(
    caller: Caller,
    reach: Reach,
    { lines, nominations }: { lines: readonly DecisionLine[]; nominations: readonly NominationRow[] },
  ): Promise<Point[]> {
    const byId = new Map(nominations.map((nomination) => [nomination.id, nomination]));
    const granted = lines.flatMap(({ nominationId, outcome }, index) => {
      const nomination = byId.get(nominationId);
      return outcome === 'GRANTED' && nomination ? [{ nomination, pointer: pointerOf(lines, index) }] : [];
    });
    const forms = await this.catalogue.formsOf(
      caller,
      granted.map(({ nomination: { ruleSet, formCode: code } }) => ({ ruleSet, code })),
    );
    if (forms.every((form) => !form || quotasOf(form).length === 0)) return [];
    const ids = granted.map(({ nomination }) => nomination.unitId);
    const above = await this.queries.above(reach, ids, caller.on);
    const nameOf = await this.catalogue.formNames(caller);
    const grants = granted.map(({ nomination, pointer }, place) => ({
      ...nomination,
      pointer,
      aboveId: above.get(nomination.unitId) ?? null,
      quotas: quotasFor(forms[place], nomination),
      nameOf,
    }));
    const points = groups(grants, ({ period }) => [lastYearOf(period)]).map(async (ofYear) => {
      const of = ofYear.flatMap(({ formCode, quotas }) => [formCode, ...quotas.flatMap(baseOf)]);
      const year = lastYearOf(ofYear[0].period);
      return beyondQuota(ofYear, await this.queries.holders(reach, { of, year, on: caller.on, round: null }));
    });
    return (await Promise.all(points)).flat();
  }
}

/** Quotas of a form that are asked of a nomination. */
const quotasFor = (form: AwardForm | undefined, { type, unitKind: kind }: NominationRow): Quota[] =>
  quotasOf({ conditions: (form?.conditions ?? []).filter((condition) => isAskedOf(condition, { type, kind })) });
