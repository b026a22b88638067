import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { forbidden } from '../access/held.rules.js';
import { allOf } from '../api/lists.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { issuerOf } from '../commendations/decision.rules.js';
import type { Commune } from '../communes/commune.entity.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { saidInVietnamese } from '../day.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import type { NominationState } from '../nominations/nomination.workflow.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { RoundsService } from '../nominations/rounds.service.js';
import type { Round } from '../nominations/round.entity.js';
import { periodInWords } from '../pages/period-words.js';
import { wrong } from '../refusals.js';
import { stateWords } from '../state-words.data.js';
import { isPerson } from '../units/unit-kind.rules.js';
import type { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { formPrinted } from './form-printed.rules.js';
import * as papers from './nomination-paper.rules.js';
import type { NominationPrinted, RoundPrinted } from './nomination-paper.rules.js';
import { recipientKind } from './nominees.rules.js';
import { NoticesService } from './notices.service.js';
import { placeOf, type SignerPrinted } from './office.rules.js';
import type { NominationPaperAsked, NominationPaperKind } from './paper.inputs.js';
import { PapersQueries, type Advice, type Nominee } from './papers.queries.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { ReportsService } from './reports.service.js';

/** Paper of a round, as it is asked for. */
export type RoundPaper = NominationPaperAsked & { round: string };

const makers = { PROPOSAL: papers.proposal, LIST: papers.list, SUMMARY: papers.summary } as const;

/** Reads of the records that a paper prints, beside the nominations and their names. */
const rightsTo = {
  ...{ PROPOSAL: ['meetings'], LIST: [], SUMMARY: ['meetings', 'objections'] },
  ...{ REPORT: ['honours', 'results'], NOTICE: ['listings'] },
} as const satisfies Readonly<Record<NominationPaperKind, readonly OperationId[]>>;

/** States of nominations that are proposed no more: they stand in the summary alone. */
const ended: readonly NominationState[] = ['NOT_RECOMMENDED', 'REFUSED'];

/** Rounds as they are printed. */
@Injectable()
export class NominationPapersService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly rounds: RoundsService,
    private readonly nominations: NominationsService,
    private readonly units: UnitsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
    private readonly notices: NoticesService,
    private readonly reports: ReportsService,
  ) {}

  /**
   * A paper of the nominations in a round that the caller sees, with the names of today; number, day and signer are
   * blank. Refusals: NOT_FOUND; FORBIDDEN for a key that is bound to units; SCOPE_MISSING without the right to what it
   * prints; RULE where there is nothing to be printed, and for a REPORT without its nomination.
   */
  nominationPaper(caller: Caller, commune: string, asked: RoundPaper): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const round = await this.rounds.round(caller, commune, asked.round);
      if (reach.units) throw forbidden('nominationPaper');
      const { kind = 'PROPOSAL' } = asked;
      // eslint-disable-next-line no-restricted-syntax -- The rights to read what it prints.
      for (const operation of ['nominations', 'units', ...rightsTo[kind]] as const) caller.demand(operation, commune);
      if (kind === 'REPORT') return this.reports.report(caller, reach, asked);
      if (kind === 'NOTICE') return this.notices.notice(caller, reach, asked);
      const chosen = await this.chosen(caller, reach, asked);
      if (chosen.length === 0) throw wrong('', 'NO_PAPER', 'There is nothing to be printed.');
      const paper = makers[kind](await this.printed(caller, { reach, round, asked, chosen }));
      const persons = chosen.filter(({ unitKind }) => isPerson(unitKind)).map(({ unitId }) => unitId);
      return asPrinted(paper, { communeId: reach.communeId, persons });
    });
  }

  /** Nominations that the paper names, with their nominees, in its order. */
  private async chosen(
    caller: Caller,
    reach: Reach,
    { round, form, unit: code, kind }: RoundPaper,
  ): Promise<(Nomination & Nominee & Advice)[]> {
    const filter = { round: [round], ...(form !== undefined && { form: [form] }) };
    const seen = await allOf((page) => this.nominations.nominations(caller, reach.key, { ...filter, ...page }));
    const goOn = ({ state }: Nomination) => state !== 'WITHDRAWN' && (kind === 'SUMMARY' || !ended.includes(state));
    const nominations = new Map(seen.filter(goOn).map((nomination) => [nomination.id, nomination]));
    const ids = [...nominations.keys()];
    const within = code === undefined ? undefined : await this.units.unit(caller, { commune: reach.key, unit: code });
    const advice = new Map((await this.queries.advice(reach, ids)).map((each) => [each.nominationId, each]));
    return (await this.queries.nominees(reach, { ids, day: caller.on })).flatMap((nominee) => {
      const [nomination, advised] = [nominations.get(nominee.nominationId), advice.get(nominee.nominationId)];
      const isWithin = within === undefined || `${nominee.path}/`.startsWith(`${within.path}/`);
      return isWithin && nomination && advised ? [Object.assign(nomination, nominee, advised)] : [];
    });
  }

  private async printed(caller: Caller, { reach, round, asked, chosen }: ToPrint): Promise<RoundPrinted> {
    const of = await this.communes.commune(caller, reach.key);
    const proposer = asked.by ?? asked.unit;
    const unit = proposer === undefined ? null : await this.units.unit(caller, { commune: reach.key, unit: proposer });
    const codes = [...new Set(chosen.map(({ formCode }) => formCode))];
    const forms = await this.catalogue.formsNamed(caller, codes, { ruleSet: round.ruleSet });
    const to = [...forms.values()].map(({ authority }) =>
      authority.here ? `Chủ tịch ${issuerOf(of)}` : authority.title,
    );
    const meetings = chosen.flatMap(({ council, heldOn }) =>
      council === null || heldOn === null ? [] : `Căn cứ kết quả họp xét ${saidInVietnamese(heldOn)} của ${council}`,
    );
    const law = (await this.catalogue.ruleSets(caller, { first: 500 })).items.find(
      ({ code }) => code === round.ruleSet,
    );
    const papersOfDossiers = chosen.flatMap(({ dossier }) =>
      dossier.filter(({ documentType }) => documentType !== 'TTr'),
    );
    return {
      ...officeOf(of, unit),
      ...{ place: placeOf(of), year: caller.on.slice(0, 4), round: round.name },
      to: [...new Set(to)],
      bases: [...new Set([...(law ? [law.name] : []), ...meetings])],
      dossier: [...new Set(papersOfDossiers.map(({ name }) => name))],
      signer: signerOf(unit),
      nominations: chosen.map((each): NominationPrinted => ({
        ...{ name: each.name, kind: recipientKind(each.unitKind), unit: each.unitName, summary: each.summary },
        form: formPrinted(each.formName, forms.get(each.formCode)?.category),
        period: periodInWords(each.period, 'vi'),
        ...{ state: stateWords.nomination[each.state], votes: each.votes, objections: each.objections },
      })),
    };
  }
}

interface ToPrint {
  reach: Reach;
  round: Round;
  asked: RoundPaper;
  chosen: readonly (Nomination & Nominee & Advice)[];
}

/** Office that proposes: a unit below the commune's, or this itself. */
const officeOf = (commune: Commune, unit: Unit | null) =>
  unit === null
    ? { office: issuerOf(commune), series: 'UBND' }
    : { office: unit.name, above: `UBND ${commune.name}`, series: null };

function signerOf(unit: Unit | null): SignerPrinted {
  if (unit === null) return { capacity: 'TM. ỦY BAN NHÂN DÂN', title: 'Chủ tịch', name: null };
  if (/^hội đồng/iu.test(unit.name)) return { capacity: 'TM. HỘI ĐỒNG', title: 'Chủ tịch', name: null };
  if (unit.kind === 'HAMLET') return { capacity: null, title: `Trưởng ${unit.kindText ?? 'thôn'}`, name: null };
  return { capacity: null, title: 'Thủ trưởng đơn vị', name: null };
}
