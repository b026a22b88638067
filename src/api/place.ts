import { Asked, Parameters } from './asked.js';
import { code } from './shapes.js';

/** Commune of an operation. */
@Parameters()
export class CommuneAt {
  @Asked(code, 'Key of the commune: "duc-lang".')
  commune: string;
}

/** Target of an act: commune, key of the record, and the version the act is based on. */
export type AtVersion<Which> = CommuneAt & Which & { expectedVersion: number };
