import type { Band, Comparison, Condition, Formula, Line, Quantity, SchemeFigure } from './scheme-rules.js';
import { isDay, vietnameseDate } from '../day.js';
import type { Words } from './scored.js';

/** A formula in words, for a person who asks how the points came about. Figures are called by their names. */
export function wordsOf(
  { formula, max, whenNothing }: Pick<Line, 'formula' | 'max' | 'whenNothing'>,
  figure: (code: string) => SchemeFigure,
): Words {
  const words = sentences[formula.kind](formula as never, { max: max ?? '0', name: (code) => figure(code).name });
  if (whenNothing === null) return words;
  return {
    vi: `${words.vi}; không phát sinh: ${vi(whenNothing)} điểm`,
    en: `${words.en}; where nothing arose: ${whenNothing}`,
  };
}

interface Naming {
  max: string;
  name: (figure: string) => string;
}

/** Decimal in Vietnamese digits; in a sign before it, or a word, no point is one of a decimal. */
const vi = (decimal: string) => decimal.replace(/(?<=\d)\.(?=\d)/, ',');
const both = (text: string): Words => ({ vi: vi(text), en: text });
/** Constant that a figure is compared with: a decimal, a day, a word, YES or NO. */
function constant(text: string): Words {
  if (text === 'YES' || text === 'NO') return { vi: text === 'YES' ? 'có' : 'không', en: text.toLowerCase() };
  if (isDay(text)) return { vi: vietnameseDate(text), en: text };
  return /^-?\d+(\.\d+)?$/.test(text) ? both(text) : { vi: text, en: text };
}
const list = (words: readonly Words[], [inVietnamese, inEnglish] = ['; ', '; ']): Words => ({
  vi: words.map((each) => each.vi).join(inVietnamese),
  en: words.map((each) => each.en).join(inEnglish),
});

function quantity({ figure, reading }: Quantity, { name }: Pick<Naming, 'name'>): Words {
  const of = name(figure);
  return {
    VALUE: { vi: of, en: of },
    OF_TARGET: { vi: `tỷ lệ % "${of}" so với mức giao`, en: `percent of the target of "${of}"` },
    INVERSE: { vi: `tỷ lệ % mức giao so với "${of}"`, en: `target in percent of "${of}"` },
    OVER_TARGET: { vi: `tỷ lệ % vượt mức giao của "${of}"`, en: `percent over the target of "${of}"` },
  }[reading];
}

function band({ from, fromIncluded, to, toIncluded }: Band): Words {
  if (from !== null && from === to) return both(`= ${from}`);
  const ends = [
    ...(from === null ? [] : [both(`${fromIncluded ? '≥' : '>'} ${from}`)]),
    ...(to === null ? [] : [both(`${toIncluded ? '≤' : '<'} ${to}`)]),
  ];
  return ends.length === 0 ? { vi: 'mọi mức', en: 'any' } : list(ends, [' và ', ' and ']);
}

const signs: Readonly<Record<Comparison, string>> = { AT_LEAST: '≥', ABOVE: '>', AT_MOST: '≤', BELOW: '<', EQUAL: '=' };

/** A condition in words. */
function conditionInWords(condition: Condition, name: Naming['name']): Words {
  const parts = 'of' in condition ? condition.of.map((each) => conditionInWords(each, name)) : [];
  switch (condition.kind) {
    case 'ALL':
      return list(parts, [' và ', ' and ']);
    case 'ANY':
      return list(parts, [' hoặc ', ' or ']);
    case 'NONE': {
      const none = list(parts, [' hoặc ', ' or ']);
      return { vi: `không (${none.vi})`, en: `not (${none.en})` };
    }
    case 'TRAIT':
      return { vi: `thuộc loại "${condition.trait}"`, en: `of the kind "${condition.trait}"` };
    case 'POINTS':
      return {
        vi: `điểm "${condition.criterion}" ${signs[condition.is]} ${vi(condition.than)}`,
        en: `points of "${condition.criterion}" ${signs[condition.is]} ${condition.than}`,
      };
    case 'FIGURE': {
      const { vi: left, en } = quantity(condition.quantity, { name });
      const { is, than, thanFigure } = condition;
      const right = thanFigure === null ? constant(than ?? '') : { vi: name(thanFigure), en: name(thanFigure) };
      return { vi: `${left} ${signs[is]} ${right.vi}`, en: `${en} ${signs[is]} ${right.en}` };
    }
  }
}

type Sentence<Kind> = (formula: Extract<Formula, { kind: Kind }>, naming: Naming) => Words;

const points = (words: Words, of: string): Words => ({ vi: `${words.vi}: ${vi(of)}`, en: `${words.en}: ${of}` });

const sentences: { readonly [Kind in Formula['kind']]: Sentence<Kind> } = {
  SUM: () => ({ vi: 'Tổng điểm các tiêu chí bên dưới', en: 'Sum of the criteria below' }),
  MEAN: () => ({ vi: 'Trung bình điểm các tiêu chí bên dưới', en: 'Mean of the criteria below' }),
  GIVEN: () => ({ vi: 'Điểm được cho, không chấm chi tiết', en: 'Points as given, not itemised' }),
  JUDGED: () => ({ vi: 'Điểm do người có thẩm quyền chấm', en: 'Points judged by people' }),
  FULL: (_, { max }) => ({ vi: `Giữ trọn ${vi(max)} điểm chuẩn`, en: `The standard points, ${max}, in full` }),
  PROPORTIONAL: ({ quantity: of, full, from, upTo }, naming) => {
    const words = quantity(of, naming);
    const most = upTo ?? full;
    const [viFrom, enFrom] = from === null ? ['', ''] : [`; dưới ${vi(from)} thì 0 điểm`, `; nothing below ${from}`];
    return {
      vi: `${vi(naming.max)} điểm × ${words.vi} ÷ ${vi(full)}, tính tối đa ${vi(most)}${viFrom}`,
      en: `${naming.max} points × ${words.en} ÷ ${full}, counted up to ${most}${enFrom}`,
    };
  },
  STEPS: ({ quantity: of, steps }, naming) => {
    const words = quantity(of, naming);
    const bands = list(steps.map((step) => points(band(step), step.points)));
    return { vi: `Theo bậc của ${words.vi}: ${bands.vi}`, en: `By bands of ${words.en}: ${bands.en}` };
  },
  INTERPOLATED: ({ quantity: of, through }, naming) => {
    const words = quantity(of, naming);
    const ends = list(through.map(({ at, points: each }) => points(both(at), each)));
    return { vi: `Nội suy theo ${words.vi}: ${ends.vi}`, en: `Interpolated by ${words.en}: ${ends.en}` };
  },
  INCREMENTS: ({ quantity: of, direction, start, every, atOnce, points: each }, naming) => {
    const words = quantity(of, naming);
    const [viAway, enAway] = direction === 'UP' ? ['trên', 'above'] : ['dưới', 'below'];
    const [viFirst, enFirst] = atOnce ? [', kể cả phần lẻ đầu tiên', ', and for passing it'] : ['', ''];
    return {
      vi: `${words.vi} ${viAway} ${vi(start)}: cứ ${vi(every)} được ${vi(each)} điểm${viFirst}`,
      en: `${words.en} ${enAway} ${start}: ${each} points for every ${every}${enFirst}`,
    };
  },
  PASS_FAIL: ({ when }, { max, name }) => {
    const words = conditionInWords(when, name);
    return { vi: `${vi(max)} điểm khi ${words.vi}; không thì 0`, en: `${max} points when ${words.en}; else nothing` };
  },
  CASES: ({ cases, otherwise }, { name }) => {
    const words = list(cases.map((each) => points(conditionInWords(each.when, name), each.points)));
    return {
      vi: `Trường hợp đầu tiên đúng: ${words.vi}; còn lại ${vi(otherwise)}`,
      en: `The first case that holds: ${words.en}; else ${otherwise}`,
    };
  },
  COUNT: ({ quantity: of, points: each }, naming) => {
    const words = quantity(of, naming);
    return { vi: `${words.vi} × ${vi(each)} điểm`, en: `${words.en} × ${each} points` };
  },
  TABLE: ({ rows, columns }, naming) => {
    const [row, column] = [quantity(rows.quantity, naming), quantity(columns.quantity, naming)];
    return { vi: `Bảng hai chiều: ${row.vi} × ${column.vi}`, en: `Table of ${row.en} by ${column.en}` };
  },
  WORDS: ({ figure, words }, { name }) => {
    const levels = list(words.map((each) => points(constant(each.word), each.points)));
    return { vi: `Theo mức của ${name(figure)}: ${levels.vi}`, en: `By the word of ${name(figure)}: ${levels.en}` };
  },
  RELATIVE: ({ figure, better, atTarget }, { max, name }) => {
    const [viBest, enBest] = best[better];
    if (atTarget === null)
      return {
        vi: `${vi(max)} điểm, tính theo ${name(figure)} so với mức ${viBest} của khối`,
        en: `${max} points, by ${name(figure)} against the ${enBest} of the block`,
      };
    return {
      vi:
        `${name(figure)}: đạt mức giao được ${vi(atTarget)}% của ${vi(max)} điểm; phần còn lại theo tỷ lệ vượt ` +
        `so với đơn vị dẫn đầu; không giao mức thì so với mức ${viBest} cùng loại`,
      en:
        `${name(figure)}: ${atTarget}% of ${max} points at the target, the rest by the excess against the ` +
        `leader's; without a target against the ${enBest} of its like`,
    };
  },
  SPREAD: ({ figure, better }, { max, name }) => {
    const [viBest, enBest] = best[better];
    return {
      vi: `${vi(max)} điểm × ${name(figure)}, tính từ mức kém nhất đến mức ${viBest} của khối`,
      en: `${max} points × ${name(figure)}, from the worst to the ${enBest} of the block`,
    };
  },
  PLACED: ({ figure, better, points: each, otherwise }, { name }) => {
    const [viBest, enBest] = best[better];
    const places = list(each.map((of, index) => points(both(String(index + 1)), of)));
    return {
      vi: `Theo thứ bậc ${name(figure)} trong khối, ${viBest} là thứ nhất: ${places.vi}; còn lại ${vi(otherwise)}`,
      en: `By the place of ${name(figure)} in the block, the ${enBest} first: ${places.en}; else ${otherwise}`,
    };
  },
  SHARE: ({ of, criterion, percent, per }, naming) => {
    const [viOf, enOf] = whose[of];
    const times = per == null ? { vi: '', en: '' } : quantity(per, naming);
    return {
      vi: `${vi(percent)}% điểm "${criterion}" ${viOf}${times.vi && ` × ${times.vi}`}`,
      en: `${percent}% of the points of "${criterion}" ${enOf}${times.en && ` × ${times.en}`}`,
    };
  },
};

const best = { MORE: ['cao nhất', 'greatest'], LESS: ['thấp nhất', 'least'] } as const;

const whose = {
  OWN: ['của chính đơn vị', 'of its own'],
  ABOVE: ['của đơn vị cấp trên', 'of the unit it belongs to'],
  BELOW: ['bình quân của các đơn vị trực thuộc', 'of those under it, their mean'],
  ALL: ['bình quân của khối', 'of the block, their mean'],
} as const;
