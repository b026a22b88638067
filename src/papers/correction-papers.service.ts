import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { Award } from '../commendations/award.entity.js';
import { brokenPeriod } from '../commendations/award.rules.js';
import { AwardsService } from '../commendations/awards.service.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { readsAlike } from '../database/text.js';
import { periodInWords } from '../pages/period-words.js';
import { refuse, wrong } from '../refusals.js';
import { PaperTemplatesService } from '../templates/paper-templates.service.js';
import { correction, type Misprint } from './correction.rules.js';
import { nameOf, recipientKind } from './nominees.rules.js';
import { chairperson, placeOf } from './office.rules.js';
import type { CorrectionPaperAsked } from './paper.inputs.js';
import { PapersQueries } from './papers.queries.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { capital, decisionCited } from './said.rules.js';
import { demandReads, noPaper, personsAmong } from './to-print.js';

/** Letters that correct misprints of decisions, as they are printed before `correctAward` records them. */
@Injectable()
export class CorrectionPapersService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
    private readonly communes: CommunesService,
    private readonly templates: PaperTemplatesService,
  ) {}

  /**
   * The letter on what the decision of an award misprints, and how it reads rightly. Refusals: NOT_FOUND;
   * SCOPE_MISSING without the right to awards; RULE for an award given elsewhere, for a period after the grant, or when
   * nothing is to change.
   */
  correctionPaper(
    caller: Caller,
    commune: string,
    { id, ...given }: CorrectionPaperAsked & { id: string },
  ): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const award = await this.awards.award(caller, commune, id);
      if (award.decisionId === null) throw noPaper();
      demandReads(caller, commune, ['award']);
      const misprints = misprintsOf(award, given);
      if (misprints.length === 0) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse(brokenPeriod({ ...award, period: given.period ?? null }));
      const { unitId, grantedOn: day, numberText, issuer } = award;
      const { title, recipients } = await this.decisions.decision(caller, commune, award.decisionId);
      const of = await this.communes.commune(caller, commune);
      const unit = await this.queries.unitAbove(reach, { unitId, day });
      const others = recipients.filter((name) => !/^[-–•\s]*(?:lưu|như điều)/iu.test(name));
      const paper = correction({
        ...{ office: issuer, place: placeOf(of), year: caller.on.slice(0, 4), about: title, misprints },
        decision: decisionCited(numberText, day),
        to: [nameOf({ name: given.recipientName ?? award.recipientName, unit }), ...others],
        signer: chairperson,
      });
      const template = await this.templates.docxOf(reach, 'CORRECTION');
      return asPrinted(paper, { communeId: reach.communeId, persons: personsAmong([award]), template });
    });
  }
}

/** Misprints of an award: the members that are to read otherwise. */
function misprintsOf(award: Award, given: CorrectionPaperAsked): Misprint[] {
  const items = {
    recipientName: `Tên ${recipientKind(award.unitKind)} được khen thưởng`,
    formName: 'Danh hiệu, hình thức khen thưởng',
    period: 'Thời gian lập thành tích',
    citation: 'Thành tích',
  };
  const said = (name: keyof CorrectionPaperAsked, value: string | null | undefined) =>
    name === 'period' && value ? capital(periodInWords(value, 'vi')) : (value ?? '');
  return (Object.keys(items) as (keyof CorrectionPaperAsked)[])
    .filter((name) => given[name] !== undefined && !readsAlike(award[name], given[name]))
    .map((name) => ({ item: items[name], printed: said(name, award[name]), right: said(name, given[name]) }));
}
