import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { FactsService } from '../facts/facts.service.js';
import { RegistrationsService } from '../facts/registrations.service.js';
import { facts, registrations } from './facts-2023.data.js';

/** Loads the registrations of the year, and the facts that its awards are judged by. */
export async function loadFacts(
  app: INestApplicationContext,
  commune: string,
  { operator, clerk }: { operator: Caller; clerk: Caller },
): Promise<void> {
  const registering = operator.acting({ on: '2023-01-20' });
  for (const registration of registrations)
    await app.get(RegistrationsService).registerEmulation(registering, commune, registration);
  for (const fact of facts) await app.get(FactsService).recordFact(clerk, commune, fact);
}
