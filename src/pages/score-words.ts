import type { Language } from '../api/problem.js';
import type { Limited, Missing, ScoreNode, Taken } from '../standings/scored.js';
import { values } from './board-words.data.js';
import { inDigits } from './digits.js';
import { dayInWords } from './period-words.js';
import { capital, sayIn } from './say.js';
import { type NamesOfTable, type StandingShown } from './standings-content.js';
import { limits, notes, stages, whyMissing } from './standings-words.data.js';
import { levelInWords } from './target.js';

/** A row of a table, the names of what its codes stand for, and the language it is told in. */
export interface Telling {
  row: StandingShown;
  names: NamesOfTable;
  language: Language;
}

/** A figure or line by its name; of another owner than the unit, with that owner's. */
function called({ code, of }: { code: string; of: string | null }, { row, names, language }: Telling): string {
  const say = sayIn(language);
  const name = names.figures.get(code)?.name ?? names.lines.get(code) ?? say('Số liệu', 'Figure');
  if (of === row.unitCode) return name;
  const owner =
    of === null ? say('toàn xã', 'the commune') : (names.owners.get(of) ?? say('đơn vị khác', 'another unit'));
  return `${name} (${owner})`;
}

/** A value of a figure in the unit in which its indicator is displayed; a day or a word as it is said. */
function valueInWords(value: string, figure: string, { names, language }: Telling): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(value, language);
  if (!/^-?\d+(\.\d+)?$/.test(value)) return values[value]?.[language] ?? value;
  const { indicator: code, measure } = names.figures.get(figure) ?? {};
  const indicator = names.indicators.get(code ?? '');
  if (indicator) return levelInWords(value, indicator, language);
  return `${inDigits(value, language)}${measure?.unit === 'PERCENT' ? '%' : ''}`;
}

/** An input of a line, plainly: `Tổng đàn bò (Khu dân cư 5): 360 con; mức giao 300 con`. */
export function inputInWords(input: Taken, telling: Telling): string {
  const { language } = telling;
  const say = sayIn(language);
  const digits = (figure: string) => inDigits(figure, language);
  switch (input.kind) {
    case 'FIGURE': {
      const { figure, of, value, outOf, lines, target } = input;
      const part = (over: string, under: string | null) =>
        under === null ? valueInWords(over, figure, telling) : `${digits(over)}/${digits(under)}`;
      const weighed = lines.map((line) => `${part(line.value, line.outOf)} × ${digits(line.weight)}`).join('; ');
      const said = value === null ? weighed : part(value, outOf);
      const asked = target === null ? '' : `; ${say('mức giao', 'target')} ${valueInWords(target, figure, telling)}`;
      return `${called({ code: figure, of }, telling)}: ${said}${asked}`;
    }
    case 'OCCURRENCE': {
      const { figure, of, times, evidence, isExempt } = input;
      const proven = evidence.length > 0 ? say(', có minh chứng', ', with evidence') : '';
      const exempt = isExempt ? say(', không tính cho đơn vị', ', does not count for the unit') : '';
      return `${called({ code: figure, of }, telling)}: ${say(`${times} lần`, `${times} times`)}${proven}${exempt}`;
    }
    case 'POINTS':
      return `${capital(stages[input.stage][language])}: ${digits(input.points)}`;
    case 'SCORE': {
      const points = input.points === null ? say('chưa đủ dữ liệu', 'not enough is known') : digits(input.points);
      return `${say('Điểm', 'Points')} ${called({ code: input.line, of: input.unit }, telling)}: ${points}`;
    }
    case 'ALLOWANCE':
      return say('Được cho phép vượt điểm tối đa', 'Allowed to exceed the maximum');
  }
}

/** Input that is missing: `Còn thiếu: Tổng đàn bò, chưa có số liệu`. */
export function missingInWords({ code, of, why }: Missing, telling: Telling): string {
  const { names, language } = telling;
  const say = sayIn(language);
  const isLine = names.lines.has(code) && !names.figures.has(code);
  const word = isLine && why === 'NOT_GIVEN' ? say('chưa chấm điểm', 'not judged yet') : whyMissing[why][language];
  return `${say('Còn thiếu', 'Missing')}: ${called({ code, of }, telling)}, ${word}`;
}

/** A formula in figures with the digits of a language. */
const figuresInWords = (figures: string, language: Language) =>
  figures.replace(/(?<![\d-])\d+(?:\.\d+)?(?![\d-])/g, (figure) => inDigits(figure, language));

function limitInWords({ limit, at, isAllowed }: Limited, { names, language }: Telling): string {
  const say = sayIn(language);
  if (limit === 'ONE_OF')
    return say('không tính, vì trong nhóm này chỉ tính một mục', 'does not count: only one of its group does');
  if (limit === 'KNOCK_OUT') {
    const name = names.knockOuts.get(at)?.name ?? say('theo thang điểm', 'of the scheme');
    return say(`không được điểm do điều kiện loại trừ: ${name}`, `no points, by the knock-out: ${name}`);
  }
  const end = `${limits[limit][language]} ${inDigits(at, language)}`;
  return isAllowed ? `${end}, ${say('được cho phép vượt', 'allowed to exceed')}` : end;
}

/** Sentences on a line, of all that its points came of: formula, figures, inputs, limits, notes. */
export function lineInWords(node: ScoreNode, telling: Telling): string[] {
  const { language } = telling;
  const say = sayIn(language);
  const figures = node.figures === node.points ? '' : figuresInWords(node.figures, language);
  const raw = node.raw === null ? '–' : inDigits(node.raw, language);
  const ends = node.limits.map((limit) => limitInWords(limit, telling)).join('; ');
  return [
    node.words[language],
    ...(figures ? [`${say('Cách tính', 'In figures')}: ${figures}`] : []),
    ...new Set(node.inputs.map((input) => inputInWords(input, telling))),
    ...(ends ? [say(`Tính được ${raw}; ${ends}`, `Came to ${raw}; ${ends}`)] : []),
    ...node.notes.map((note) => notes[note][language]),
  ];
}
