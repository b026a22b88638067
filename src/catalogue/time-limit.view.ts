import { ObjectType } from '@nestjs/graphql';
import { count, flag, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { dueIn, type DueIn } from '../indicators/plan-settings.view.js';
import { source, sourceText, verified } from './sourced.js';

export const limitedActs = ['CONSULTATION', 'DECISION', 'REFUSAL', 'PUBLICATION', 'COMPLAINT', 'SETTLEMENT'] as const;
export type LimitedAct = (typeof limitedActs)[number];
export const limitedAct = oneOf(
  'LimitedAct',
  limitedActs,
  'CONSULTATION: the list hangs at least so long (công khai, lấy ý kiến). DECISION, REFUSAL: signed, or answered in ' +
    'writing with the reason, at most so long after the step before. PUBLICATION: the list of those awarded is ' +
    'published at most so long after the decision. COMPLAINT: made at most so long after the decision is known. ' +
    'SETTLEMENT: of a complaint, at most so long after its acceptance.',
);

@ObjectType({ description: 'A time limit (thời hạn) of the law, in days after the day it begins.' })
export class TimeLimit {
  @Shown(limitedAct, 'Act that is limited.')
  of: LimitedAct;

  @Shown(count(1, 366), 'Number of days.')
  days: number;

  @Shown(dueIn, 'Days that these are counted in.')
  countedIn: DueIn;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}
