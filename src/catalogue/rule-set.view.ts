import { ObjectType } from '@nestjs/graphql';
import { code, count, day, figure, flag, oneOf, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line, text } from '../api/text-shapes.js';
import { source, verified } from './sourced.js';
import { sourceText } from './sourced.js';

export const roundingMethods = ['NONE', 'NEAREST', 'UP'] as const;
export type RoundingMethod = (typeof roundingMethods)[number];
export const roundingMethod = oneOf(
  'RoundingMethod',
  roundingMethods,
  'NONE: not rounded. NEAREST, UP: to whole units.',
);

@ObjectType({ description: 'Rounding of money (làm tròn tiền thưởng).' })
export class Rounding {
  @Shown(roundingMethod, 'How an amount is rounded.')
  method: RoundingMethod;

  @Shown(count(1), 'Unit, đồng: 10000.')
  unit: number;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

export const severalRules = ['HIGHEST_OF_CATEGORY', 'HIGHEST', 'EACH'] as const;
export type SeveralRule = (typeof severalRules)[number];
export const severalRule = oneOf(
  'SeveralRule',
  severalRules,
  'HIGHEST_OF_CATEGORY: the highest of the titles, and that of the forms of commendation. HIGHEST: one of all. ' +
    'EACH: each award.',
);

@ObjectType({
  description: 'Money of several awards for one achievement (nhiều danh hiệu, hình thức cùng thành tích).',
})
export class Several {
  @Shown(severalRule, 'Awards that pay.')
  pays: SeveralRule;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

export const earlierRules = ['MORE_FAVOURABLE'] as const;
export type EarlierRule = (typeof earlierRules)[number];
export const earlierRule = oneOf(
  'EarlierRule',
  earlierRules,
  'MORE_FAVOURABLE: dossiers received before go by this rule set, too, where a person finds it better for them.',
);

@ObjectType({ description: 'Law of dossiers received before the first day of a rule set (quy định chuyển tiếp).' })
export class Transition {
  @Shown(earlierRule, 'Law of dossiers received before.')
  earlier: EarlierRule;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

export const preferredPeople = ['WOMEN'] as const;
export type PreferredPeople = (typeof preferredPeople)[number];
const preferred = oneOf('PreferredPeople', preferredPeople, 'WOMEN: women come first among equals.');

@ObjectType({ description: 'Preference among nominees that meet the same conditions (ưu tiên).' })
export class Preference {
  @Shown(preferred, 'People who come first.')
  prefers: PreferredPeople;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

const lastDay = 'Last day; null: it goes on; the day before the first: a file of the operator took all of its days.';

@ObjectType({ description: 'Rules in force for a time: a law with its decree.' })
export class RuleSet {
  @Shown(code, 'Id: the code.')
  id: string;

  @Shown(count(0), 'Version of the record: higher by one each time it was loaded with another content.')
  version: number;

  @Shown(code, 'Code: "tdkt-2024".')
  code: string;

  @Shown(line(300), 'Name, as in the law.')
  name: string;

  @Shown(day, 'First day.')
  validFrom: string;

  @Shown(day, lastDay, { nullable: true })
  validTo: string | null;

  @Shown(record(() => Rounding), 'Rounding of money.')
  rounding: Rounding;

  @Shown(record(() => Several), 'Money of several awards for one achievement; null: not told, each pays.', {
    nullable: true,
  })
  several: Several | null;

  @Shown(record(() => Transition), 'Law of dossiers received before; null: that of the day of receipt.', {
    nullable: true,
  })
  transition: Transition | null;

  @Shown(record(() => Preference), 'Preference among equals; null: none is told.', { nullable: true })
  preference: Preference | null;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({ description: 'Base salary (lương cơ sở) for a time: money of awards is a multiple of it.' })
export class BaseSalary {
  @Shown(text(10), 'Id: the first day as it was given.')
  id: string;

  @Shown(count(0), 'Version of the record: higher by one each time it was loaded with another content.')
  version: number;

  @Shown(day, 'First day.')
  validFrom: string;

  @Shown(day, lastDay, { nullable: true })
  validTo: string | null;

  @Shown(figure, 'Whole đồng a month: "2530000".')
  amount: string;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}
