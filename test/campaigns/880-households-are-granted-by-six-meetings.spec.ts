import { useApp } from '../app.js';
import { papersFor, signedFile } from '../awards.js';
import { done, rest, type Row } from '../doors.js';
import { commune, minutes, seated } from '../meetings.js';

/** The households of six hamlets with the title of a cultured family (Gia đình văn hóa), by six meetings and one decision. */
const hamlets = ['1', '2', '3', '4', '5', '6'];
const households = Array.from({ length: 880 }, (_, place) => `ho-${hamlets[place % 6]}-${place + 1}`);
const form = 'gdvh';
const test = useApp();

let requests = 0;
const ask = async (operation: string, actor: string, at: object = {}, input?: object, version?: number) => {
  requests += 1;
  return done(await rest(test).ask(operation, actor, { commune, ...at }, { version, input }));
};

it('nominations are submitted, deliberated on, listed in public and granted in under 40 requests and 60 s', async () => {
  await seated(test);
  const { id: round } = await ask(
    'openRound',
    'administrator',
    {},
    {
      ...{ name: 'Gia đình văn hóa năm 2023', period: '2023', forms: [form] },
    },
  );
  let dossier: Row['dossier'] = [];
  for (const [place, code] of households.entries()) {
    const unit = { code, kind: 'HOUSEHOLD', name: `Hộ ${code}`, parent: `khu-dan-cu-${hamlets[place % 6]}` };
    await ask('addUnit', 'clerk', {}, { ...unit, validFrom: '2023-01-01', invented: true });
    const drafted = { round, unit: code, form, type: 'MERIT', summary: 'Đạt tiêu chuẩn' };
    ({ dossier } = await ask('nominate', 'administrator', {}, drafted));
  }
  const papers = await papersFor(test, dossier);
  const signed = await signedFile(test);
  // Minutes take two requests each: the document and its file.
  const papersOfMeetings: string[] = [];
  for (const _ of hamlets) papersOfMeetings.push(await minutes(test, { withFile: true }));

  requests = 2 * hamlets.length + papers.length + 1;
  const begun = performance.now();
  const timed = async (what: string, step: Promise<Row>) => {
    const from = performance.now();
    const answer = await step;
    console.info(`${what}: ${Math.round(performance.now() - from)} ms`);
    return answer;
  };
  await timed('submit', ask('submitNominations', 'administrator', { round }, { form, papers }));
  const grants: { nomination: string }[] = [];
  for (const [place, hamlet] of hamlets.entries()) {
    const votes = { votesFor: 110, votesAgainst: 4, votesBlank: 2, votesInvalid: 0, notReturned: 0 };
    const held = { council: `khu-dan-cu-${hamlet}`, heldOn: '2024-01-20', summoned: 186, present: 116, counts: votes };
    const input = { form, ...held, minutes: papersOfMeetings[place] };
    const { matters } = await timed('held', ask('recordHeldMeeting', 'clerk', { round }, input));
    for (const { nominationId: nomination, outcome } of matters) {
      expect(outcome).toBe('RECOMMENDED');
      grants.push({ nomination });
    }
  }
  expect(grants).toHaveLength(households.length);
  const places = ['Nhà văn hóa các khu dân cư'];
  const list = { round, form, places, firstDay: '2024-01-20' };
  const hung = await timed('open', ask('openConsultation', 'clerk', {}, list));
  expect(hung).toMatchObject({ nominees: households.length, lastDay: '2024-01-30' });
  await timed('close', ask('closeConsultation', 'clerk', { id: hung.id }, {}, hung.version as number));
  const title = 'Công nhận Gia đình văn hóa năm 2023';
  const draft = await timed('draft', ask('draftDecision', 'clerk', {}, { title, grants }));
  const decision = await timed(
    'sign',
    ask('signDecision', 'chairperson', { id: draft.id }, { file: signed }, draft.version as number),
  );
  const took = performance.now() - begun;
  console.info(`${requests} requests, ${Math.round(took)} ms`);
  expect(requests).toBeLessThan(40);
  expect(decision).toMatchObject({ state: 'SIGNED' });
  expect(decision.grants).toHaveLength(households.length);
});
