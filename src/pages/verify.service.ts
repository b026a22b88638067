import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import { communeNamed } from '../api/commune-named.js';
import { recordDisclosures } from '../api/disclosures.js';
import { languageOf } from '../api/problem.js';
import type { Reply, Request } from '../api/request.js';
import { AwardVerification } from '../commendations/award-verification.view.js';
import { AwardsService } from '../commendations/awards.service.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';
import { AccessesService } from '../requests/accesses.service.js';
import { verifyPage, type Verified } from './verify.page.js';

@Injectable()
export class VerifyService {
  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly accesses: AccessesService,
  ) {}

  /** The page of a verification code, as anybody may read it; 404 where it is of no award. Whose name it shows is written down before, as on both doors. */
  async verify(code: string, { id: requestId, headers }: Request, reply: Reply): Promise<string> {
    const commune = communeNamed('verifyAward', { code });
    const caller = await this.access.identify({
      authorization: undefined,
      communes: commune === null ? [] : [commune],
      everywhere: false,
      language: languageOf(headers['accept-language']),
      requestId,
    });
    const verified = await this.database
      .scope(caller, () => this.awards.verifyAward(caller, code))
      .then((award): Verified => ({ award }), outcome);
    if (typeof verified === 'object') recordDisclosures(caller, 'verifyAward', AwardVerification, verified.award);
    else void reply.status(404);
    await this.accesses.recordAccesses(caller);
    return verifyPage(code, verified);
  }
}

/** A refusal is something to read; anything else is a fault. */
function outcome(error: unknown): Verified {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'NOT_FOUND') return 'UNKNOWN';
  if (error.code === 'RULE') return 'MISTYPED';
  throw error;
}
