import { ConsultationsQueries } from '../../src/consultations/consultations.queries.js';
import type { TestApp } from '../app.js';
import { consultationMakers } from '../contract/consultation-writes.js';
import { graphql, rest } from '../doors.js';
import { commune } from '../meetings.js';
import { both, type Figures } from './racing-decisions.js';
import { unversion } from './racing-reports.js';

/** Somebody objects to a nominee while the list is taken down. */
export function objectedWhileClosed(test: TestApp, rounds: number): Promise<Figures> {
  const make = consultationMakers(test).closeConsultation!;
  return both(rounds, async () => {
    const { path, version, input } = await make();
    const { body } = await rest(test).ask('listings', 'clerk', { commune, ...path });
    const nomination: string = body.items[0].nominationId;
    const objection = { consultation: path!.id, nomination, objector: 'Bà Trần Thị Bình', text: 'Hộ này còn vi phạm' };
    return [
      () => rest(test).ask('closeConsultation', 'clerk', { commune, ...path }, { version, input }),
      () => graphql(test).ask('raiseObjection', 'clerk', { commune }, { input: objection }),
    ];
  });
}

/** Takes the guards away: a consultation is not locked, and its closing asks for no version. */
export function unguard(test: TestApp): void {
  test.app.get(ConsultationsQueries).lock = async () => undefined;
  unversion(test);
}
