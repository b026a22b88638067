import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { allOf } from '../api/lists.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { issuerOf } from '../commendations/decision.rules.js';
import { CommunesService } from '../communes/communes.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { periodInWords } from '../pages/period-words.js';
import { notice } from './consultation-notice.rules.js';
import { formPrinted } from './form-printed.rules.js';
import { recipientKind } from './nominees.rules.js';
import { committee, placeOf } from './office.rules.js';
import { PapersQueries } from './papers.queries.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { noPaper, personsAmong } from './to-print.js';

/** Notices of the lists that hang. Part of another read. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly queries: PapersQueries,
    private readonly consultations: ConsultationsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
  ) {}

  /** The notice of the newest list of a round, for a form where it is named. Refusal: RULE where none hangs or hung. */
  async notice(
    caller: Caller,
    reach: Reach,
    { round, form: code }: { round: string; form?: string },
  ): Promise<PrintedPaper> {
    const { key: commune, communeId } = reach;
    const filter = { round: [round], ...(code !== undefined && { form: [code] }) };
    const newest = await this.consultations.consultations(caller, commune, {
      ...{ ...filter, state: ['OPEN', 'CLOSED'], first: 1 },
    });
    const [consultation] = newest.items;
    if (!consultation) throw noPaper('/form');
    const { id, formCode, formName, firstDay, lastDay, days, countedIn, places } = consultation;
    const listings = await allOf((page) => this.consultations.listings(caller, { commune, id }, page));
    const ids = listings.map(({ nominationId }) => nominationId);
    const nominees = await this.queries.nominees(reach, { ids, day: firstDay });
    const unitOf = new Map(nominees.map(({ nominationId, unitName }) => [nominationId, unitName]));
    const form = (await this.catalogue.formsNamed(caller, [formCode], { on: firstDay })).get(formCode);
    const of = await this.communes.commune(caller, commune);
    const paper = notice({
      ...{ office: issuerOf(of), place: placeOf(of), year: firstDay.slice(0, 4) },
      ...{ firstDay, lastDay, days, areWorkingDays: countedIn === 'WORKING', places },
      signer: committee,
      nominees: listings.map(({ nominationId, nomineeName, unitKind, period }) => ({
        ...{ name: nomineeName, kind: recipientKind(unitKind), unit: unitOf.get(nominationId) ?? null },
        form: formPrinted(formName, form?.category, of.kindText),
        period: periodInWords(period, 'vi'),
      })),
    });
    return asPrinted(paper, { communeId, persons: personsAmong(listings) });
  }
}
