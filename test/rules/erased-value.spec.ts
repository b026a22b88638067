import { count, day, flag, oneTextOf } from '../../src/api/shapes.js';
import { Shown, shownOf, withoutPersonal, erasedText } from '../../src/api/shown.js';
import { line } from '../../src/api/text-shapes.js';

class Told {
  @Shown(line(20), 'A text.', { personal: true }) text: string;
  @Shown(day, 'A day.', { nullable: true, personal: true }) day: string | null;
  @Shown(count(), 'A count.', { nullable: true, personal: true }) count: number | null;
  @Shown(flag, 'A flag.', { nullable: true, personal: ({ count: of }: Told) => of === 7 }) flag: boolean | null;
  @Shown(oneTextOf(['A']), 'A word.', { nullable: true, personal: true }) word: string | null;
  @Shown(line(9), 'A hash.', { personal: true, erased: '0' }) hash: string;
  @Shown(line(20), 'Texts.', { list: true, personal: true }) texts: string[];
  @Shown(line(20), 'Of nobody.') plain: string;
}

const told = { text: 'a', day: '2024-01-31', count: 7, flag: true, word: 'A', hash: 'f', texts: ['a'], plain: 'p' };

it('an erased text says so, any other erased value is null, unless it has a value of its own', () => {
  expect(withoutPersonal(Told, told)).toEqual({
    ...{ text: erasedText, day: null, count: null, flag: null, word: null, hash: '0', texts: [], plain: 'p' },
  });
  // A personal value may depend on the record.
  expect(withoutPersonal(Told, { ...told, count: 8 }).flag).toBe(true);
});

it('the description says of which values it is so', () =>
  expect(
    shownOf(Told).flatMap(({ name, description }) => (description.endsWith('Null once it is erased.') ? [name] : [])),
  ).toEqual(['day', 'count', 'flag', 'word']));

it('a personal value that is no text must be one that may be null', () =>
  expect(() => Shown(day, 'A day.', { personal: true })(Told.prototype, 'birth')).toThrow(
    'birth, once erased, is null.',
  ));
