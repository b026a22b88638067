import type { ExtendDeadline } from '../periods/period.inputs.js';
import type {
  CorrectSubmission,
  DraftSubmission,
  EntryApproved,
  EntryGiven,
  EntryVerified,
  ExplainFinding,
  NarrativeGiven,
  ReturnSubmission,
} from '../submissions/submission.inputs.js';

/** Mark of every narrative and sheet: no figure of these reports is a real one of the commune. */
export const mark = '(số liệu giả định)';

/** Days of the steps of a report. */
interface Steps {
  submitted: string;
  verified: string;
  approved: string;
}

/** Reports that are submitted together, and the acts on their periods. */
export interface Due extends Steps {
  /** Periods that end together, each with its name. */
  periods: Readonly<Record<string, string>>;
  /** Extension of the due day of one unit. */
  extended?: { on: string; period: string } & Required<ExtendDeadline>;
  closed?: Closing;
}

/** Closing (chốt số liệu) of a period, which is reopened for the correction of one report, and closed again. */
export interface Closing {
  on: string;
  period: string;
  reason: string;
  corrected: Steps & CorrectSubmission & { unit: string; entries: EntryGiven[] };
}

/** Calendar days after a period on which its reports are due. */
export const dueDays = 12;

/** Days of the reports of 2023: early in the month after their period, on time by `dueDays`. */
export const calendar: readonly Due[] = [
  {
    periods: { '2023-Q1': 'quý I năm 2023' },
    submitted: '2023-04-05',
    verified: '2023-04-10',
    approved: '2023-04-14',
    closed: {
      on: '2023-04-25',
      period: '2023-Q1',
      reason: 'Chốt số liệu quý I năm 2023',
      corrected: {
        unit: 'khu-dan-cu-3',
        submitted: '2023-05-08',
        verified: '2023-05-10',
        approved: '2023-05-12',
        reason: 'Ghi nhầm số bò 204, đúng là 240',
        entries: [
          { indicatorCode: 'econ.livestock.buffalo-cattle', reported: '289' },
          { indicatorCode: 'econ.livestock.buffalo-cattle.cattle', reported: '240' },
        ],
      },
    },
  },
  {
    periods: { '2023-spring': 'vụ Xuân năm 2023' },
    submitted: '2023-06-05',
    verified: '2023-06-09',
    approved: '2023-06-14',
  },
  {
    periods: { '2023-Q2': 'quý II năm 2023', '2023-H1': '6 tháng đầu năm 2023' },
    submitted: '2023-07-05',
    verified: '2023-07-10',
    approved: '2023-07-14',
  },
  {
    periods: { '2023-Q3': 'quý III năm 2023', '2023-summer-autumn': 'vụ Hè Thu năm 2023' },
    submitted: '2023-10-05',
    verified: '2023-10-10',
    approved: '2023-10-13',
    extended: {
      on: '2023-10-09',
      period: '2023-Q3',
      unit: 'khu-dan-cu-2',
      until: '2023-10-20',
      reason: `Khu dân cư bị mưa lũ chia cắt, chưa kiểm đếm được đàn vật nuôi ${mark}`,
    },
  },
  {
    periods: { '2023-Q4': 'quý IV năm 2023', '2023-H2': '6 tháng cuối năm 2023', '2023-winter': 'vụ Đông năm 2023' },
    submitted: '2024-01-05',
    verified: '2024-01-10',
    approved: '2024-01-17',
  },
  { periods: { '2023': 'năm 2023' }, submitted: '2024-01-12', verified: '2024-01-19', approved: '2024-01-24' },
];

/** Reported figure: "5/6" is five of six; null is nothing to report. */
type Figure = string | null;
type Figures = Readonly<Record<string, Figure>>;

/** Figures of the residential areas 1 to 6, by period and indicator. Their sums are the figures of the offices. */
const hamlets: Readonly<Record<string, Readonly<Record<string, readonly Figure[]>>>> = {
  '2023-Q1': {
    'ntm.model-residential-areas': ['1/1', '1/1', '1/1', '1/1', '0/1', '1/1'],
    'econ.livestock.buffalo-cattle': ['280', '296', '253', '269', '312', '285'],
    'econ.livestock.buffalo-cattle.buffalo': ['46', '50', '49', '43', '57', '48'],
    'econ.livestock.buffalo-cattle.cattle': ['234', '246', '204', '226', '255', '237'],
    'econ.livestock.pig': ['2900', '2850', '3010', '2610', '3120', '2790'],
    'econ.livestock.poultry': ['11200', '11700', '11500', '10700', '12300', '11100'],
    'econ.livestock.deer': [null, null, null, '5', null, null],
  },
  '2023-spring': {
    'econ.rice.area': ['24.1', '25.6', '25', '22.9', '27.3', '24.3'],
    'econ.rice.area.spring': ['24.1', '25.6', '25', '22.9', '27.3', '24.3'],
    'econ.peanut.area': ['14.6', '15.5', '15.9', '13.8', '16.9', '14.8'],
    'econ.peanut.output': ['45', '47', '49', '42', '52', '46'],
    'econ.maize.area': ['12.4', '13.2', '13.6', '11.8', '14.4', '12.6'],
    'econ.maize.output': ['63', '67', '69', '59', '73', '64'],
  },
  '2023-Q2': {
    'ntm.model-residential-areas': ['1/1', '1/1', '1/1', '1/1', '0/1', '1/1'],
    'econ.livestock.buffalo-cattle': ['283', '298', '295', '271', '314', '288'],
    'econ.livestock.buffalo-cattle.buffalo': ['47', '50', '49', '43', '57', '49'],
    'econ.livestock.buffalo-cattle.cattle': ['236', '248', '246', '228', '257', '239'],
    'econ.livestock.pig': ['2940', '2890', '3050', '2640', '3160', '2820'],
    'econ.livestock.poultry': ['11400', '11900', '11700', '10900', '12500', '11300'],
    'econ.livestock.deer': [null, null, null, '5', null, null],
    'econ.production-models': [null, null, '1', null, null, null],
    'econ.rural-road-built': [null, '0.35', null, null, null, null],
    'econ.households-clean-water': ['128/172', '137/185', '146/198', '116/163', '151/210', '142/192'],
    'econ.households-hygienic-water': ['172/172', '185/185', '198/198', '163/163', '206/210', '192/192'],
    'soc.vocational-trainees': ['2', '1', '1', '1', '2', '1'],
  },
  '2023-Q3': {
    'ntm.model-residential-areas': ['1/1', '1/1', '1/1', '1/1', '0/1', '1/1'],
    'econ.livestock.buffalo-cattle': ['285', '301', '294', '273', '326', '290'],
    'econ.livestock.buffalo-cattle.buffalo': ['47', '51', '50', '43', '58', '49'],
    'econ.livestock.buffalo-cattle.cattle': ['238', '250', '244', '230', '268', '241'],
    'econ.livestock.pig': ['2980', '2920', '3080', '2670', '3200', '2850'],
    'econ.livestock.poultry': ['11600', '12100', '11900', '11000', '12700', '11500'],
    'econ.livestock.deer': [null, null, null, '5', null, null],
    'econ.production-models': ['1', null, null, null, null, null],
    'econ.rural-road-built': [null, null, null, null, '0.4', null],
  },
  '2023-summer-autumn': {
    'econ.rice.area': ['3.7', '3.9', '3.8', '3.5', '4.2', '3.7'],
    'econ.rice.area.summer-autumn': ['3.7', '3.9', '3.8', '3.5', '4.2', '3.7'],
  },
  '2023-Q4': {
    'ntm.model-residential-areas': ['1/1', '1/1', '1/1', '1/1', '1/1', '1/1'],
    'econ.livestock.buffalo-cattle': ['288', '303', '296', '276', '320', '293'],
    'econ.livestock.buffalo-cattle.buffalo': ['48', '52', '50', '44', '58', '50'],
    'econ.livestock.buffalo-cattle.cattle': ['240', '251', '246', '232', '262', '243'],
    'econ.livestock.pig': ['3010', '2950', '3120', '2700', '3240', '2880'],
    'econ.livestock.poultry': ['11800', '12300', '12100', '11200', '12900', '11700'],
    'econ.livestock.deer': [null, null, null, '5', null, null],
    'econ.production-models': [null, '1', null, null, '1', null],
    'econ.rural-road-built': [null, null, null, null, null, '0.25'],
    'econ.households-clean-water': ['132/172', '141/185', '150/198', '120/163', '155/210', '146/192'],
    'econ.households-hygienic-water': ['172/172', '185/185', '198/198', '163/163', '210/210', '192/192'],
    'soc.vocational-trainees': ['3', '2', '3', '2', '3', '2'],
    'soc.poverty-rate': ['2/172', '3/185', '2/198', '1/163', '4/210', '2/192'],
  },
  '2023-winter': {
    'econ.maize.area': ['8.8', '9.3', '9.6', '8.3', '10.1', '8.9'],
    'econ.maize.output': ['42', '44', '46', '39', '48', '43'],
  },
};

const herd = (whole: string, buffalo: string, cattle: string, pig: string, poultry: string): Figures => ({
  'econ.livestock.buffalo-cattle': whole,
  'econ.livestock.buffalo-cattle.buffalo': buffalo,
  'econ.livestock.buffalo-cattle.cattle': cattle,
  'econ.livestock.pig': pig,
  'econ.livestock.poultry': poultry,
  'econ.livestock.deer': '5',
});

/** Figures of the responsible offices for the whole commune. */
const offices: Readonly<Record<string, Readonly<Record<string, Figures>>>> = {
  'dia-chinh-nong-nghiep': {
    '2023-Q1': {
      ...herd('1731', '293', '1438', '17280', '68500'),
      'econ.production-models': null,
      'econ.rural-road-built': null,
    },
    '2023-Q2': {
      ...herd('1749', '295', '1454', '17500', '69700'),
      'econ.production-models': '1',
      'econ.rural-road-built': '0.35',
    },
    '2023-Q3': {
      ...herd('1761', '298', '1463', '17700', '70800'),
      'econ.production-models': '1',
      'econ.rural-road-built': '0.4',
    },
    '2023-Q4': {
      ...herd('1776', '302', '1474', '17900', '72000'),
      'econ.production-models': '2',
      'econ.rural-road-built': '0.25',
    },
    '2023-spring': {
      'econ.food-grain-output': '1298',
      'econ.rice.area': '149.2',
      'econ.rice.area.spring': '149.2',
      'econ.peanut.area': '91.5',
      'econ.peanut.output': '281',
      'econ.maize.area': '78',
      'econ.maize.output': '395',
    },
    '2023-summer-autumn': {
      'econ.food-grain-output': '114',
      'econ.rice.area': '22.8',
      'econ.rice.area.summer-autumn': '22.8',
    },
    '2023-winter': { 'econ.food-grain-output': '262', 'econ.maize.area': '55', 'econ.maize.output': '262' },
    '2023-H1': { 'econ.households-clean-water': '820/1120', 'econ.households-hygienic-water': '1116/1120' },
    '2023-H2': { 'econ.households-clean-water': '844/1120', 'econ.households-hygienic-water': '1120/1120' },
  },
  'tai-chinh-ke-toan': {
    '2023-Q1': { 'econ.budget-revenue': '231500000' },
    '2023-Q2': { 'econ.budget-revenue': '268200000' },
    '2023-Q3': { 'econ.budget-revenue': '291300000' },
    '2023-Q4': { 'econ.budget-revenue': '324485000' },
  },
  'van-hoa-xa-hoi': {
    '2023-Q1': { 'soc.vocational-trainees': null },
    '2023-Q2': { 'soc.vocational-trainees': '8' },
    '2023-Q3': { 'soc.vocational-trainees': null },
    '2023-Q4': { 'soc.vocational-trainees': '15' },
    '2023-H1': { 'soc.trained-labour-rate': '73.6', 'soc.health-insurance-coverage': '3915/4160' },
    '2023-H2': { 'soc.trained-labour-rate': '74.2', 'soc.health-insurance-coverage': '3969/4160' },
    '2023': { 'soc.poverty-rate': '14/1120' },
  },
  'tram-y-te': {
    '2023-H1': { 'soc.child-stunting-rate': '12.9', 'soc.child-underweight-rate': '9.6' },
    '2023-H2': { 'soc.child-stunting-rate': '12.4', 'soc.child-underweight-rate': '9.8' },
  },
  'ban-quan-ly-nong-thon-moi': {
    '2023-Q1': { 'ntm.model-residential-areas': '5/6' },
    '2023-Q2': { 'ntm.model-residential-areas': '5/6' },
    '2023-Q3': { 'ntm.model-residential-areas': '5/6' },
    '2023-Q4': { 'ntm.model-residential-areas': '6/6' },
    '2023': {},
  },
  'van-phong-thong-ke': { '2023': { 'econ.income-per-capita': '51200000' } },
  'ban-chi-huy-quan-su': { '2023': {} },
  'cong-doan': { '2023': {} },
  'mat-tran-to-quoc': { '2023': {} },
};

/** States, grades and ratings of 2023 by the responsible office; each needs a file as evidence. */
const proved: Readonly<Record<string, Figures>> = {
  'ban-quan-ly-nong-thon-moi': { 'ntm.standard-maintained': 'YES', 'ntm.advanced-standard': 'NO' },
  'van-phong-thong-ke': {
    'gov.admin-reform-anticorruption': 'GOOD',
    'org.office-green-clean-beautiful': 'GOOD',
    'org.office-safe': 'EXCELLENT',
    'org.office-cultured': 'YES',
  },
  'ban-chi-huy-quan-su': { 'sec.defence-security-grade': 'vững mạnh toàn diện' },
  'cong-doan': { 'org.union-public-service-skills': 'GOOD', 'org.union-culture-sport-social': 'EXCELLENT' },
  'mat-tran-to-quoc': { 'org.union-clean-strong': 'hoàn thành tốt nhiệm vụ' },
};

/** Course of a report. By default the report is submitted, verified and approved unchanged, on the days of all. */
export interface Turn {
  /** Days of its own: it is late, or its due day is extended. */
  days?: Steps;
  narrative?: NarrativeGiven;
  /** Reason of a withdrawal; then the report is submitted again. */
  withdrawn?: string;
  /** Warnings that the unit explains once it has submitted; all others stay unexplained. */
  explained?: ExplainFinding[];
  returned?: ReturnSubmission;
  verified?: EntryVerified[];
  approved?: EntryApproved[];
  /** State on the day of the sample. */
  until?: 'DRAFT' | 'SUBMITTED' | 'VERIFIED';
}

const recounted = 'Kiểm đếm lại tại chuồng cùng Thú y xã';

/** Courses by unit and period. */
const turns: Readonly<Record<string, Turn>> = {
  'khu-dan-cu-2 2023-Q1': { withdrawn: 'Gửi nhầm bản chưa qua họp khu dân cư' },
  'khu-dan-cu-4 2023-Q1': {
    days: { submitted: '2023-04-17', verified: '2023-04-19', approved: '2023-04-21' },
    narrative: { causes: 'Gửi chậm do trưởng khu dân cư mới nhận nhiệm vụ.' },
  },
  'khu-dan-cu-6 2023-Q2': {
    explained: [
      {
        code: 'FREQUENCY',
        indicatorCode: 'econ.households-clean-water',
        explanation: 'Khu dân cư rà soát nước sinh hoạt 6 tháng một lần, ghi cùng báo cáo quý II.',
      },
    ],
  },
  'khu-dan-cu-2 2023-Q3': {
    days: { submitted: '2023-10-18', verified: '2023-10-19', approved: '2023-10-20' },
  },
  'khu-dan-cu-5 2023-Q3': {
    verified: [
      { indicatorCode: 'econ.livestock.buffalo-cattle', verified: '318', verifiedReason: recounted },
      { indicatorCode: 'econ.livestock.buffalo-cattle.cattle', verified: '260', verifiedReason: recounted },
    ],
  },
  'dia-chinh-nong-nghiep 2023-Q4': {
    explained: [
      {
        code: 'JUMP_PERIOD',
        indicatorCode: 'econ.production-models',
        explanation: 'Hai mô hình khởi công từ quý III, cùng nghiệm thu trong quý IV.',
      },
    ],
  },
  'tai-chinh-ke-toan 2023-Q3': {
    verified: [
      {
        indicatorCode: 'econ.budget-revenue',
        verified: '284300000',
        verifiedReason: '7 triệu đồng nộp ngày 02/10/2023, thuộc quý IV',
      },
    ],
  },
  'van-phong-thong-ke 2023': {
    approved: [
      {
        indicatorCode: 'econ.income-per-capita',
        approved: '50900000',
        approvedReason: 'Theo kết quả suy rộng của Chi cục Thống kê huyện',
      },
    ],
  },
  'dia-chinh-nong-nghiep 2023-winter': {
    narrative: {
      shortfalls: 'Diện tích và sản lượng ngô không đạt kế hoạch.',
      causes: 'Mưa lớn cuối tháng 10, đất bãi ngập, gieo lại không kịp thời vụ.',
      proposals: 'Hỗ trợ giống ngắn ngày cho vụ Đông sau.',
    },
  },
  'van-hoa-xa-hoi 2023': {
    narrative: {
      shortfalls: 'Tỷ lệ hộ nghèo còn trên 1%.',
      causes: 'Hộ nghèo phần lớn là người già neo đơn, không còn sức lao động.',
    },
  },
  'khu-dan-cu-4 2023-Q4': { until: 'VERIFIED' },
  'khu-dan-cu-5 2023-Q4': { until: 'SUBMITTED' },
  'khu-dan-cu-6 2023-Q4': {
    returned: {
      reason: 'Số hộ nghèo chưa có biên bản rà soát',
      entries: [{ indicatorCode: 'soc.poverty-rate', remark: 'Gửi kèm biên bản rà soát hộ nghèo cuối năm' }],
    },
  },
  'cong-doan 2023': { until: 'DRAFT' },
};

export interface Report extends Required<Pick<DraftSubmission, 'unit' | 'period' | 'entries'>> {
  /** Entries that need a file as evidence. */
  toProve: EntryGiven[];
  turn: Turn;
}

const entriesOf = (figures: Figures): EntryGiven[] =>
  Object.entries(figures).map(([indicatorCode, figure]) => {
    if (figure === null) return { indicatorCode, nothingToReport: 'Trong kỳ không phát sinh' };
    const [reported, outOf] = figure.split('/');
    return { indicatorCode, reported, ...(outOf !== undefined && { outOf }) };
  });

const report = (unit: string, period: string, figures: Figures): Report => ({
  unit,
  period,
  entries: entriesOf(figures),
  toProve: period === '2023' ? entriesOf(proved[unit] ?? {}) : [],
  turn: turns[`${unit} ${period}`] ?? {},
});

/** Reports of 2023 of the six residential areas and the responsible offices; all figures are invented. */
export const reports: readonly Report[] = [
  ...Object.entries(hamlets).flatMap(([period, rows]) =>
    [0, 1, 2, 3, 4, 5].map((index) =>
      report(
        `khu-dan-cu-${index + 1}`,
        period,
        Object.fromEntries(Object.entries(rows).map(([code, figures]) => [code, figures[index] ?? null])),
      ),
    ),
  ),
  ...Object.entries(offices).flatMap(([unit, periods]) =>
    Object.entries(periods).map(([period, figures]) => report(unit, period, figures)),
  ),
];
