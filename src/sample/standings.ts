import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { PublicationActsService } from '../standings/publication-acts.service.js';

/** Publishes the table of the year of a commune, and leaves a candidate of its last quarter. */
export async function loadStandings(
  app: INestApplicationContext,
  { commune, as }: { commune: string; as: (office: 'clerk' | 'chairperson', on: string) => Caller },
): Promise<void> {
  const acts = app.get(PublicationActsService);
  const at = { commune, plan: '2023' };
  const score = (period: string, on: string) =>
    acts.scoreStandings(as('clerk', on), at, { scheme: 'khu-dan-cu', period });
  const { id, version } = await score('2023', '2024-01-25');
  await acts.publishStandings(
    as('chairperson', '2024-01-26'),
    { ...at, id, expectedVersion: version },
    { reason: 'Công bố phần đã có số liệu; điểm chấm bổ sung sau.' },
  );
  await score('2023-Q4', '2024-01-29');
}
