import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Decision } from '../commendations/decision.entity.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { saidInVietnamese } from '../day.js';
import { periodInWords } from '../pages/period-words.js';
import { wrong } from '../refusals.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { decisionPaper, type AwardPrinted, type RecipientKind } from './decision-paper.rules.js';
import { placeOf } from './office.rules.js';
import { PapersQueries, type DecidedAward } from './papers.queries.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';

const recipientKind = (kind: UnitKind): RecipientKind =>
  kind === 'HOUSEHOLD' ? 'hộ gia đình' : kind === 'INDIVIDUAL' ? 'cá nhân' : 'tập thể';

/** Decisions as they are printed. */
@Injectable()
export class DecisionPapersService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly decisions: DecisionsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * The paper of a decision: of a draft with the names of today, and number and day blank; of a signed one as it was
   * recorded. Refusals: NOT_FOUND; FORBIDDEN for a key that is bound to units, since a paper is whole; SCOPE_MISSING
   * without the right to the names; RULE for a decision that was cancelled.
   */
  decisionPaper(caller: Caller, commune: string, id: string): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.in(commune);
      const decision = await this.decisions.decision(caller, commune, id);
      if (reach.units) throw forbidden('decisionPaper');
      if (decision.state === 'CANCELLED') throw wrong('', 'NO_PAPER', 'There is nothing to be printed.');
      // eslint-disable-next-line no-restricted-syntax -- The right to read the names.
      caller.demand(decision.state === 'SIGNED' ? 'awards' : 'units', commune);
      const day = decision.signedOn ?? caller.on;
      const awards =
        decision.kind === 'GRANT'
          ? await this.queries.grants(reach, { id, day })
          : await this.queries.revoked(reach, id);
      const paper = decisionPaper({
        ...(await this.head(caller, commune, decision)),
        kind: decision.kind,
        about: decision.title,
        bases: decision.bases,
        recipients: decision.recipients,
        signer: decision.state === 'SIGNED' ? decision.signer : { name: null, title: null, capacity: 'CHỦ TỊCH' },
        awards: await this.named(caller, awards, day),
        code: null,
      });
      const persons = awards.filter(({ unitKind }) => isPerson(unitKind)).map(({ unitId }) => unitId);
      return asPrinted(paper, { communeId: reach.communeId, persons });
    });
  }

  private async head(caller: Caller, commune: string, decision: Decision) {
    const { issuer, numberText, symbol, place, signedOn } = decision;
    const of = await this.communes.commune(caller, commune);
    const year = (signedOn ?? caller.on).slice(0, 4);
    return { office: issuer, numberText, symbol, place: place ?? placeOf(of), day: signedOn, year };
  }

  private async named(caller: Caller, awards: readonly DecidedAward[], on: string): Promise<AwardPrinted[]> {
    const codes = [...new Set(awards.map(({ formCode }) => formCode))];
    const forms = await this.catalogue.formsNamed(caller, codes, { on });
    return awards.map(({ name, unitKind, unitName, formCode, formName, period, numberText, grantedOn }) => ({
      name,
      kind: recipientKind(unitKind),
      unit: unitName,
      form: forms.get(formCode)?.category === 'TITLE' ? `danh hiệu “${formName}”` : formName,
      period: period === null ? null : periodInWords(period, 'vi'),
      amount: null,
      givenBy: numberText === null ? null : `Quyết định số ${numberText} ${saidInVietnamese(grantedOn ?? '')}`,
    }));
  }
}
