import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Brings the statistics of the query planner up to date: behind many rows, else their reads are planned as of none. */
export const keepStatistics = async (app: INestApplicationContext): Promise<void> => {
  await app.get(Database).source.query('analyze');
};
