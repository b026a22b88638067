import { point, points, type Point, type OperatorsPointCode } from '../points.js';
import { brokenTerm, formsIn } from './condition.rules.js';
import type { AwardFormGiven, BaseSalaryGiven, CatalogueGiven, RuleSetGiven } from './catalogue.inputs.js';
import { meet, type Span } from './span.rules.js';

/** Spans stored already, of the giver of those loaded. They stay beside these, unless they have the same key. */
export interface Kept {
  ruleSets: readonly Span[];
  baseSalaries: readonly Span[];
  /** Codes of the forms of all rule sets. */
  forms?: readonly string[];
}

type Mistake = Point<OperatorsPointCode>;

const twice = (pointer: string, words: readonly string[]): Mistake[] =>
  words.flatMap((word, index) =>
    points(words.indexOf(word) < index && point(`${pointer}/${index}`, 'TOLD_TWICE', `"${word}" is told twice.`)),
  );

/** Given rows as they are shown, by the key of their span. */
export const ruleSetSpan = ({ forms: _, ...row }: RuleSetGiven) => ({ ...row, key: row.code });
export const baseSalarySpan = ({ amount, ...row }: BaseSalaryGiven) => ({
  ...row,
  amount: String(amount),
  key: row.validFrom,
});

/**
 * Mistakes of a catalogue as it would stand: spans that overlap, a code given twice, a form that contradicts itself.
 */
export function mistakes({ ruleSets, baseSalaries }: CatalogueGiven, kept: Kept): Mistake[] {
  const known = new Set([...(kept.forms ?? []), ...ruleSets.flatMap(({ forms }) => forms.map(({ code }) => code))]);
  return points(
    wrongSpans('/ruleSets', ruleSets.map(ruleSetSpan), kept.ruleSets),
    wrongSpans('/baseSalaries', baseSalaries.map(baseSalarySpan), kept.baseSalaries),
    ruleSets.flatMap(({ forms }, set) => {
      const pointer = `/ruleSets/${set}/forms`;
      const codes = forms.map(({ code }) => code);
      return points(
        twice(pointer, codes),
        forms.flatMap((form, index) => [
          ...wrongForm(form, `${pointer}/${index}`),
          ...wrongConditions(form, `${pointer}/${index}/conditions`, known),
        ]),
      );
    }),
  );
}

function wrongSpans(pointer: string, spans: readonly Span[], kept: readonly Span[]): Mistake[] {
  const others = kept.filter(({ key }) => !spans.some((each) => each.key === key));
  const keys = spans.map(({ key }) => key);
  return points(
    twice(pointer, keys),
    spans.flatMap(({ key, validFrom, validTo }, index) =>
      points(
        validTo != null &&
          validTo < validFrom &&
          point(`${pointer}/${index}/validTo`, 'BACKWARDS', `"${key}" ends before it begins.`),
        [...others, ...spans.slice(0, index)]
          .filter((other) => other.key !== key && meet({ validFrom, validTo }, other))
          .map((other) =>
            point(`${pointer}/${index}`, 'OVERLAPS', `"${key}" and "${other.key}" are in force on the same day.`),
          ),
      ),
    ),
  );
}

function wrongForm(form: AwardFormGiven, pointer: string): Mistake[] {
  const { code, nominees, coefficient, voteRule, roads, dossier, prescribed = [], timeLimits = [] } = form;
  const types = roads.map(({ type }) => type);
  const lines = dossier.map(({ type, item }) => `${type} ${item}`);
  return points(
    nominees.length === 0 && point(`${pointer}/nominees`, 'FOR_NOBODY', `"${code}" is for nobody.`),
    coefficient?.startsWith('-') &&
      point(`${pointer}/coefficient`, 'NEGATIVE_MONEY', `The coefficient of "${code}" is negative.`),
    wrongFactors(form, `${pointer}/factors`),
    voteRule &&
      voteRule.quorumNumerator > voteRule.quorumDenominator &&
      point(
        `${pointer}/voteRule/quorumNumerator`,
        'MORE_THAN_ALL_OF_THEM',
        `The quorum for "${code}" is more than all.`,
      ),
    voteRule &&
      voteRule.passNumerator > voteRule.passDenominator &&
      point(`${pointer}/voteRule/passNumerator`, 'MORE_THAN_ALL_OF_THEM', `More than all must be for "${code}".`),
    twice(`${pointer}/roads`, types),
    wrongRoads(form, `${pointer}/roads`),
    twice(
      `${pointer}/timeLimits`,
      timeLimits.map(({ of }) => of),
    ),
    twice(
      `${pointer}/prescribed`,
      prescribed.map(({ paper }) => paper),
    ),
    twice(`${pointer}/dossier`, lines),
    dossier.flatMap(({ type }, index) =>
      points(
        !types.includes(type) &&
          point(`${pointer}/dossier/${index}/type`, 'ROAD_MISSING', `"${code}" has no road by ${type}.`),
      ),
    ),
  );
}

/** Conditions told twice, in other words than there are, or about a form that there is none of. */
const wrongConditions = ({ conditions = [] }: AwardFormGiven, pointer: string, known: ReadonlySet<string>): Mistake[] =>
  points(
    twice(
      pointer,
      conditions.map(({ code }) => code),
    ),
    conditions.flatMap(({ needs }, index) => {
      const broken = brokenTerm(needs, `${pointer}/${index}/needs`);
      const missing = broken.length > 0 ? [] : formsIn(needs).filter((code) => !known.has(code));
      return [
        ...broken,
        ...missing.map((code) => point(`${pointer}/${index}/needs`, 'CONDITION_SHAPE', `There is no form "${code}".`)),
      ];
    }),
  );

const wrongFactors = ({ code, factors, nominees }: AwardFormGiven, pointer: string): Mistake[] =>
  factors.flatMap(({ factor, nominees: own }, index) =>
    points(
      /^(-|0$)/.test(factor) &&
        point(`${pointer}/${index}/factor`, 'NEGATIVE_MONEY', `A factor of "${code}" is not positive.`),
      (own.length === 0 || own.some((kind) => !nominees.includes(kind))) &&
        point(
          `${pointer}/${index}/nominees`,
          'NOT_ITS_NOMINEES',
          `A factor of "${code}" is for others than the form is.`,
        ),
    ),
  );

function wrongRoads({ code, authority, voteRule, roads, timeLimits = [] }: AwardFormGiven, pointer: string): Mistake[] {
  const end = authority.here ? 'DECISION' : 'FORWARDING';
  return roads.flatMap(({ type, steps }, index) => {
    const broken = (rule: OperatorsPointCode, detail: string) => point(`${pointer}/${index}/steps`, rule, detail);
    const meets = steps.includes('MEETING');
    return points(
      twice(`${pointer}/${index}/steps`, steps),
      steps.at(-1) !== end &&
        broken('ROAD_ENDS', `The road of "${code}" by ${type} ends with ${end}: who decides is ${authority.title}.`),
      type === 'SUDDEN' && meets && broken('NO_MEETING', `"${code}" by SUDDEN has no meeting.`),
      steps.includes('CONSULTATION') &&
        !timeLimits.some(({ of }) => of === 'CONSULTATION') &&
        broken('CONSULTATION_LIMIT_MISSING', `A consultation on "${code}" has no time limit.`),
      meets && !voteRule && broken('VOTE_RULE_MISSING', `A meeting on "${code}" has no vote rule.`),
    );
  });
}
