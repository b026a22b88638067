import { ObjectType } from '@nestjs/graphql';
import { count, dong, id } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { mostAwards } from './payment.rules.js';

/** Awards on which one act was done together. */
@ObjectType({ description: 'Awards on which one act was done together.' })
export class SeveralAwards {
  @Shown(count(), 'Number of awards.')
  count: number;

  @Shown(dong, 'Money that was paid, đồng; 0 where the act is no payment.')
  amount: string;

  @Shown(id, 'Ids of the awards, in the order given.', { list: true, atMost: mostAwards })
  awards: string[];

  @Shown(id, 'Ids of the payments, in the same order; empty where the act is no payment.', {
    list: true,
    atMost: mostAwards,
  })
  payments: string[];
}
