import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, id } from '../api/shapes.js';
import { Webhook } from './webhook.entity.js';

/** Minutes for which a former secret signs beside the new one, at most: 30 days. */
const longestOverlap = 43_200;

/** Names a webhook by its id. */
@Parameters()
export class WebhookAt {
  @Asked(id, 'Id of the webhook.')
  id: string;
}

/** Filters webhooks. */
@Parameters()
export class ListWebhooks extends Paging {
  @Asked(code, 'Only of this owner.', { optional: true })
  owner?: string;
}

@InputBody('A webhook as it is to be made.')
export class AddWebhook {
  @AskedAs(Webhook) url: string;

  @Asked(code, 'Key of the actor with whose rights it sees; left out: you.', { optional: true })
  owner?: string;

  @AskedAs(Webhook, { optional: true, description: 'Kinds of changes that are delivered; left out: all.' })
  kinds?: string[];

  @Asked(count(1), 'First position that is delivered; left out: the next one.', { optional: true })
  from?: number;
}

@InputBody('Members of a webhook that change; left out, they stay.')
export class AmendWebhook {
  @Amends(AddWebhook) url?: string;
  @Amends(AddWebhook, { clearable: true, description: 'Kinds of changes that are delivered; null: all.' })
  kinds?: string[] | null;

  @Asked(
    count(0, longestOverlap),
    `Makes a new secret; the former one signs beside it for so many minutes, 0–${longestOverlap}.`,
    { optional: true },
  )
  overlapMinutes?: number;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The position from which a webhook goes on.')
export class ReplayWebhook {
  @Asked(count(1), 'First position that is delivered (again); left out: the first that was not yet.', {
    optional: true,
  })
  from?: number;
}

@InputBody('The reason a webhook is taken out for.')
export class RemoveWebhook {
  @Reason()
  reason: string;
}
