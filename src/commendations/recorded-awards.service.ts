import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import { point, points, type Point } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { AwardPapersService } from './award-papers.service.js';
import type { Award } from './award.entity.js';
import type { AmendAward, AwardAt, RemoveAward } from './award.inputs.js';
import { AwardsService, tellsApart } from './awards.service.js';

/** Awards that were recorded by hand, as they are amended and taken out. */
@Injectable()
export class RecordedAwardsService {
  constructor(
    private readonly awards: AwardsService,
    private readonly papers: AwardPapersService,
    private readonly nominations: NominationOutcomesService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Amends an award that was recorded by hand. Refusals: FORBIDDEN; STALE; ALREADY_RECORDED; RULE for one given here,
   * what `AwardPapersService.read` finds, or NOTHING_CHANGED.
   */
  amendAward(
    caller: Caller,
    at: AtVersion<AwardAt>,
    { reason, form: formCode, document, ...given }: AmendAward,
  ): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'amendAward', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const reach = caller.reachIn(at.commune);
      if (Object.keys(given).length === 0 && formCode === undefined && document === undefined)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse([...givenHere(before), ...formOfNomination(before, formCode)]);
      const award = { ...before, ...given, formCode: formCode ?? before.formCode };
      const after = { ...award, ...(await this.papers.read(caller, reach, { named: document, award })) };
      if (tellsApart(before, after)) await this.awards.refuseRecorded(reach, after);
      const { documentId, numberText, grantedOn } = after;
      return { ...given, formCode: after.formCode, documentId, numberText, grantedOn };
    });
  }

  /**
   * Takes an award out that was recorded by hand; one by an outcome from above: its nomination waits for another.
   * Refusals: FORBIDDEN; STALE; RULE for one given here.
   */
  removeAward(caller: Caller, at: AtVersion<AwardAt>, { reason }: RemoveAward): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'removeAward', at, reason } as const;
    return this.removals.act(caller, step, async (before) => {
      refuse(givenHere(before));
      const { nominationId } = before;
      if (nominationId !== null)
        await this.nominations.awaitOutcome(caller, { reach: caller.reachIn(at.commune), id: nominationId, reason });
    });
  }
}

/** Point against another form of an award that a nomination was made for. */
const formOfNomination = (
  { nominationId, formCode }: Pick<Award, 'nominationId' | 'formCode'>,
  form?: string,
): Point[] =>
  points(
    nominationId !== null &&
      form !== undefined &&
      form !== formCode &&
      point(
        '/form',
        'FORM_OF_NOMINATION',
        'The award was given for a nomination: take it out, and nominate for the other form.',
      ),
  );

/** Point against mending an award that a decision of the commune gave. */
const givenHere = ({ decisionId }: Pick<Award, 'decisionId'>): Point[] =>
  points(
    decisionId !== null &&
      point(
        '',
        'GIVEN_HERE',
        'A decision of the commune gave it: correct or revoke it; if its paper does not name it, correct the decision.',
      ),
  );
