import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { forbidden } from '../access/held.rules.js';
import { allOf } from '../api/lists.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { issuerOf } from '../commendations/decision.rules.js';
import type { Commune } from '../communes/commune.entity.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import type { NominationState } from '../nominations/nomination.workflow.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { RoundsService } from '../nominations/rounds.service.js';
import type { Round } from '../nominations/round.entity.js';
import { periodInWords } from '../pages/period-words.js';
import { stateWords } from '../state-words.data.js';
import { PaperTemplatesService } from '../templates/paper-templates.service.js';
import type { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { formPrinted } from './form-printed.rules.js';
import * as papers from './nomination-paper.rules.js';
import type { NominationPrinted, RoundPrinted } from './nomination-paper.rules.js';
import { recipientKind } from './nominees.rules.js';
import { NoticesService } from './notices.service.js';
import { chairperson, committee, placeOf, seriesOf, type SignerPrinted } from './office.rules.js';
import type { NominationPaperAsked, NominationPaperKind } from './paper.inputs.js';
import { PapersQueries, type Advice, type Nominee } from './papers.queries.js';
import { prescribedFor } from './prescribed.rules.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { refusal, type RefusalPrinted } from './refusal.rules.js';
import { ReportsService } from './reports.service.js';
import { dayInWords } from './said.rules.js';
import { demandReads, noPaper, personsAmong } from './to-print.js';

/** Paper of a round, as it is asked for. */
export type RoundPaper = NominationPaperAsked & { round: string };

const makers = { PROPOSAL: papers.proposal, LIST: papers.list, SUMMARY: papers.summary } as const;

/** Reads of the records that a paper prints, beside the nominations and their names. */
const rightsTo = {
  ...{ PROPOSAL: ['meetings'], LIST: [], SUMMARY: ['meetings', 'objections'] },
  ...{ REPORT: ['honours', 'results'], NOTICE: ['listings'], REFUSAL: [] },
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
    private readonly templates: PaperTemplatesService,
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
      demandReads(caller, commune, ['nominations', 'units', ...rightsTo[kind]]);
      const paper = await this.made(caller, { reach, round, asked: { ...asked, kind } });
      return Object.assign(paper, { template: await this.templates.docxOf(reach, kind) });
    });
  }

  private async made(
    caller: Caller,
    { reach, round, asked }: { reach: Reach; round: Round; asked: RoundPaper & { kind: NominationPaperKind } },
  ): Promise<PrintedPaper> {
    const { kind } = asked;
    if (kind === 'REPORT') return this.reports.report(caller, reach, asked);
    if (kind === 'NOTICE') return this.notices.notice(caller, reach, asked);
    const chosen = await this.chosen(caller, reach, asked);
    if (chosen.length === 0) throw noPaper();
    const codes = chosen.map(({ formCode }) => formCode);
    const forms = await this.catalogue.formsNamed(caller, codes, { ruleSet: round.ruleSet });
    const toPrint = { reach, round, asked, chosen, forms };
    const paper =
      kind === 'REFUSAL'
        ? refusal(await this.refused(caller, toPrint))
        : makers[kind](await this.printed(caller, toPrint));
    const prescribed = prescribedFor(kind, forms.values());
    return asPrinted(paper, { communeId: reach.communeId, persons: personsAmong(chosen), prescribed });
  }

  /** Nominations that the paper names, with their nominees, in its order. */
  private async chosen(
    caller: Caller,
    reach: Reach,
    { round, form, unit: code, kind, nomination }: RoundPaper,
  ): Promise<(Nomination & Nominee & Advice)[]> {
    const filter = { round: [round], ...(form !== undefined && { form: [form] }) };
    const seen = await allOf((page) => this.nominations.nominations(caller, reach.key, { ...filter, ...page }));
    const goOn = ({ state }: Nomination) => state !== 'WITHDRAWN' && (kind === 'SUMMARY' || !ended.includes(state));
    const isRefused = ({ id, state }: Nomination) => state === 'REFUSED' && id === (nomination ?? id);
    const named = seen.filter(kind === 'REFUSAL' ? isRefused : goOn);
    const nominations = new Map(named.map((each) => [each.id, each]));
    const ids = [...nominations.keys()];
    const within = code === undefined ? undefined : await this.units.unit(caller, { commune: reach.key, unit: code });
    const advice = new Map((await this.queries.advice(reach, ids)).map((each) => [each.nominationId, each]));
    return (await this.queries.nominees(reach, { ids, day: caller.on })).flatMap((nominee) => {
      const [of, advised] = [nominations.get(nominee.nominationId), advice.get(nominee.nominationId)];
      const isWithin = within === undefined || `${nominee.path}/`.startsWith(`${within.path}/`);
      return isWithin && of && advised ? [Object.assign(of, nominee, advised)] : [];
    });
  }

  private async printed(caller: Caller, { reach, round, asked, chosen, forms }: ToPrint): Promise<RoundPrinted> {
    const of = await this.communes.commune(caller, reach.key);
    const areHere = [...forms.values()].every(({ authority }) => authority.here);
    const proposer = asked.by ?? asked.unit ?? (areHere ? councilOf(chosen) : undefined);
    const unit = proposer === undefined ? null : await this.units.unit(caller, { commune: reach.key, unit: proposer });
    const to = [...forms.values()].map(({ authority }) =>
      authority.here ? `Chủ tịch ${issuerOf(of)}` : authority.title,
    );
    const meetings = chosen.flatMap(({ council, heldOn }) =>
      council === null || heldOn === null ? [] : `Căn cứ kết quả họp xét ${dayInWords(heldOn)} của ${council}`,
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
        form: formPrinted(each.formName, forms.get(each.formCode)?.category, of.kindText),
        period: periodInWords(each.period, 'vi'),
        ...{ state: stateWords.nomination[each.state], votes: each.votes, objections: each.objections },
      })),
    };
  }

  /** Refusals of the commune and from above, as they are answered to the units that put their nominees forward. */
  private async refused(caller: Caller, { reach, round, chosen, forms }: ToPrint): Promise<RefusalPrinted> {
    const of = await this.communes.commune(caller, reach.key);
    return {
      ...{ office: issuerOf(of), place: placeOf(of), year: caller.on.slice(0, 4), round: round.name },
      to: [...new Set(chosen.map(({ unitName, name }) => unitName ?? name))],
      signer: chairperson,
      nominees: chosen.map(({ name, unitKind, unitName, formName, formCode, period, decisionId, outcomeReason }) => ({
        ...{ name, kind: recipientKind(unitKind), unit: unitName },
        form: formPrinted(formName, forms.get(formCode)?.category, of.kindText),
        period: periodInWords(period, 'vi'),
        reason: `${decisionId === null ? 'cấp trên không khen thưởng; ' : ''}${outcomeReason ?? ''}`,
      })),
    };
  }
}

interface ToPrint {
  reach: Reach;
  round: Round;
  asked: RoundPaper;
  chosen: readonly (Nomination & Nominee & Advice)[];
  forms: ReadonlyMap<string, AwardForm>;
}

/** Code of the council (hội đồng) that met on nominations; undefined where several did, or none. */
function councilOf(chosen: readonly Advice[]): string | undefined {
  const codes = new Set(
    chosen.flatMap(({ council, councilCode }) => (/^hội đồng/iu.test(council ?? '') ? (councilCode ?? []) : [])),
  );
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
}

/** Office that proposes: a unit below the commune's, or this itself. */
const officeOf = (commune: Commune, unit: Unit | null) =>
  unit === null
    ? { office: issuerOf(commune), series: 'UBND' }
    : { office: unit.name, above: `UBND ${commune.name}`, series: seriesOf(unit.name) };

function signerOf(unit: Unit | null): SignerPrinted {
  if (unit === null) return committee;
  if (/^hội đồng/iu.test(unit.name)) return { capacity: 'TM. HỘI ĐỒNG', title: 'Chủ tịch', name: null };
  if (unit.kind === 'HAMLET') return { capacity: null, title: `Trưởng ${unit.kindText ?? 'thôn'}`, name: null };
  return { capacity: null, title: 'Thủ trưởng đơn vị', name: null };
}
