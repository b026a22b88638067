import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { isSound, Refusal, refusalOf, refusalWith } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { alreadyNominated, type Occupant } from './already-nominated.js';
import { checklist, DossiersService } from './dossiers.service.js';
import { Nomination } from './nomination.entity.js';
import type { Ground, Paper } from './nomination-members.view.js';
import type { Nominate } from './nomination.inputs.js';
import { brokenNomination, filled } from './nomination.rules.js';
import { drafting } from './nomination.workflow.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsService } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';
import type { InRound } from './several.inputs.js';

/** A nomination that is to be added, with its grounds and its checklist. */
interface Drafted {
  row: Pick<Nomination, 'id' | 'unitId' | 'formCode'> & Partial<Nomination>;
  restsOn: Ground[];
  dossier: Paper[];
}

/** Nominations of a round as they are put forward, many in few statements. Part of a write. */
@Injectable()
export class NominationAdditionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly dossiers: DossiersService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
  ) {}

  /**
   * Puts those forward that may be, and gives in the order asked each one, or its refusal: FORBIDDEN; RULE with every
   * reason there is; ALREADY_NOMINATED; BUSY. Refusals of all: RULE for no such round; STATE unless it is open.
   */
  async nominateEach(
    caller: Caller,
    { commune, round: roundId, by }: InRound & { commune: string; by: 'nominate' | 'importNominations' },
    asked: readonly Omit<Nominate, 'round'>[],
  ): Promise<(Nomination | Refusal)[]> {
    const reach = caller.reachIn(commune);
    const codes = asked.map(({ unit }) => unit);
    const units = await this.units.unitsCalled(caller, { commune, on: caller.on }, codes);
    const placeOf = (code: string) => units.get(code)?.pathToday ?? wholeCommune;
    const barred = codes.map((code) => refusalOf(() => caller.demandFor(by, commune, placeOf(code))));
    const allowed = asked.filter((_, index) => !barred[index]);
    if (allowed.length === 0) return barred.flatMap((refusal) => refusal ?? []);
    const round = await this.rounds.roundToNominate(reach, roundId);
    const forms = allowed.map(({ form }) => form);
    const formsOf = await this.dossiers.formsNamed(caller, forms, round);
    const given = allowed.map(({ form, type, restsOn = [], papers = [] }) => {
      const dossier = checklist(formsOf(form).form, type);
      return { restsOn, papers, dossier };
    });
    const broken = await this.dossiers.brokenEach(caller, reach, given);
    const drafted = allowed.map((nominated, index): Drafted | Refusal => {
      const { unit: code, form: formCode, restsOn = [], papers = [], ...input } = nominated;
      const unit = units.get(code);
      const { form, formNow } = formsOf(formCode);
      const own = brokenNomination(nominated, { on: caller.on, round, unit, form, formNow });
      const refusal = refusalWith([...own, ...(broken[index] ?? [])], []);
      if (refusal) return refusal;
      const { id: unitId } = expected(unit, `The unit ${code} is not there, and yet valid.`);
      const { name: formName, roads } = expected(form, `The form ${formCode} is not there, and yet of the round.`);
      const steps = roads.find(({ type }) => type === input.type)?.steps ?? [];
      const row = {
        ...{ ...input, period: input.period ?? round.period },
        ...{ communeId: reach.communeId, id: v7(), version: 1 },
        ...{ roundId, unitId, formCode, formName, ruleSet: round.ruleSet, steps },
        ...{ state: drafting.to, timesReturned: 0, audience: 'INSIDE' as const },
      };
      return { row, restsOn, dossier: filled(given[index]?.dossier ?? [], papers) };
    });
    const added = await this.insert(caller, { reach, round: roundId }, drafted);
    return barred.map((refusal) => refusal ?? expected(added.shift(), 'A nomination was not judged.'));
  }

  /** Inserts those whose places in the round are free. Refusals: ALREADY_NOMINATED; BUSY. */
  private async insert(
    caller: Caller,
    { reach, round }: { reach: Reach; round: string },
    drafted: readonly (Drafted | Refusal)[],
  ): Promise<(Nomination | Refusal)[]> {
    const sound = drafted.filter(isSound);
    const rows = sound.map(({ row }) => row);
    // The later of two at once waits here, and can still be told which one is live.
    await this.database.insert(Nomination, rows, 'are left out');
    const occupantOf = await this.occupants(reach, { round, rows });
    const isAdded = ({ row }: Drafted) => occupantOf(row)?.id === row.id;
    const added = sound.filter(isAdded);
    await this.dossiers.insertDossiers(
      reach,
      added.map(({ row: { id }, ...dossier }) => ({ id, ...dossier })),
    );
    const keys = added.map(({ row: { id } }) => ({ communeId: reach.communeId, id }));
    const read = new Map((await this.nominations.nominationsById(caller, keys)).map((row) => [row?.id, row]));
    return drafted.map((each) => {
      if (each instanceof Refusal) return each;
      const occupant = occupantOf(each.row);
      if (!occupant) return new Refusal('BUSY');
      return isAdded(each)
        ? expected(read.get(each.row.id), 'A nomination was added, and is not seen.')
        : alreadyNominated(occupant);
    });
  }

  /** Gives the live nomination of a nominee for a form in a round. */
  async occupants(
    reach: Reach,
    { round: roundId, rows }: InRound & { rows: readonly Pick<Nomination, 'unitId' | 'formCode'>[] },
  ): Promise<(slot: Pick<Nomination, 'unitId' | 'formCode'>) => Occupant | undefined> {
    const distinct = (texts: readonly string[]) => [...new Set(texts)];
    const found = await this.queries.occupants(reach, {
      roundId,
      forms: distinct(rows.map(({ formCode }) => formCode)),
      units: distinct(rows.map(({ unitId }) => unitId)),
    });
    const keyOf = ({ unitId, formCode }: Pick<Nomination, 'unitId' | 'formCode'>) => `${formCode} ${unitId}`;
    const bySlot = new Map(found.map((occupant) => [keyOf(occupant), occupant]));
    return (slot) => bySlot.get(keyOf(slot));
  }
}
