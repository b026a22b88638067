import { achievementReport } from '../../src/papers/achievement-report.rules.js';
import { ballot, count } from '../../src/papers/ballot-paper.rules.js';
import { certificatePaper } from '../../src/papers/certificate.rules.js';
import { notice } from '../../src/papers/consultation-notice.rules.js';
import { correction } from '../../src/papers/correction.rules.js';
import { decisionPaper } from '../../src/papers/decision-paper.rules.js';
import { invitation, minutes, type MeetingPrinted } from '../../src/papers/meeting-paper.rules.js';
import { list, proposal, summary, type RoundPrinted } from '../../src/papers/nomination-paper.rules.js';
import type { Paper } from '../../src/papers/paper.js';
import { refusal } from '../../src/papers/refusal.rules.js';
import type { PaperKind } from '../../src/catalogue/paper-kind.js';
import { templateFields } from '../../src/templates/template-fields.data.js';

const signer = { name: 'Nguyễn Đình Chiểu', title: 'Chủ tịch', capacity: 'CHỦ TỊCH' };
const nominee = { name: 'An', kind: 'cá nhân' as const, unit: 'Thôn Đông', form: 'Giấy khen', period: 'năm 2023' };
const office = { office: 'Ủy ban nhân dân xã Đức Lạng', place: 'Đức Lạng', year: '2024' };
const code = { is: 'CODE' as const, code: 'duc-lang-0000', content: 'duc-lang-0000' };
const round: RoundPrinted = {
  ...{ ...office, signer, series: 'UBND', round: 'Tổng kết', to: ['Chủ tịch'], bases: ['Luật'], dossier: ['Biên bản'] },
  nominations: [{ ...nominee, summary: 'Tốt', state: 'đã nộp', votes: '4/5', objections: 1 }],
};
const meeting: MeetingPrinted = {
  ...{ council: 'Hội đồng', above: 'UBND xã', place: 'Đức Lạng', year: '2024', heldOn: '2024-01-05', heldAt: null },
  ...{ summoned: null, present: null, chair: 'An', secretary: 'Bình' },
  members: [{ name: 'An', office: 'Chủ tịch', presence: 'Có mặt' }],
  matters: [
    {
      ...{
        name: 'An',
        unit: null,
        form: 'Giấy khen',
        isSecret: true,
        base: 5,
        outcome: 'RECOMMENDED',
        recused: ['An'],
      },
      counts: { for: 5, against: 0, blank: 0, invalid: 0, notReturned: 0 },
    },
  ],
};
const head = { ...office, numberText: null, symbol: 'QĐ-UBND', day: null };

const papers: Readonly<Record<PaperKind, Paper>> = {
  DECISION: decisionPaper({
    ...{ ...head, kind: 'GRANT', about: 'Về việc', bases: ['Luật'], recipients: ['Lưu: VT'], signer, code },
    awards: [{ ...nominee, amount: '540000', givenBy: null }],
  }),
  CORRECTION: correction({
    ...{ ...office, signer, to: ['An'], decision: 'Quyết định số 1', about: 'Về việc' },
    misprints: [{ item: 'Tên', printed: 'An', right: 'Án' }],
  }),
  CERTIFICATE: certificatePaper({
    ...{
      ...office,
      heading: 'GIẤY KHEN',
      verb: 'TẶNG',
      category: 'COMMENDATION',
      name: 'An',
      unit: null,
      code,
      signer,
    },
    ...{ period: null, citation: 'Tốt', decision: 'Quyết định số 1', day: '2024-01-05' },
  }),
  ...{ PROPOSAL: proposal(round), LIST: list(round), SUMMARY: summary(round) },
  REPORT: achievementReport({
    ...{ ...office, ...nominee, isSudden: false, summary: 'Tốt', post: null },
    ratings: [{ year: '2023', rating: 'tốt', issuer: '' }],
    results: [{ name: 'Bò', period: '2023', value: '1 con' }],
    awards: (['TITLE', 'COMMENDATION'] as const).map((category) => ({
      year: '2022',
      name: 'A',
      category,
      decision: '',
    })),
  }),
  NOTICE: notice({
    ...{ ...office, signer, nominees: [nominee], places: ['Nhà văn hóa'], days: 10, areWorkingDays: false },
    ...{ firstDay: '2024-01-05', lastDay: '2024-01-15' },
  }),
  REFUSAL: refusal({
    ...office,
    signer,
    round: 'Tổng kết',
    to: ['Thôn'],
    nominees: [{ ...nominee, reason: 'Chưa đạt' }],
  }),
  ...{ MINUTES: minutes(meeting), INVITATION: invitation(meeting), BALLOT: ballot(meeting), COUNT: count(meeting) },
};

it.each(Object.entries(papers))(
  'a %s has a value for each field of its template, and no others',
  (kind, { fields }) => {
    const { fields: texts, lists } = templateFields[kind as PaperKind];
    const filled = Object.entries(fields ?? {});
    const ofTexts = filled.filter(([, value]) => typeof value === 'string').map(([name]) => name);
    expect(ofTexts.sort()).toEqual([...texts].sort());
    const ofLists = filled.flatMap(([name, rows]) =>
      typeof rows === 'string' ? [] : [[name, Object.keys(rows[0] ?? {}).sort()]],
    );
    expect(Object.fromEntries(ofLists)).toEqual(
      Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, [...rows].sort()])),
    );
  },
);

it.each(Object.entries(templateFields))('what a %s demands it has', (_, { fields, lists, demanded }) =>
  expect(demanded.filter((name) => !fields.includes(name) && !Object.hasOwn(lists, name))).toEqual([]),
);
