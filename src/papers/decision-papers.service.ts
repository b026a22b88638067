import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import type { FormCategory } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AwardAmountsService } from '../commendations/award-amounts.service.js';
import type { Decision } from '../commendations/decision.entity.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { periodInWords } from '../pages/period-words.js';
import { decisionPaper, type AwardPrinted } from './decision-paper.rules.js';
import { formPrinted } from './form-printed.rules.js';
import { recipientKind } from './nominees.rules.js';
import { chairperson, placeOf } from './office.rules.js';
import { PapersQueries, type DecidedAward } from './papers.queries.js';
import { PaperTemplatesService } from '../templates/paper-templates.service.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { prescribedFor } from './prescribed.rules.js';
import { PublicAddress } from './public-address.js';
import { decisionCited } from './said.rules.js';
import { demandReads, noPaper, personsAmong } from './to-print.js';

/** Decisions as they are printed. */
@Injectable()
export class DecisionPapersService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly decisions: DecisionsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
    private readonly nominations: NominationsService,
    private readonly amounts: AwardAmountsService,
    private readonly address: PublicAddress,
    private readonly templates: PaperTemplatesService,
  ) {}

  /**
   * The paper of a decision: of a draft with the names of today, and number and day blank; of a signed one as it was
   * recorded. Refusals: NOT_FOUND; FORBIDDEN for a key that is bound to units, since a paper is whole; SCOPE_MISSING
   * without the right to the names; RULE for a decision that was cancelled.
   */
  decisionPaper(caller: Caller, commune: string, id: string): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const decision = await this.decisions.decision(caller, commune, id);
      if (reach.units) throw forbidden('decisionPaper');
      if (decision.state === 'CANCELLED') throw noPaper();
      demandReads(caller, commune, [decision.state === 'SIGNED' ? 'awards' : 'units']);
      const day = decision.signedOn ?? caller.on;
      const awards =
        decision.kind === 'GRANT'
          ? await this.grants(caller, reach, { id, day, isDraft: decision.state === 'DRAFT' })
          : await this.queries.revoked(reach, id);
      const codes = awards.map(({ formCode }) => formCode);
      const forms = await this.catalogue.formsNamed(caller, codes, { on: day });
      const { kindText } = await this.communes.commune(caller, commune);
      const paper = decisionPaper({
        ...(await this.head(caller, commune, decision)),
        kind: decision.kind,
        about: decision.title,
        bases: decision.bases,
        recipients: decision.recipients,
        signer: decision.state === 'SIGNED' ? decision.signer : chairperson,
        awards: awards.map((award) => printed(award, forms.get(award.formCode)?.category, kindText)),
        code: decision.verificationCode === null ? null : this.address.codeOf(decision.verificationCode),
      });
      const persons = personsAmong(awards);
      const template = await this.templates.docxOf(reach, 'DECISION');
      const prescribed = decision.kind === 'GRANT' ? prescribedFor('DECISION', forms.values()) : [];
      return asPrinted(paper, { communeId: reach.communeId, persons, template, prescribed });
    });
  }

  /** Grants with their money: of a draft what a signature today would give. */
  private async grants(
    caller: Caller,
    reach: Reach,
    { id, day, isDraft }: { id: string; day: string; isDraft: boolean },
  ): Promise<DecidedAward[]> {
    const grants = await this.queries.grants(reach, { id, day });
    if (!isDraft) return grants;
    const asked = grants.flatMap(({ nominationId }) =>
      nominationId === null ? [] : { communeId: reach.communeId, id: nominationId },
    );
    const nominations = (await this.nominations.nominationsById(caller, asked)).filter((each) => each !== undefined);
    const news = nominations.map((nomination) => ({ ...nomination, awardId: nomination.id }));
    const money = await this.amounts.ofNew(caller, reach, { on: day, nominations: news });
    const payable = new Map(nominations.map((nomination, place) => [nomination.id, money[place]?.payable ?? null]));
    return grants.map((grant) => ({ ...grant, payable: payable.get(grant.nominationId ?? '') ?? null }));
  }

  private async head(caller: Caller, commune: string, decision: Decision) {
    const { issuer, numberText, symbol, place, signedOn } = decision;
    const of = await this.communes.commune(caller, commune);
    const year = (signedOn ?? caller.on).slice(0, 4);
    return { office: issuer, numberText, symbol, place: place ?? placeOf(of), day: signedOn, year };
  }
}

const printed = (
  { name, unitKind, unitName, formName, period, numberText, grantedOn, payable }: DecidedAward,
  category: FormCategory | undefined,
  kindOfCommune: string,
): AwardPrinted => ({
  ...{ name, kind: recipientKind(unitKind), unit: unitName, amount: payable },
  form: formPrinted(formName, category, kindOfCommune),
  period: period === null ? null : periodInWords(period, 'vi'),
  givenBy: numberText === null ? null : decisionCited(numberText, grantedOn ?? ''),
});
