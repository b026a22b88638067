import { Refusal } from '../refusals.js';

/** Key and appointments that the rights of a writer rest on, as of a day. */
export interface Power {
  readonly communeId: number;
  readonly keyId: string;
  readonly appointments: readonly string[];
  readonly on: string;
}

/** First row of a named statement. */
type Row = (name: string, text: string, values: readonly unknown[]) => Promise<{ held: boolean } | undefined>;

/**
 * Holds power until the end of the write: who takes it away waits, and the next write is refused. Refusal:
 * UNAUTHENTICATED when it has ended.
 */
export async function holdPower({ communeId, keyId, appointments, on }: Power, row: Row): Promise<void> {
  const values = [communeId, keyId, appointments, on];
  const answer = await row('power.holdPower', 'select hold_power($1, $2, $3, $4) as held', values);
  if (!answer?.held) throw new Refusal('UNAUTHENTICATED');
}
