import { Asked, Parameters } from './asked.js';
import { code } from './shapes.js';

/** Which commune. */
@Parameters()
export class CommuneAt {
  @Asked(code, 'Key of the commune: "duc-lang".')
  commune: string;
}

/** Where an act is on: the commune, what names the record there, and the version the act was decided on. */
export type AtVersion<Which> = CommuneAt & Which & { expectedVersion: number };
