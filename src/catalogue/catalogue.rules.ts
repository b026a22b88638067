import type { Point } from '../refusals.js';
import type { AwardFormGiven, CatalogueGiven } from './catalogue.inputs.js';

/** A rule set by its code, or a base salary by its first day: from when to when. */
export interface Span {
  key: string;
  validFrom: string;
  validTo?: string | null;
}

/** What is kept already, and stays beside what is loaded unless that has the same key. */
export interface Kept {
  ruleSets: readonly Span[];
  baseSalaries: readonly Span[];
}

const when = (wrong: boolean, pointer: string, code: string, detail: string): Point[] =>
  wrong ? [{ pointer, code, detail }] : [];
const twice = (pointer: string, words: readonly string[]): Point[] =>
  words.flatMap((word, place) =>
    when(words.indexOf(word) < place, `${pointer}/${place}`, 'TOLD_TWICE', `"${word}" is told twice.`),
  );

/** Everything that is wrong with a catalogue as it would stand: spans that overlap, codes told twice, forms that contradict themselves. */
export function mistakes({ ruleSets, baseSalaries }: CatalogueGiven, kept: Kept): Point[] {
  return [
    ...wrongSpans(
      '/ruleSets',
      ruleSets.map((each) => ({ ...each, key: each.code })),
      kept.ruleSets,
    ),
    ...wrongSpans(
      '/baseSalaries',
      baseSalaries.map((each) => ({ ...each, key: each.validFrom })),
      kept.baseSalaries,
    ),
    ...ruleSets.flatMap(({ forms }, set) => [
      ...twice(
        `/ruleSets/${set}/forms`,
        forms.map(({ code }) => code),
      ),
      ...forms.flatMap((form, place) => wrongForm(form, `/ruleSets/${set}/forms/${place}`)),
    ]),
  ];
}

function wrongSpans(at: string, spans: readonly Span[], kept: readonly Span[]): Point[] {
  const others = kept.filter(({ key }) => !spans.some((each) => each.key === key));
  const meet = (a: Span, b: Span) =>
    a.key !== b.key && a.validFrom <= (b.validTo ?? '9999') && b.validFrom <= (a.validTo ?? '9999');
  return [
    ...twice(
      at,
      spans.map(({ key }) => key),
    ),
    ...spans.flatMap((span, place) => [
      ...when(
        span.validTo != null && span.validTo < span.validFrom,
        `${at}/${place}/validTo`,
        'BACKWARDS',
        `"${span.key}" ends before it begins.`,
      ),
      ...[...others, ...spans.slice(0, place)].flatMap((other) =>
        when(
          meet(span, other),
          `${at}/${place}`,
          'OVERLAPS',
          `"${span.key}" and "${other.key}" are in force on the same day.`,
        ),
      ),
    ]),
  ];
}

function wrongForm(
  { code, nominees, coefficient, authority, factors, voteRule, roads, dossier }: AwardFormGiven,
  at: string,
): Point[] {
  const types = roads.map(({ type }) => type);
  const end = authority.here ? 'DECISION' : 'FORWARDING';
  return [
    ...when(nominees.length === 0, `${at}/nominees`, 'FOR_NOBODY', `"${code}" is for nobody.`),
    ...when(
      coefficient?.startsWith('-') ?? false,
      `${at}/coefficient`,
      'NEGATIVE_MONEY',
      `The coefficient of "${code}" is negative.`,
    ),
    ...factors.flatMap((each, place) => [
      ...when(
        /^(-|0$)/.test(each.factor),
        `${at}/factors/${place}/factor`,
        'NEGATIVE_MONEY',
        `A factor of "${code}" is not positive.`,
      ),
      ...when(
        each.nominees.length === 0 || each.nominees.some((kind) => !nominees.includes(kind)),
        `${at}/factors/${place}/nominees`,
        'NOT_ITS_NOMINEES',
        `A factor of "${code}" is for others than the form is.`,
      ),
    ]),
    ...(voteRule
      ? [
          ...when(
            voteRule.quorumNumerator > voteRule.quorumDenominator,
            `${at}/voteRule/quorumNumerator`,
            'MORE_THAN_ALL_OF_THEM',
            `The quorum for "${code}" is more than all.`,
          ),
          ...when(
            voteRule.passNumerator > voteRule.passDenominator,
            `${at}/voteRule/passNumerator`,
            'MORE_THAN_ALL_OF_THEM',
            `More than all must be for "${code}".`,
          ),
        ]
      : []),
    ...twice(`${at}/roads`, types),
    ...roads.flatMap(({ type, steps }, place) => [
      ...twice(`${at}/roads/${place}/steps`, steps),
      ...when(
        steps.at(-1) !== end,
        `${at}/roads/${place}/steps`,
        'ROAD_ENDS',
        `The road of "${code}" by ${type} ends with ${end}: who decides is ${authority.title}.`,
      ),
      ...when(
        type === 'SUDDEN' && steps.includes('MEETING'),
        `${at}/roads/${place}/steps`,
        'NO_MEETING',
        `"${code}" by SUDDEN has no meeting.`,
      ),
      ...when(
        steps.includes('MEETING') && !voteRule,
        `${at}/roads/${place}/steps`,
        'VOTE_RULE_MISSING',
        `A meeting on "${code}" has no vote rule.`,
      ),
    ]),
    ...twice(
      `${at}/dossier`,
      dossier.map(({ type, item }) => `${type} ${item}`),
    ),
    ...dossier.flatMap(({ type }, place) =>
      when(!types.includes(type), `${at}/dossier/${place}/type`, 'NO_ROAD', `"${code}" has no road by ${type}.`),
    ),
  ];
}
