import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { checklist, DossiersService, handedIn } from './dossiers.service.js';
import type { Nomination } from './nomination.entity.js';
import type { AmendNomination, DropNomination, NominationAt } from './nomination.inputs.js';
import { brokenNomination, filled, formStays, nomineeStays } from './nomination.rules.js';
import { alreadyNominated } from './already-nominated.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsService } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';

/** Drafted and returned nominations as they are amended, and dropped. */
@Injectable()
export class NominationAmendmentsService {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly dossiers: DossiersService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Amends a drafted or returned nomination, of a draft the nominee, too; another form or type has another checklist,
   * which keeps the documents of lines it shares. Refusals: FORBIDDEN, at another nominee, too; STALE; STATE; RULE with
   * every reason there is; ALREADY_NOMINATED.
   */
  amendNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { unit: newUnit, form: newForm, restsOn, papers = [], ...given }: AmendNomination,
  ): Promise<Nomination> {
    const step = { type: this.nominations.recordType, act: 'amendNomination', at } as const;
    return this.records.act(caller, step, async (before) => {
      const reach = caller.reachIn(at.commune);
      if (Object.keys(given).length === 0 && !newUnit && !newForm && !restsOn && papers.length === 0)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      const { formCode: oldForm } = before;
      const unitCode = newUnit ?? before.unitCode;
      const formCode = newForm ?? oldForm;
      const after = { ...before, ...given, formCode };
      const unit = await this.units.unitCalled(caller, { commune: at.commune, unit: unitCode, on: caller.on });
      const moves = unitCode !== before.unitCode;
      if (moves) caller.demandFor('amendNomination', at.commune, unit?.pathToday ?? wholeCommune);
      const round = await this.rounds.round(caller, at.commune, before.roundId);
      const forms = await this.dossiers.formsOf(caller, formCode, round);
      const asks = checklist(forms.form, after.type);
      const dossier = filled(asks, [...papers, ...handedIn(before.dossier, asks)]);
      refuse([
        ...(moves ? nomineeStays(before) : []),
        ...formStays(before, after),
        ...brokenNomination(
          { ...after, unit: unitCode, form: formCode, deedOn: after.deedOn ?? undefined },
          { on: caller.on, round, unit, ...forms },
        ),
        ...(await this.dossiers.broken(caller, reach, { restsOn: restsOn ?? before.restsOn, papers, dossier: asks })),
      ]);
      const unitId = expected(unit, `The unit ${unitCode} is not there, and yet valid.`).id;
      const occupant = await this.queries.occupant(reach, { ...after, unitId });
      if (occupant && occupant.id !== at.id) throw alreadyNominated(occupant);
      const { name, roads } = expected(forms.form, `The form ${formCode} is not there, and yet of the round.`);
      await this.dossiers.replacePapers(reach, at.id, dossier);
      if (restsOn) await this.dossiers.replaceGrounds(reach, at.id, restsOn);
      const steps = roads.find((each) => each.type === after.type)?.steps ?? [];
      return { ...given, unitId, formCode, formName: name, steps };
    });
  }

  /** Drops a drafted nomination: its place is free again. Refusals: FORBIDDEN; STALE; STATE once it is submitted. */
  dropNomination(caller: Caller, at: AtVersion<NominationAt>, { reason }: DropNomination): Promise<Nomination> {
    const step = { type: this.nominations.recordType, act: 'dropNomination', at, reason } as const;
    return this.removals.act(caller, step, () => this.dossiers.clear(caller.reachIn(at.commune), at.id));
  }
}
