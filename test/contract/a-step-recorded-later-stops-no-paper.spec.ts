import { mayBackdate, permissions, type OperationId, type Permission } from '../../src/access/permissions.js';
import { backdating, type Role } from '../../src/access/roles.js';
import { sampleDay } from '../../src/sample/sample.js';
import { allWritesAreCovered, doors, everyWrite, make, test } from './every-write.js';
import { minutes } from '../meetings.js';

/** Acts whose day follows one that the record itself has: each record is made on the day after the one tried. */
const bound: Partial<Record<OperationId, string>> = {
  closeRound: 'a round is closed after it was opened',
  reopenRound: 'and reopened after it was closed',
  reopenMeeting: 'and a meeting',
  correctAward: 'an award is corrected after it was given',
  revokeAward: 'and revoked after it was given',
  restoreAward: 'and in force again after that',
  answerObjection: 'an objection is answered after it was raised',
  answerRemark: 'and a remark after it was made',
  receiveNomination: 'a dossier is received after it went up',
  payAwards: 'an award is paid after it was given',
  presentAwards: 'and presented after it was given',
  recoverAward: 'and recovered after it was paid',
};
/** Places of days in a body, which the legal date stands in for, or of records in it. */
const places: Partial<Record<OperationId, string>> = {
  receiveNomination: '/receivedOn',
  payAwards: '/awards/0/award',
  presentAwards: '/awards/0',
  recoverAward: '/paidOn',
};
const dayBefore = '2024-01-30';

/** An actor who has the right and may give an earlier date; undefined: nobody has. */
function whoMay(name: OperationId, actor: string): string | undefined {
  const { who }: Permission = permissions[name];
  const one = (who as readonly Role[]).find((role) => backdating.includes(role));
  return one?.toLowerCase() ?? (mayBackdate(name, []) ? actor : undefined);
}

let reference: string;
beforeAll(async () => {
  expect(dayBefore < sampleDay).toBe(true);
  reference = await minutes(test, { withFile: false });
});

describe.each(Object.entries(doors))('%s', (door, send) => {
  everyWrite(`by its day alone, over ${door}`, async (name) => {
    const write = await make(name);
    const act = name as OperationId;
    const actor = whoMay(act, write.actor);
    const headers = { 'legal-date': dayBefore, 'legal-reference': reference };
    const { code, errors } = await send(name, write, { actor: actor ?? write.actor, headers, validate: 'only' });
    if (actor === undefined) return expect(code).toMatch(/^(BACKDATE_FORBIDDEN|NOT_VALIDATABLE)$/);
    const early = errors?.filter((each) => each.code === 'TOO_EARLY').map(({ pointer }) => pointer) ?? [];
    expect(early).toEqual(act in bound ? [places[act] ?? '/headers/legal-date'] : []);
  });
});

allWritesAreCovered();
