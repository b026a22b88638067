import { groups } from '../database/batch.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import type { GridRow } from './paper.js';
import { capital, counted } from './said.rules.js';

/** Kinds of recipient as papers count them. */
const recipientKinds = ['tập thể', 'hộ gia đình', 'cá nhân'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

export const recipientKind = (kind: UnitKind): RecipientKind =>
  kind === 'HOUSEHOLD' ? 'hộ gia đình' : kind === 'INDIVIDUAL' ? 'cá nhân' : 'tập thể';

/** Nominee or recipient with the form, as a paper names them. */
export interface NomineePrinted {
  name: string;
  kind: RecipientKind;
  /** Unit that it belongs to; null: the commune itself. */
  unit: string | null;
  /** Form as it is named in a sentence: danh hiệu “Lao động tiên tiến”. */
  form: string;
  /** Period in words; null: none. */
  period: string | null;
}

/** Nominees that stand in a sentence; more of them stand in a list. */
export const mostInSentence = 3;

export const nameOf = (nominee?: Pick<NomineePrinted, 'name' | 'unit'>): string =>
  [nominee?.name, nominee?.unit].filter((part) => part != null).join(', ');

/** Form with its period: "danh hiệu “Gia đình văn hóa” năm 2023". */
export const formOf = (nominee?: Pick<NomineePrinted, 'form' | 'period'>): string =>
  [nominee?.form, nominee?.period].filter((part) => part != null).join(' ');

/** Nominees of one form and period together, in the order in which they are first named. */
export const byForm = <Each extends NomineePrinted>(all: readonly Each[]): [Each, ...Each[]][] =>
  groups(all, (each) => [formOf(each)]);

/** Kinds of recipient that are there: "tập thể, cá nhân". */
export const kindsOf = (all: readonly NomineePrinted[]): string =>
  recipientKinds.filter((kind) => all.some((each) => each.kind === kind)).join(', ');

/** How many of each kind: "02 tập thể, 880 hộ gia đình và 12 cá nhân". */
export function counts(all: readonly NomineePrinted[]): string {
  const parts = recipientKinds.flatMap((kind) => {
    const number = all.filter((each) => each.kind === kind).length;
    return number === 0 ? [] : [`${counted(number)} ${kind}`];
  });
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' và ');
}

/** Sentences on who is to have what: by name, or, in a list, how many. `several`: forms together. */
export function toWhom({ verb, several }: { verb: string; several: string }, all: readonly NomineePrinted[]): string[] {
  const together = byForm(all);
  const [only] = together;
  if (all.length <= mostInSentence)
    return together.flatMap((group) =>
      group.length === 1
        ? [`${verb} ${formOf(group[0])} cho ${nameOf(group[0])}.`]
        : [`${verb} ${formOf(group[0])} cho:`, ...withStop(group.map((each, n) => `${n + 1}. ${nameOf(each)};`))],
    );
  if (together.length === 1) return [`${verb} ${formOf(only?.[0])} cho ${counts(all)} (có danh sách kèm theo).`];
  const lines = together.map((group) => `- ${capital(formOf(group[0]))}: ${counts(group)};`);
  return [`${several} ${counts(all)} (có danh sách kèm theo), gồm:`, ...withStop(lines)];
}

const withStop = (lines: readonly string[]) =>
  lines.map((line, place) => (place === lines.length - 1 ? line.replace(/;$/, '.') : line));

/** Rows of a list by form and kind, counted through; `cellsOf`: the cells behind the number. */
export function rowsByForm<Each extends NomineePrinted>(
  all: readonly Each[],
  cellsOf: (each: Each) => readonly string[],
): GridRow[] {
  const together = byForm(all);
  let place = 0;
  return together.flatMap((group, number): GridRow[] => [
    ...(together.length > 1 ? [{ across: `${roman(number + 1)}. ${capital(formOf(group[0]))}` }] : []),
    ...recipientKinds.flatMap((kind): GridRow[] => {
      const ofKind = group.filter((each) => each.kind === kind);
      const heading = ofKind.length > 0 && ofKind.length < group.length ? [{ across: capital(kind) }] : [];
      return [...heading, ...ofKind.map((each) => [String((place += 1)), ...cellsOf(each)])];
    }),
  ]);
}

/** Values of the fields of rows: see `templateFields`; `more`: those beside number, name, unit and form. */
export const rowFields = <Each extends NomineePrinted>(
  all: readonly Each[],
  more: (each: Each) => Readonly<Record<string, string>> = () => ({}),
): Readonly<Record<string, string>>[] =>
  all.map((each, place) => ({
    ...{ tt: String(place + 1), ten: each.name, don_vi: each.unit ?? '', hinh_thuc: capital(formOf(each)) },
    ...more(each),
  }));

/** Number from 1 to 39 in Roman figures. */
const roman = (number: number): string =>
  'X'.repeat(Math.floor(number / 10)) +
  (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '');
