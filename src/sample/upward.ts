import type { INestApplicationContext } from '@nestjs/common';
import { ForwardingService } from '../forwarding/forwarding.service.js';
import { OutcomeActsService } from '../forwarding/outcome-acts.service.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import type { Upward } from './award-year.js';
import type { CallerOf, PaperOf } from './caller-of.js';

type Sent = readonly (readonly [Upward, id: string])[];

/** Forwards nominations to the superior; gives each with the id of its nomination. */
export async function sendUp(
  app: INestApplicationContext,
  { commune, as, paper }: { commune: string; as: CallerOf; paper: PaperOf },
  { upward, nominations }: { upward: readonly Upward[]; nominations: readonly Nomination[] },
): Promise<Sent> {
  const sent: [Upward, string][] = [];
  for (const each of upward) {
    const { unit, form, forwardedOn: on } = each;
    const { id } = nominations.find(({ unitCode, formCode }) => unitCode === unit && formCode === form)!;
    const document = await paper(on, { type: 'TTr', title: `Tờ trình đề nghị khen thưởng: ${unit}` });
    const at = await stateOf(app, as('clerk', on), { commune, id });
    await app.get(ForwardingService).forwardNomination(as('clerk', on), at, { document });
    sent.push([each, id]);
  }
  return sent;
}

/** Receives what was forwarded, and records what became of it, with the superior's key. */
export async function loadOutcomes(
  app: INestApplicationContext,
  { commune, as }: { commune: string; as: CallerOf },
  sent: Sent,
): Promise<void> {
  for (const [{ answered }, id] of sent) {
    if (!answered) continue;
    const { receivedOn, outcome } = answered;
    const [receiver, decider] = [as('district', receivedOn), as('district', outcome.decidedOn)];
    const at = await stateOf(app, receiver, { commune, id });
    await app.get(ForwardingService).receiveNomination(receiver, at, {});
    await app.get(OutcomeActsService).recordOutcome(decider, await stateOf(app, decider, { commune, id }), outcome);
  }
}

async function stateOf(
  app: INestApplicationContext,
  caller: ReturnType<CallerOf>,
  { commune, id }: { commune: string; id: string },
): Promise<{ commune: string; id: string; expectedVersion: number }> {
  const { version } = await app.get(NominationsService).nomination(caller, commune, id);
  return { commune, id, expectedVersion: version };
}
