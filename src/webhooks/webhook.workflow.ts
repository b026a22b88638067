import type { Workflow } from '../api/workflow.js';

export const webhookStates = ['ACTIVE', 'FAILING', 'PAUSED'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** The life of a webhook. Its state follows from its deliveries; every act is open in each. */
export const webhookWorkflow = {
  amendWebhook: { from: webhookStates, kind: 'webhook.amended' },
  replayWebhook: { from: webhookStates, to: 'ACTIVE', kind: 'webhook.replayed' },
  removeWebhook: { from: webhookStates, to: null, kind: 'webhook.removed' },
} as const satisfies Workflow<WebhookState>;
