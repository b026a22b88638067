import {
  block,
  criterion,
  each,
  figureKind,
  is,
  item,
  knockOut,
  occurring,
  proportional,
  quantity,
  rated,
  scheme,
  way,
} from './build.js';

/** Schemes that say classes, bonus or a plain share, and leave the rest to others. */

const groups = (...max: readonly string[]) => max.map((most, index) => criterion(String(index + 1), most));
const agreed = is('consent', 'AT_LEAST', '90');

/** Gia đình văn hóa, Phú Thọ: QĐ 22/2024/QĐ-UBND (theo NĐ 86/2023/NĐ-CP). */
export const culturalFamily = scheme(criterion('total', '100', { children: groups('32', '42', '26') }), {
  blocks: [block('hamlet', ['family'], { of: 'HOUSEHOLDS' }), block('poor-commune', ['other'], { of: 'HOUSEHOLDS' })],
  figures: [figureKind('consent')],
  classes: [
    rated(
      'family',
      way('90', { appliesTo: ['poor-commune'], conditions: [agreed] }),
      way('95', { appliesTo: ['hamlet'], conditions: [agreed] }),
    ),
  ],
});

/** Danh hiệu Khu dân cư văn hóa, NĐ 122/2018/NĐ-CP: each standard by half; poverty no higher than the commune's. */
export const culturalArea = scheme(
  criterion('total', '100', {
    children: [
      ...groups('20', '20', '20', '20'),
      criterion('5', '20', {
        formula: {
          kind: 'PASS_FAIL',
          when: {
            kind: 'FIGURE',
            quantity: quantity('poverty'),
            is: 'AT_MOST',
            than: null,
            thanFigure: 'poverty-of-commune',
          },
        },
      }),
    ],
  }),
  {
    blocks: [block('hamlets', ['plain', 'hill'])],
    traits: [{ code: 'mountain', name: 'Miền núi, hải đảo, đặc biệt khó khăn' }],
    figures: [figureKind('poverty'), figureKind('poverty-of-commune', { scope: 'COMMUNE' })],
    classes: [
      rated(
        'area',
        way('60', { appliesTo: ['mountain'], each: { percent: '50', of: 'FIRST' } }),
        way('80', { each: { percent: '50', of: 'FIRST' } }),
      ),
    ],
  },
);

/** Xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật: QĐ 25/2021/QĐ-TTg. Maxima by criterion are not in the source. */
export const accessToLaw = scheme(criterion('total', '100', { children: groups('20', '20', '20', '20', '20') }), {
  figures: [occurring('disciplined')],
  knockOuts: [knockOut('leader', is('disciplined', 'ABOVE', '0'), { effect: 'CAP_CLASS', class: 'not-met' })],
  classes: [rated('met', way('80', { each: { percent: '50', of: 'FIRST' } })), rated('not-met')],
});

/** Đánh giá công tác tiếp công dân, giải quyết khiếu nại, Nghệ An, dự thảo 9/2025: points open the vote alone. */
export const petitions = scheme(criterion('total', '100', { children: groups('25', '25', '25', '25') }), {
  classes: [
    rated('HTXSNV', way('90', { each: { percent: '85', of: 'FIRST' } })),
    rated('HTTNV', way('80', { below: '90', each: { percent: '80', of: 'FIRST' } })),
    rated('HTNV', way('70', { below: '80', each: { percent: '70', of: 'FIRST' } })),
    rated('KHTNV', way(null, { below: '70' })),
  ],
});

const flag = (code: string, of: string, oneOf: string | null) => item(code, each(code, of), { oneOf });

/** Mẫu bảng sở, ban, ngành chấm điểm xếp hạng thi đua quận, huyện, TP.HCM (bảng biểu 4). */
export const cityDepartments = (oneOf: string | null = null) =>
  scheme(
    criterion('total', '100', {
      isCeiling: false,
      items: [flag('city-flag', '10', oneOf), flag('government-flag', '15', oneOf)],
    }),
    { figures: [occurring('city-flag'), occurring('government-flag')] },
  );

const share = (code: string, max: string) => criterion(code, max, { formula: proportional(quantity(code)) });

/** Tiêu chí thi đua cụm nhà, Ký túc xá ĐHQG-HCM 2022: the percentage times 0.6, 0.2, 0.2. */
export const dormitory = scheme(
  criterion('total', '100', { children: [share('1', '60'), share('2', '20'), share('3', '20')] }),
  { figures: ['1', '2', '3'].map((code) => figureKind(code)) },
);
