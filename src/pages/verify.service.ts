import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import { communeNamed } from '../api/commune-named.js';
import type { Language } from '../api/problem.js';
import type { Reply, Request } from '../api/request.js';
import { AwardsService } from '../commendations/awards.service.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';
import { pageLanguage } from './page-language.js';
import { formPage, verifyPage, type VerificationOutcome } from './verify.page.js';

@Injectable()
export class VerifyService {
  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
  ) {}

  /** Page of a verification code, for anybody; status 404 where nothing has the code. Without a code, the form. */
  async verify(
    { code, lang }: { code: string; lang?: Language },
    { id: requestId, headers }: Request,
    reply: Reply,
  ): Promise<string> {
    const of = pageLanguage(lang, headers);
    if (code.trim() === '') return formPage(of);
    const commune = communeNamed('verifyAward', { code });
    const caller = await this.access.identify({
      authorization: undefined,
      communes: commune === null ? [] : [commune],
      everywhere: false,
      language: of.language,
      requestId,
    });
    const outcome = await this.database.scope(caller, () => this.found(caller, code)).catch(outcomeOfRefusal);
    if (typeof outcome === 'string') void reply.status(404);
    return verifyPage(code, outcome, of);
  }

  private async found(caller: Caller, code: string): Promise<VerificationOutcome> {
    const decision = await this.decisions.verifyDecision(caller, code);
    return decision ? { decision } : { award: await this.awards.verifyAward(caller, code) };
  }
}

/** Page outcome of a refusal; anything else is a fault and rises. */
function outcomeOfRefusal(error: unknown): VerificationOutcome {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'NOT_FOUND') return 'UNKNOWN';
  if (error.code === 'RULE') return 'MISTYPED';
  throw error;
}
