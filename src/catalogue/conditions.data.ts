import type { ConditionGiven } from './catalogue.inputs.js';
import type { Term } from './condition-words.data.js';
import type { NominationType } from './nomination-type.js';
import { hamlet, household, person, read, unread, workers, type Sourced } from './parts.data.js';

/* Conditions of the bundled rule sets, by the code of the form. The words are in condition-words.data.ts. */

type Conditions = Readonly<Record<string, readonly ConditionGiven[]>>;
type Told = readonly [code: string, text: string, needs: Term, sourced: Sourced, cure?: string];
type Only = Partial<Pick<ConditionGiven, 'types' | 'nominees'>>;

const rows = (told: readonly Told[], only: Only = {}): ConditionGiven[] =>
  told.map(([code, text, needs, sourced, cure = null]) => ({ code, ...only, text, needs, cure, ...sourced }));
const oftenBy = (types: readonly NominationType[]): Only => ({ types: [...types] });

const law = 'Luật Thi đua, khen thưởng 06/2022/QH15';
const rate = 'Ghi xếp loại chất lượng của năm bằng recordFact (RATING).';
const prove = 'Ghi danh hiệu đã có bằng recordAward, kèm quyết định.';
const initiate = 'Ghi sáng kiến, đề tài đã được công nhận bằng recordFact (INITIATIVE).';

/** Differences between the regimes. */
interface Regime {
  general: Sourced;
  hold: Sourced;
  ldtt: Sourced;
  months: Sourced;
  /** Registration (2003), or part in the movement (2022). */
  takesPart: Told;
  /** Title before Chiến sĩ thi đua cơ sở. */
  beforeCstdcs: Told;
  /** Share of Lao động tiên tiến among the members of a collective. */
  members: Told;
  /** Whether households register (NĐ 122/2018). */
  householdsRegister: boolean;
  /** Whether the first of the district comes before the title of the commune. */
  communeLeads: boolean;
}

const conditions = ({
  general,
  hold,
  ldtt,
  months,
  takesPart,
  beforeCstdcs,
  members,
  ...differing
}: Regime): Conditions => {
  const always: Told[] = [
    [
      'hieu-luc',
      'Cá nhân, tập thể, hộ gia đình đang hoạt động, sinh sống; cá nhân đã mất được truy tặng',
      { is: 'VALID', deceased: true },
      general,
      'Tập thể đã giải thể, sáp nhập: phải nêu lý do vẫn khen thưởng trong quyết định.',
    ],
    [
      'khong-vuong',
      'Không trong thời gian xem xét kỷ luật, thanh tra, kiểm tra có dấu hiệu vi phạm, xác minh đơn thư',
      { is: 'NO_HOLD' },
      hold,
      'Chờ kết luận rồi ghi ngày kết thúc bằng endFact.',
    ],
  ];
  const unpunished: Told = [
    'khong-ky-luat',
    'Không bị kỷ luật trong năm',
    { is: 'NO_DISCIPLINE', least: 'REPRIMAND', years: 1 },
    general,
  ];
  const leader: Told = [
    'nguoi-dung-dau',
    'Người đứng đầu được xếp loại không cao hơn tập thể',
    { is: 'LEADER_RATING' },
    general,
    rate,
  ];
  const good = (years = 1, code = 'xep-loai'): Told => [
    code,
    `Hoàn thành tốt nhiệm vụ trở lên${years > 1 ? ` ${years} năm liền` : ''}`,
    { is: 'RATING', least: 'GOOD', years },
    general,
    rate,
  ];
  const timely: Told = [
    'kip-thoi',
    'Khen thưởng kịp thời: trong 90 ngày kể từ ngày lập thành tích',
    { is: 'DEED', days: 90 },
    unread('Nguyên tắc kịp thời; số ngày do tỉnh quy định'),
  ];
  const consent: Told = [
    'dong-thuan',
    'Từ 60 % số người dự họp đồng ý',
    { is: 'CONSENT', percent: 60, of: 'PRESENT' },
    general,
  ];
  const holds = (form: string, name: string, times = 1): Told => [
    'danh-hieu-truoc',
    `${times > 1 ? `${times} lần liên tục ` : ''}${name}`,
    { is: 'HOLDS', form, times, merit: true, ...(times > 1 && { consecutive: true, fresh: true }) },
    general,
    prove,
  ];
  const initiative = (least: 'GRASSROOTS' | 'PROVINCE' | 'NATION', text: string, years: number): Told => [
    'sang-kien',
    text,
    { is: 'INITIATIVE', least, times: 1, years },
    general,
    initiate,
  ];
  const noneWarned: Told = [
    'khong-ai-bi-ky-luat',
    'Không có cá nhân bị kỷ luật từ cảnh cáo trở lên',
    { is: 'MEMBERS_DISCIPLINED', least: 'WARNING', percent: 0 },
    general,
    'Ghi các cá nhân thuộc tập thể.',
  ];
  const standards = (what: string, name: string): Told => [
    'tieu-chuan',
    `Đạt 5 tiêu chuẩn ${name}, do tỉnh quy định chi tiết`,
    { is: 'RECOGNISED', what, years: 1 },
    general,
    'Ghi kết quả thẩm định tiêu chuẩn bằng recordFact (RECOGNITION).',
  ];
  const advanced = [
    ...always,
    ['xep-loai', 'Hoàn thành tốt nhiệm vụ trở lên', { is: 'RATING', least: 'GOOD', years: 1 }, ldtt, rate],
    [
      'thoi-gian',
      'Công tác từ 10 tháng trong năm; thời gian nghỉ thai sản được tính',
      { is: 'SERVICE', months: 10 },
      months,
      'Ghi quá trình công tác bằng recordFact (SERVICE).',
    ],
    takesPart,
    unpunished,
    leader,
  ] satisfies Told[];
  const rated = [...person, ...workers];
  const areas = [...hamlet, ...household];
  const commended = [
    ...rows(always),
    ...rows([good()], { types: ['MERIT'], nominees: rated }),
    ...rows([takesPart], oftenBy(['MOVEMENT'])),
    ...rows([timely], oftenBy(['SUDDEN'])),
    ...rows([consent], { types: ['MERIT'], nominees: areas }),
  ];
  const ofProvince = [
    ...rows(always),
    ...rows([good(2)], { types: ['MERIT'], nominees: rated }),
    ...rows([initiative('GRASSROOTS', 'Có sáng kiến được cơ sở công nhận', 2)], {
      types: ['MERIT'],
      nominees: [...person],
    }),
    ...rows([consent], { types: ['MERIT'], nominees: areas }),
    ...rows([takesPart], oftenBy(['MOVEMENT'])),
    ...rows([timely], oftenBy(['SUDDEN'])),
  ];
  const order = (years: number, before: Told) => [
    ...rows(always),
    ...rows([before, good(5)], oftenBy(['MERIT'])),
    ...rows([good(5, 'xep-loai-tap-the')], { types: ['SERVICE'], nominees: [...workers, ...hamlet] }),
    ...rows(
      [
        [
          'qua-trinh',
          `Giữ chức vụ lãnh đạo từ ${years} năm; nữ được giảm một phần ba`,
          { is: 'TENURE', years, womenLess: true },
          general,
          'Ghi quá trình công tác bằng recordFact (SERVICE, leads).',
        ],
      ],
      { types: ['SERVICE'], nominees: [...person] },
    ),
    ...rows([timely], oftenBy(['SUDDEN'])),
  ];
  return {
    ldtt: rows(advanced),
    cstt: rows(advanced),
    cstdcs: rows([
      ...always,
      beforeCstdcs,
      initiative('GRASSROOTS', 'Có sáng kiến được cơ sở công nhận hoặc đề tài khoa học được nghiệm thu', 1),
      unpunished,
      [
        'ty-le',
        'Không quá 15 % số người đạt Lao động tiên tiến',
        { is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' },
        general,
      ],
    ]),
    'cstd-tinh': rows([
      ...always,
      holds('cstdcs', 'Chiến sĩ thi đua cơ sở', 3),
      initiative('PROVINCE', 'Sáng kiến có ảnh hưởng trong tỉnh', 3),
    ]),
    cstdtq: rows([
      ...always,
      holds('cstd-tinh', 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', 2),
      initiative('NATION', 'Sáng kiến có ảnh hưởng trong toàn quốc', 6),
    ]),
    ttldtt: rows([...always, good(), members, noneWarned]),
    ttldxs: rows([
      ...always,
      holds('ttldtt', 'Tập thể lao động tiên tiến'),
      [
        'deu-hoan-thanh',
        '100 % cá nhân hoàn thành nhiệm vụ',
        { is: 'MEMBERS_RATED', least: 'COMPLETED', percent: 100 },
        general,
        rate,
      ],
      [
        'ty-le-ldtt',
        'Ít nhất 70 % cá nhân đạt Lao động tiên tiến',
        { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 70 },
        general,
      ],
      [
        'co-cstdcs',
        'Có cá nhân đạt Chiến sĩ thi đua cơ sở',
        { is: 'MEMBERS_HOLD', form: 'cstdcs', percent: 1 },
        general,
      ],
      noneWarned,
    ]),
    'co-thi-dua-tinh': rows([
      ...always,
      ['dan-dau', 'Dẫn đầu cụm, khối thi đua', { is: 'RANK', most: 1 }, general, 'Công bố bảng xếp loại của năm.'],
    ]),
    'co-thi-dua-chinh-phu': rows([
      ...always,
      holds('co-thi-dua-tinh', 'Cờ thi đua cấp tỉnh'),
      ['hoan-thanh', 'Hoàn thành toàn bộ chỉ tiêu', { is: 'COMPLETION', percent: 100 }, general],
    ]),
    'xa-tieu-bieu': rows([
      ...always,
      standards('xa-tieu-bieu', 'xã, phường tiêu biểu'),
      ...(differing.communeLeads
        ? [['dan-dau', 'Dẫn đầu phong trào thi đua cấp huyện', { is: 'RANK', most: 1 }, general] satisfies Told]
        : []),
    ]),
    'thon-van-hoa': rows([...always, standards('thon-van-hoa', 'thôn, tổ dân phố văn hóa'), consent]),
    gdvh: rows([...always, ...(differing.householdsRegister ? [takesPart] : []), consent]),
    'giay-khen-xa': commended,
    'giay-khen-huyen': commended,
    'giay-khen-so': commended,
    'bang-khen-tinh': ofProvince,
    'bang-khen-thu-tuong': [
      ...rows(always),
      ...rows([holds('bang-khen-tinh', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh'), good(5)], oftenBy(['MERIT'])),
      ...rows([takesPart], oftenBy(['MOVEMENT'])),
      ...rows([timely], oftenBy(['SUDDEN'])),
    ],
    'huan-chuong-lao-dong-hang-ba': order(15, holds('bang-khen-thu-tuong', 'Bằng khen của Thủ tướng Chính phủ')),
    'huan-chuong-sao-vang': order(30, holds('huan-chuong-lao-dong-hang-ba', 'Huân chương Lao động')),
  };
};

const half: Term = { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50 };
const advancedBefore = (sourced: Sourced): Told => [
  'danh-hieu-truoc',
  'Đạt Lao động tiên tiến trong năm',
  { is: 'HOLDS', form: 'ldtt', times: 1, merit: true },
  sourced,
  prove,
];
const moves = (sourced: Sourced): Told => [
  'phong-trao',
  'Tham gia phong trào thi đua',
  { is: 'MOVEMENT' },
  sourced,
  'Đăng ký thi đua bằng registerEmulation.',
];

const general2022 = unread(law);
const of2022 = {
  general: general2022,
  ldtt: read(`${law}, Điều 24`),
  months: unread('Nghị định 91/2017/NĐ-CP, Điều 10, giữ làm mặc định'),
  takesPart: moves(read(`${law}, Điều 24`)),
  beforeCstdcs: advancedBefore(read(`${law}, Điều 23`)),
  members: ['ty-le-ldtt', 'Ít nhất 50 % cá nhân đạt Lao động tiên tiến', half, unread(`${law}, Điều 28`)],
  householdsRegister: false,
} as const;

export const conditions2003 = conditions({
  general: unread('Luật Thi đua, khen thưởng 2003; Nghị định 91/2017/NĐ-CP'),
  hold: unread('Nghị định 91/2017/NĐ-CP'),
  ldtt: unread('Luật Thi đua, khen thưởng 2003, Điều 24'),
  months: read('Nghị định 91/2017/NĐ-CP, Điều 10'),
  takesPart: [
    'dang-ky',
    'Đăng ký thi đua đầu năm',
    { is: 'REGISTERED' },
    unread('Nghị định 91/2017/NĐ-CP'),
    'Ghi bản đăng ký thi đua bằng registerEmulation, với Legal-Date của bản đăng ký.',
  ],
  beforeCstdcs: advancedBefore(read('Luật Thi đua, khen thưởng 2003, Điều 23')),
  members: [
    'ty-le-ldtt',
    'Trên 50 % cá nhân đạt Lao động tiên tiến',
    { ...half, over: true },
    read('Luật Thi đua, khen thưởng 2003, Điều 28'),
  ],
  householdsRegister: true,
  communeLeads: true,
});

export const conditions2024 = conditions({ ...of2022, hold: unread('Nghị định 98/2023/NĐ-CP'), communeLeads: true });

const of2025 = { ...of2022, hold: read('Nghị định 152/2025/NĐ-CP, Điều 4'), communeLeads: false };
export const conditions2025 = conditions({ ...of2025, months: read('Nghị định 152/2025/NĐ-CP, Điều 4 (thai sản)') });

const amended = unread('Luật 06/2026/QH16; dự thảo 12/2025');
export const conditions2026 = conditions({
  ...of2025,
  ...{ hold: amended, ldtt: amended, months: amended, takesPart: moves(amended) },
  members: ['ty-le-ldtt', 'Ít nhất 50 % cá nhân đạt Lao động tiên tiến', half, amended],
  beforeCstdcs: [
    'xep-loai',
    'Được công nhận hoàn thành xuất sắc nhiệm vụ',
    { is: 'RATING', least: 'EXCELLENT', years: 1 },
    amended,
    rate,
  ],
});
