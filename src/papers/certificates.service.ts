import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AwardsService } from '../commendations/awards.service.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { periodInWords } from '../pages/period-words.js';
import {
  certificatePaper,
  overprint,
  usualForm,
  type CertificatePrinted,
  type FormPrinted,
} from './certificate.rules.js';
import { headingOf } from './form-printed.rules.js';
import { placeOf } from './office.rules.js';
import type { CertificatePrint } from './paper.inputs.js';
import { PaperTemplatesService } from '../templates/paper-templates.service.js';
import { PapersQueries } from './papers.queries.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { PublicAddress } from './public-address.js';
import { decisionCited } from './said.rules.js';
import { demandReads, noPaper, personsAmong } from './to-print.js';

/** Awards as their certificates print them. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
    private readonly address: PublicAddress,
    private readonly templates: PaperTemplatesService,
  ) {}

  /**
   * The certificate of an award that was given here and is in force, with its verification code: whole, or as text
   * alone for a bought form. Refusals: NOT_FOUND;
   * SCOPE_MISSING without the right to awards; RULE for an award given elsewhere, or revoked.
   */
  certificate(
    caller: Caller,
    commune: string,
    { id, print = 'WHOLE' }: { id: string; print?: CertificatePrint },
  ): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const award = await this.awards.award(caller, commune, id);
      if (award.decisionId === null || award.revokedOn !== null) throw noPaper();
      demandReads(caller, commune, ['award']);
      const { signer, place } = await this.decisions.decision(caller, commune, award.decisionId);
      const { unitId, grantedOn: day, formCode, formName, citation, period, verificationCode: code } = award;
      const form = (await this.catalogue.formsNamed(caller, [formCode], { on: day })).get(formCode);
      const printed: CertificatePrinted = {
        ...{ office: award.issuer, ...headingOf(formName, form?.category), name: award.recipientName, day, signer },
        unit: await this.queries.unitAbove(reach, { unitId, day }),
        period: period === null ? null : periodInWords(period, 'vi'),
        citation: citation ?? '',
        decision: decisionCited(award.numberText, day),
        place: place ?? placeOf(await this.communes.commune(caller, commune)),
        code: this.address.codeOf(code),
      };
      const about = { communeId: reach.communeId, persons: personsAmong([award]) };
      if (print === 'OVERPRINT') return asPrinted(overprint(printed, await this.formOf(reach)), about);
      const template = await this.templates.docxOf(reach, 'CERTIFICATE');
      return asPrinted(certificatePaper(printed), { ...about, template });
    });
  }

  /** The form that the commune has bought, else A4 across. */
  private async formOf(reach: Reach): Promise<FormPrinted> {
    const { width, height, rightBy = 0, downBy = 0 } = (await this.templates.templateOf(reach, 'CERTIFICATE')) ?? {};
    return { width: width ?? usualForm.width, height: height ?? usualForm.height, rightBy, downBy };
  }
}
