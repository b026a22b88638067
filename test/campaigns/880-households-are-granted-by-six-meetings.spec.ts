import { useApp } from '../app.js';
import { papersFor, signedFile } from '../awards.js';
import { done, rest, type Row } from '../doors.js';
import { importFile, workbook } from '../imports.js';
import { commune, minutes } from '../meetings.js';
import { culturedFamiliesOfAreas, householdsOfAreas } from '../../src/sample/households.data.js';

/** All households of the six hamlets; 880 of them reach the votes of a cultured family (Gia đình văn hóa). */
const form = 'gdvh';
const areas = householdsOfAreas.map((total, index) => ({
  ...{ number: index + 1, council: `khu-dan-cu-${index + 1}` },
  ...{ total, granted: culturedFamiliesOfAreas[index] as number },
}));
const granted = areas.reduce((sum, area) => sum + area.granted, 0);
const test = useApp();

let requests = 0;
const ask = async (operation: string, actor: string, at: object = {}, input?: object, version?: number) => {
  requests += 1;
  return done(await rest(test).ask(operation, actor, { commune, ...at }, { version, input }));
};
const timed = async <T>(what: string, step: Promise<T>): Promise<T> => {
  const from = performance.now();
  const answer = await step;
  console.info(`${what}: ${Math.round(performance.now() - from)} ms`);
  return answer;
};

it('a spreadsheet of 1,120 households becomes one signed decision in under 40 requests and 60 s', async () => {
  const period = '2024';
  const opened = { name: 'Gia đình văn hóa năm 2024', period, forms: [form] };
  const { id: round } = await ask('openRound', 'administrator', {}, opened);
  const rows = areas.flatMap(({ number, total }) =>
    Array.from({ length: total }, (_, before) => [
      `Hộ số ${before + 1} khu dân cư số ${number}`,
      `Khu dân cư số ${number}`,
    ]),
  );
  const content = await workbook({ 'Danh sách': [['Họ và tên chủ hộ', 'Khu dân cư'], ...rows] });
  const dossier = (await ask('awardForm', 'clerk', { code: form })).dossier as Row['dossier'];
  const papers = await papersFor(test, dossier);
  const signed = await signedFile(test);
  // Minutes take two requests each: the document and its file.
  const papersOfMeetings: string[] = [];
  for (const _ of areas) papersOfMeetings.push(await minutes(test, { withFile: true }));

  requests = 2 * areas.length + papers.length + 1;
  const begun = performance.now();
  const fields = { round, form, summary: 'Đạt tiêu chuẩn gia đình văn hóa' };
  requests += 1;
  const imported = await timed(
    'import',
    importFile(test, 'clerk', 'nominations', { content, name: 'danh-sach.xlsx', fields }),
  );
  expect([imported.status, imported.body.created, imported.body.rejected]).toEqual([200, rows.length, 0]);
  const idOf = new Map(imported.body.rows.map(({ code, recordId }: Row) => [code, recordId]));
  await timed('submit', ask('submitNominations', 'administrator', { round }, { form, papers }));

  const grants: { nomination: string }[] = [];
  for (const { number, council, total, granted: reached } of areas) {
    const counts = { votesFor: 110, votesAgainst: 4, votesBlank: 2, votesInvalid: 0, notReturned: 0 };
    const few = { ...counts, votesFor: 30, votesAgainst: 84 };
    const tallies = Array.from({ length: total - reached }, (_, index) => ({
      nomination: idOf.get(`ho-khu-${number}-${reached + index + 1} ${form}`),
      ...few,
    }));
    const held = { council, heldOn: '2024-01-20', summoned: 186, present: 116, counts, tallies };
    const input = { form, ...held, minutes: papersOfMeetings[number - 1] };
    const { matters } = await timed('meeting', ask('recordHeldMeeting', 'clerk', { round }, input));
    for (const { nominationId: nomination, outcome } of matters)
      if (outcome === 'RECOMMENDED') grants.push({ nomination });
  }
  expect(grants).toHaveLength(granted);
  const list = { round, form, places: ['Nhà văn hóa các khu dân cư'], firstDay: '2024-01-20' };
  const hung = await timed('list', ask('openConsultation', 'clerk', {}, list));
  expect(hung).toMatchObject({ nominees: granted, lastDay: '2024-01-30' });
  await timed('close', ask('closeConsultation', 'clerk', { id: hung.id }, {}, hung.version as number));
  const title = 'Công nhận Gia đình văn hóa năm 2024';
  const draft = await timed('draft', ask('draftDecision', 'clerk', {}, { title, grants }));
  const signing = { file: signed };
  const decision = await timed('sign', ask('signDecision', 'chairperson', { id: draft.id }, signing, draft.version));
  console.info(`${requests} requests, ${Math.round(performance.now() - begun)} ms`);
  expect(requests).toBeLessThan(40);
  expect(decision).toMatchObject({ state: 'SIGNED' });
  expect(decision.grants).toHaveLength(granted);
});

it('each of them is verified by its code', async () => {
  const [decision] = (await ask('decisions', 'clerk', { year: 2024 })).items as Row[];
  const codes: string[] = [];
  let after: string | undefined;
  do {
    const page = await ask('awards', 'clerk', { decision: decision!.id, first: 500, after });
    codes.push(...page.items.map(({ verificationCode }: Row) => verificationCode));
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(codes).size).toBe(granted);
  for (const code of codes) {
    const { status, text } = await test.http().get(`/verify/${code}`);
    expect([status, text.includes('Gia đình văn hóa')]).toEqual([200, true]);
  }
});
