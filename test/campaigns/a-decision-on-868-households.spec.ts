import { useApp } from '../app.js';
import { papersFor, signedFile } from '../awards.js';
import { done, rest, type Row } from '../doors.js';
import { commune, council, minutes, seated, there } from '../meetings.js';

/** Every household of a commune with the title of a cultured family (Gia đình văn hóa), by one meeting and one decision. */
const households = Array.from({ length: 868 }, (_, place) => `ho-${place + 1}`);
const test = useApp();

const ask = async (operation: string, actor: string, at: object = {}, input?: object, version?: number) =>
  done(await rest(test).ask(operation, actor, { commune, ...at }, { version, input }));
const act = (operation: string, actor: string, { id, version }: Row, input: object = {}) =>
  ask(operation, actor, { id }, input, version);

/** Acts one after the other; how long they took together is said. */
async function each<Given, Done>(what: string, given: readonly Given[], step: (one: Given) => Promise<Done>) {
  const begun = performance.now();
  const all: Done[] = [];
  for (const one of given) all.push(await step(one));
  console.info(`${what}: ${all.length} in ${Math.round(performance.now() - begun)} ms`);
  return all;
}
const once = async <Done>(what: string, step: () => Promise<Done>) => (await each(what, [0], step))[0]!;

it('868 households are put forward, deliberated on, granted and verified', async () => {
  const members = await seated(test);
  const names = await each('addUnit', households, async (code) => {
    const place = { parent: 'khu-dan-cu-2', validFrom: '2023-01-01', invented: true };
    return (await ask('addUnit', 'clerk', {}, { code, kind: 'HOUSEHOLD', name: `Hộ ông Nguyễn Văn ${code}`, ...place }))
      .name as string;
  });
  const opened = { name: 'Gia đình văn hóa năm 2023', period: '2023', forms: ['gdvh'], ruleSet: 'tdkt-2003' };
  const { id: round } = await ask('openRound', 'administrator', {}, opened);
  const drafts = await each('nominate', households, (unit) =>
    ask('nominate', 'administrator', {}, { round, unit, form: 'gdvh', type: 'MERIT', summary: 'Đạt tiêu chuẩn' }),
  );
  const papers = await papersFor(test, drafts[0]!.dossier);
  const submitted = await each('submitNomination', drafts, (draft) =>
    act('submitNomination', 'administrator', draft, { papers }),
  );
  const appraised = await each('appraiseNomination', submitted, (nomination) =>
    act('appraiseNomination', 'clerk', nomination, { appraisal: 'Đủ điều kiện' }),
  );
  const nominations = appraised.map(({ id }) => id as string);

  let meeting = await once('conveneMeeting', () =>
    ask('conveneMeeting', 'clerk', {}, { council, heldOn: '2024-01-31', nominations }),
  );
  meeting = await act('recordAttendance', 'clerk', meeting, there(members));
  const votes = { votesFor: 5, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
  meeting = await once('recordTallies', () =>
    act('recordTallies', 'clerk', meeting, { tallies: nominations.map((nomination) => ({ nomination, ...votes })) }),
  );
  const paper = await minutes(test, { withFile: true });
  meeting = await once('closeMeeting', () => act('closeMeeting', 'chairperson', meeting, { minutes: paper }));
  const { rows } = await test.admin.query(
    `select round(sum(length(data::text)) / 1e6) as mb from change where record_id = $1`,
    [meeting.id],
  );
  console.info(`the lines of the meeting: ${rows[0].mb} MB`);
  expect(new Set(meeting.matters.map(({ outcome }: Row) => outcome))).toEqual(new Set(['RECOMMENDED']));

  const grants = nominations.map((nomination) => ({ nomination }));
  const draft = await once('draftDecision', () =>
    ask('draftDecision', 'clerk', {}, { title: 'Công nhận Gia đình văn hóa năm 2023', grants }),
  );
  const file = await signedFile(test);
  const signed = await once('signDecision', () => act('signDecision', 'chairperson', draft, { file }));
  const decision = await once('decision', () => ask('decision', 'district', { id: signed.id }));
  expect(decision).toMatchObject({ state: 'SIGNED', numberText: expect.stringMatching(/QĐ-UBND$/) });
  expect(decision.grants).toHaveLength(households.length);

  const awards: Row[] = [];
  for (let after: string | null = null; ;) {
    const page = await ask('awards', 'clerk', { decision: signed.id, first: 500, ...(after && { after }) });
    awards.push(...page.items);
    if ((after = page.next) === null) break;
  }
  expect(awards.map(({ recipientName }) => recipientName).sort()).toEqual([...names].sort());
  const { verificationCode: code, recipientName } = awards.at(-1)!;
  expect(await ask('verifyAward', 'clerk', { code })).toMatchObject({ recipientName, revokedOn: null });
});
