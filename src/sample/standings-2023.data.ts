import type { DraftScheme } from '../standings/scheme.inputs.js';

const areas = [1, 2, 3, 4, 5, 6].map((number) => ({ unit: `khu-dan-cu-${number}` }));
const blocks = [{ code: 'khu-dan-cu', name: 'Khối các khu dân cư', members: areas }];
const classes = [
  { code: 'xuat-sac', name: 'Hoàn thành xuất sắc', ways: [{ min: '90' }] },
  { code: 'tot', name: 'Hoàn thành tốt', ways: [{ min: '75' }] },
  { code: 'hoan-thanh', name: 'Hoàn thành', ways: [{ min: '50' }] },
  { code: 'chua-hoan-thanh', name: 'Chưa hoàn thành' },
];
const judged = (code: string, name: string, max: string) => ({
  ...{ code, name, max },
  formula: { kind: 'JUDGED', reasonBelowMax: false },
});
const letters = { code: 'thu-khen', name: 'Thư khen của cấp trên', kind: 'OCCURRENCES', needsEvidence: true };
const disorder = { code: 'vu-viec', name: 'Vụ việc gây mất an ninh, trật tự', kind: 'OCCURRENCES' };
const bonus = {
  code: 'IV.thuong',
  name: 'Được cấp trên gửi thư khen',
  max: '3',
  formula: { kind: 'COUNT', quantity: { figure: 'thu-khen' }, points: '1' },
};
/** Scoring scheme of the residential areas of xã Đức Lạng in 2023: invented, as the points given by it. */
export const scheme: DraftScheme = {
  code: 'khu-dan-cu',
  name: 'Thang điểm thi đua các khu dân cư năm 2023 (giả định)',
  rules: {
    blocks,
    figures: [
      {
        code: 'bo',
        name: 'Tổng đàn bò',
        kind: 'NUMBER',
        indicator: 'econ.livestock.buffalo-cattle.cattle',
        measure: { unit: 'HEAD' },
      },
      letters,
      disorder,
    ],
    tree: {
      code: 'tong',
      name: 'Tổng điểm',
      max: '100',
      isCeiling: false,
      formula: { kind: 'SUM' },
      children: [
        {
          code: 'I',
          name: 'Phát triển kinh tế',
          max: '30',
          formula: { kind: 'SUM' },
          children: [
            {
              code: 'I.1',
              name: 'Chăn nuôi bò',
              max: '15',
              restsOn: 'Mục 2.1.3',
              formula: { kind: 'RELATIVE', figure: 'bo', better: 'MORE', atTarget: null },
            },
            judged('I.2', 'Chuyển đổi cây trồng, vật nuôi', '15'),
          ],
        },
        judged('II', 'Văn hóa, giáo dục, y tế', '20'),
        judged('III', 'Vệ sinh môi trường, xây dựng nông thôn mới', '30'),
        { ...judged('IV', 'An ninh, trật tự', '20'), isCeiling: false, items: [bonus] },
      ],
    },
    rounding: { leaf: 2, total: 1 },
    classes,
    quotas: [{ class: 'xuat-sac', percent: '20', restsOn: 'Điều 12' }],
  },
};

/** That of a fictitious commune: judged alone, with a knock-out. */
export const fictitiousScheme: DraftScheme = {
  code: 'khu-dan-cu',
  name: 'Thang điểm giả định của các khu dân cư',
  rules: {
    blocks,
    figures: [disorder],
    tree: {
      code: 'tong',
      name: 'Tổng điểm',
      max: '100',
      formula: { kind: 'SUM' },
      children: [judged('I', 'Phong trào', '60'), judged('II', 'An ninh, trật tự', '40')],
    },
    classes,
    knockOuts: [
      {
        code: 'K1',
        name: 'Để xảy ra vụ việc gây mất an ninh, trật tự',
        when: { kind: 'FIGURE', quantity: { figure: 'vu-viec' }, is: 'AT_LEAST', than: '1' },
        effect: 'CAP_CLASS',
        class: 'hoan-thanh',
      },
    ],
  },
};

const offices = [
  'van-phong-thong-ke',
  'dia-chinh-nong-nghiep',
  'tai-chinh-ke-toan',
  'van-hoa-xa-hoi',
  'tu-phap-ho-tich',
];

/** Scheme of a block that people judge alone, in two criteria. */
const judgedAlone = (code: string, name: string, block: { of?: string; name: string; units: readonly string[] }) => ({
  code,
  name: `${name} năm 2023 (giả định)`,
  rules: {
    blocks: [
      {
        ...{ code, name: block.name, of: block.of ?? 'COLLECTIVES' },
        members: block.units.map((unit) => ({ unit })),
      },
    ],
    tree: {
      code: 'tong',
      name: 'Tổng điểm',
      max: '100',
      formula: { kind: 'SUM' },
      children: [judged('I', 'Thực hiện nhiệm vụ chuyên môn', '70'), judged('II', 'Kỷ luật, kỷ cương', '30')],
    },
    classes,
    quotas: [{ class: 'xuat-sac', percent: '20', restsOn: 'Điều 12' }],
  },
});

export const officesScheme: DraftScheme = judgedAlone('ban-nganh', 'Thang điểm thi đua các bộ phận chuyên môn', {
  name: 'Khối các bộ phận chuyên môn',
  units: offices,
});

export const peopleScheme: DraftScheme = judgedAlone('can-bo', 'Thang điểm xếp loại cán bộ, công chức', {
  ...{ of: 'INDIVIDUALS', name: 'Khối cán bộ, công chức' },
  units: ['cong-chuc-ke-toan', 'cong-chuc-van-hoa'],
});

/** Days of the steps of the score sheets of a period, and of its table. */
interface Steps {
  scored: string;
  verified: string;
  concluded: string;
  published: string;
}

export const steps: Readonly<Record<string, Steps>> = {
  '2023-Q1': { scored: '2023-04-17', verified: '2023-04-19', concluded: '2023-04-21', published: '2023-04-25' },
  '2023-Q2': { scored: '2023-07-17', verified: '2023-07-19', concluded: '2023-07-21', published: '2023-07-25' },
  '2023-Q3': { scored: '2023-10-23', verified: '2023-10-25', concluded: '2023-10-27', published: '2023-10-31' },
  '2023-Q4': { scored: '2024-01-18', verified: '2024-01-19', concluded: '2024-01-22', published: '2024-01-23' },
  '2023': { scored: '2024-01-24', verified: '2024-01-25', concluded: '2024-01-26', published: '2024-01-29' },
};

type Points = Readonly<Record<string, readonly string[]>>;

/** Points of the residential areas 1 to 6, by line; the same in every period but for what is said beside them. */
export const areaPoints: Points = {
  'I.2': ['13', '14', '13', '12', '14', '12'],
  II: ['18', '19', '18', '17', '18', '16'],
  III: ['27', '29', '30', '25', '28', '24'],
  IV: ['19', '20', '19', '18', '19', '17'],
};

/** Points of the offices: the first two tie for the one place of the best class. */
export const officePoints: Points = {
  I: ['66', '67', '62', '60', '58'],
  II: ['28', '27', '27', '25', '26'],
};

export const peoplePoints: Points = { I: ['65', '61'], II: ['28', '27'] };

/** Area whose own points were disputed, and its line: self, verified, final, then corrected with a second table. */
export const disputed = {
  ...{ unit: 'khu-dan-cu-3', line: 'III', period: '2023-Q3', verified: '25', final: '27', corrected: '28' },
  again: { scored: '2023-11-06', verified: '2023-11-07', concluded: '2023-11-08', published: '2023-11-10' },
} as const;

/** Area that has a letter of praise, and the fictitious one that has a knock-out. */
export const praised = { unit: 'khu-dan-cu-2', period: '2023-Q3', on: '2023-09-02' };
export const disorderly = { unit: 'khu-dan-cu-2', on: '2023-06-11' };
