import type { Row } from '../doors.js';
import { openApi } from './contract.js';
import { doors, make, names } from './every-write.js';
import { operationOf, type Answered } from './writes.js';

const schemas = openApi().components.schemas as Record<string, Row>;
const named = ({ $ref, allOf, items }: Row): Row | undefined => {
  const ref: string | undefined = $ref ?? allOf?.[0]?.$ref ?? items?.$ref;
  return ref === undefined ? undefined : schemas[ref.split('/').at(-1)!];
};

/**
 * Places of a member of free text in the input of a write, `capacity`, `document.signer.capacity`, and whether it may be
 * cleared.
 */
function places(schema: Row | undefined, member: string, above = ''): (readonly [string, boolean])[] {
  return Object.entries<Row>(schema?.properties ?? {}).flatMap(([name, value]) => [
    ...(name === member && !('enum' in value) && !named(value)
      ? [[above + name, value.type.includes('null')] as const]
      : []),
    ...('items' in value ? [] : places(named(value), member, `${above}${name}.`)),
  ]);
}

const asked = (member: string) =>
  names.flatMap((name) => {
    const schema = Object.values(operationOf(name).requestBody?.content ?? {})[0]?.schema;
    return places(schema && named(schema), member).map(([place, isClearable]) => [name, place, isClearable] as const);
  });

/** The input with some members beside, or instead of, the one at a place. */
function withMembers(input: Row, place: string, members: Row): Row {
  const [first = '', ...rest] = place.split('.');
  if (rest.length === 0) return { ...input, ...members };
  return { ...input, [first]: withMembers(input[first] ?? {}, rest.join('.'), members) };
}

const pointerOf = (place: string, member: string) => `/${place.split('.').slice(0, -1).concat(member).join('/')}`;
const answered = ({ code, errors }: Answered) =>
  errors?.map(({ pointer, code: of }) => `${pointer} ${of}`).sort() ?? code ?? 'done';

describe.each(Object.entries(doors))('%s', (_, send) => {
  const judge = async (name: string, place: string, members: Row, more: Row = {}) => {
    const write = await make(name);
    const input = withMembers({ ...write.input, ...more }, place, members);
    return answered(await send(name, write, { input }));
  };

  it.each(asked('capacity'))('capacity of %s at %s', async (name, place) => {
    const capacities = { 'K/T CHỦ TỊCH': 'TITLE', 'Thừa lệnh CHỦ TỊCH': 'TITLE', 'P. CHỦ TỊCH': 'UNKNOWN' };
    for (const [capacity, lacks] of Object.entries(capacities)) {
      const expected =
        lacks === 'TITLE'
          ? `${pointerOf(place, 'title')} TITLE_MISSING`
          : `/${place.replaceAll('.', '/')} CAPACITY_UNKNOWN`;
      expect([capacity, await judge(name, place, { capacity })]).toEqual([
        capacity,
        expect.arrayContaining([expected]),
      ]);
    }
    const paper = place.replace(/(signer\.)?capacity$/, '');
    const own = schemaHas(name, paper, 'issuer') ? { issuer: 'UBND xã Đức Lạng' } : {};
    const write = await make(name);
    const given = withMembers(withMembers(write.input as Row, `${paper}x`, own), place, {
      capacity: 'T.U.Q',
      title: 'Chánh VP',
    });
    expect(answered(await send(name, write, { input: given }))).toEqual(
      expect.arrayContaining([`/${paper.replaceAll('.', '/')}authority AUTHORITY_MISSING`]),
    );
  });

  const schemaHas = (name: string, paper: string, member: string) =>
    asked(member).some(([of, place]) => of === name && place === `${paper}${member}`);

  it.each([...asked('symbol'), ...asked('series')])(
    'symbol of %s at %s is typed without its number',
    async (name, place) => {
      const [member = ''] = place.split('.').slice(-1);
      expect(await judge(name, place, { [member]: '480/QĐ-UBND' })).toEqual(
        expect.arrayContaining([`/${place.replaceAll('.', '/')} SYMBOL_WITH_NUMBER`]),
      );
    },
  );

  it.each(asked('issuedOn'))('day of %s at %s', async (name, place) => {
    const [above, of] = [
      place.replace(/issuedOn$/, ''),
      await judge(name, place, { issuedOn: '2023-12-29', year: 2024 }),
    ];
    expect(of).toEqual(expect.arrayContaining([`/${above.replaceAll('.', '/')}year YEAR_OF_DAY`]));
    expect(await judge(name, place, { issuedOn: '2199-12-29', year: 2199 })).toEqual(
      expect.arrayContaining([`/${place.replaceAll('.', '/')} AHEAD`]),
    );
  });

  it.each(['signer', 'title', 'capacity', 'issuer', 'symbol', 'series'].flatMap(asked))(
    'a blank text in %s at %s prints nothing: it is refused; an empty one may clear (%s)',
    async (name, place, isClearable) => {
      if (asked('capacity').some(([of]) => of === name) || asked('symbol').some(([of]) => of === name))
        for (const blank of ['', ' ', '\u00a0\u200b'])
          expect([blank, await judge(name, place, { [place.split('.').at(-1)!]: blank })]).toEqual([
            blank,
            isClearable && blank === ''
              ? 'done'
              : expect.arrayContaining([expect.stringMatching(`^/${place.replaceAll('.', '/')} `)]),
          ]);
    },
  );
});

it('no act was left out', () => {
  expect(new Set(asked('capacity').map(([name]) => name))).toEqual(
    new Set([
      'amendDocument',
      'correctDecision',
      'draftPlan',
      'issuePlan',
      'recordDocument',
      'revokeAward',
      'signDecision',
    ]),
  );
});
