import { Asked, Parameters } from './asked.js';
import { code } from './shapes.js';

/** Which commune. */
@Parameters()
export class CommuneAt {
  @Asked(code, 'Key of the commune: "duc-lang".')
  commune: string;
}
