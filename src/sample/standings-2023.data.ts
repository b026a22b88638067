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
const percent = { kind: 'NUMBER', measure: { unit: 'PERCENT', factor: '100' } };
const byPercent = (code: string, name: string, max: string, figure: string, full: string) => ({
  ...{ code, name, max },
  formula: { kind: 'PROPORTIONAL', quantity: { figure }, full },
});

/** Scoring scheme of the residential areas of xã Đức Lạng in 2023: invented, as the points given by it. */
export const scheme: DraftScheme = {
  code: 'khu-dan-cu',
  name: 'Thang điểm thi đua các khu dân cư năm 2023 (giả định)',
  rules: {
    blocks,
    figures: [
      { code: 'bao-hiem', name: 'Tỷ lệ bao phủ bảo hiểm y tế', indicator: 'soc.health-insurance-coverage', ...percent },
      { code: 'nuoc-sach', name: 'Tỷ lệ hộ dùng nước sạch', indicator: 'econ.households-clean-water', ...percent },
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
            byPercent('I.2', 'Nước sạch nông thôn', '15', 'nuoc-sach', '75'),
          ],
        },
        byPercent('II', 'Bảo hiểm y tế', '20', 'bao-hiem', '95'),
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
