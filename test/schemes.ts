/** Schemes as clients send them: what most schemes have is left out. */

export const hamlets = [1, 2, 3, 4, 5, 6].map((number) => `khu-dan-cu-${number}`);

const rice = {
  code: 'lua',
  name: 'Diện tích lúa',
  kind: 'NUMBER',
  indicator: 'econ.rice.area',
  measure: { unit: 'HECTARE' },
};
const quantity = { figure: 'lua', reading: 'OF_TARGET' };
const letters = { code: 'thu-khen', name: 'Thư khen', kind: 'OCCURRENCES', needsEvidence: true };

/** Rules of a scheme of the hamlets: rice by its target, neatness as judged, letters of praise as bonus. */
export const rulesOfHamlets = (change: object = {}) => ({
  blocks: [{ code: 'khu-dan-cu', name: 'Khối khu dân cư', members: hamlets.map((unit) => ({ unit })) }],
  figures: [{ ...rice }, letters],
  tree: {
    code: 'tong',
    name: 'Tổng điểm',
    max: '100',
    formula: { kind: 'SUM' },
    isCeiling: false,
    children: [
      { code: 'I', name: 'Sản xuất lúa', max: '60', formula: { kind: 'PROPORTIONAL', quantity, full: '100' } },
      {
        code: 'II',
        name: 'Vệ sinh môi trường',
        max: '40',
        formula: { kind: 'JUDGED', reasonBelowMax: false },
        items: [
          {
            code: 'II.thuong',
            name: 'Có thư khen',
            max: '3',
            formula: { kind: 'COUNT', quantity: { figure: 'thu-khen' }, points: '1' },
          },
        ],
        isCeiling: false,
      },
    ],
  },
  rounding: { total: 1 },
  classes: [
    { code: 'xuat-sac', name: 'Xuất sắc', ways: [{ min: '90' }] },
    { code: 'tien-tien', name: 'Tiên tiến', ways: [{ min: '70' }] },
    { code: 'chua-dat', name: 'Chưa đạt' },
  ],
  quotas: [{ class: 'xuat-sac', percent: '20' }],
  ...change,
});

/** A scheme of the hamlets. */
export const schemeOfHamlets = (change: object = {}) => ({
  code: 'thi-diem',
  name: 'Thang điểm thi đua các khu dân cư',
  rules: rulesOfHamlets(),
  ...change,
});

const own = { indicator: null, measure: null, scope: 'OWN' };

/** Rules that ask people for points, figures and occurrences of every kind; points end at the maximum. */
export function rulesToScore(change: object = {}) {
  const { tree, figures } = rulesOfHamlets();
  const [rice, neatness] = tree.children;
  return rulesOfHamlets({
    tree: { ...tree, children: [rice, { ...neatness, isCeiling: true }] },
    figures: [
      ...figures,
      { ...own, code: 'ho-ngheo', name: 'Số hộ nghèo', kind: 'NUMBER', measure: { unit: 'HOUSEHOLD' } },
      { ...own, code: 'co-loa', name: 'Có loa truyền thanh', kind: 'YES_NO' },
      { ...own, code: 'ngay-hop', name: 'Ngày họp dân', kind: 'DAY' },
      { ...own, code: 'muc', name: 'Mức', kind: 'WORD', words: ['thấp', 'cao'] },
      { ...own, code: 'vu-viec', name: 'Vụ việc', kind: 'OCCURRENCES' },
    ],
    ...change,
  });
}
/** A scheme by which all hamlets have the same points; with a quota they tie on its edge. */
export const schemeOfEquals = (code: string, quotas: object[] = []) =>
  schemeOfHamlets({
    code,
    rules: rulesOfHamlets({
      figures: [],
      tree: { code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'FULL' } },
      quotas,
    }),
    allowedBecause: 'Mọi đơn vị cùng điểm.',
  });
