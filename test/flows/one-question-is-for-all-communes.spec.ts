import { as, useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';
import { amendRice } from '../exchange.js';

const test = useApp();

describe.each(doors)('%s', (_, open) => {
  const { ask } = open(test);
  /** All pages of a list. */
  const listed = async (operation: string, actor: string, parameters: object = {}, first = 500): Promise<Row[]> => {
    const items: Row[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = done(await ask(operation, actor, { first, after, ...parameters }));
      items.push(...page.items);
      after = page.next;
    }
    return items;
  };
  const communesOf = async (actor: string): Promise<string[]> =>
    (await listed('communes', actor)).map(({ key }) => key as string);

  it.each(['district', 'province', 'clerk'])(
    '%s: each list is those of the communes in reach, one after another',
    async (actor) => {
      const communes = await communesOf(actor);
      for (const [all, own] of [
        ['resultsOfAll', 'results'],
        ['awardsOfAll', 'awards'],
      ] as const) {
        const each = await Promise.all(
          communes.map(async (commune) => (await listed(own, actor, { commune })).map((row) => ({ ...row, commune }))),
        );
        expect(each.flat().length).toBeGreaterThan(0);
        expect(await listed(all, actor, {}, 7)).toEqual(each.flat());
        expect(await listed(all, actor, { commune: ['no-such', communes.at(-1)] })).toEqual(each.at(-1));
      }
      const rows = await listed('progress', actor, { commune: 'duc-lang', plan: '2023' });
      const all = await listed('progressOfAll', actor, { plan: '2023', commune: ['duc-lang'] }, 20);
      expect(all.map(({ progress }) => progress.indicatorCode)).toEqual(rows.map(({ indicatorCode }) => indicatorCode));
      expect(all.map(({ cumulative }) => cumulative)).toEqual(rows.map(({ cumulative }) => cumulative));
      const [own] = await listed('completeness', actor, { commune: 'duc-lang', plan: '2023' });
      const completeness = await listed('completenessOfAll', actor, { plan: '2023' }, 25);
      expect(completeness.find(({ commune }) => commune === 'duc-lang')).toEqual({ ...own, commune: 'duc-lang' });
    },
  );

  it('the public is asked for a key; a page without an indicator is short', async () => {
    expect((await ask('progressOfAll', undefined as never, { plan: '2023' })).code).toBe('UNAUTHENTICATED');
    const long = await ask('progressOfAll', 'district', { plan: '2023', first: 26 });
    expect(long.body.errors).toMatchObject([{ pointer: '/first', code: 'max' }]);
    const unnamed = await ask('progressOfAll', 'district', { plan: '2023', aggregate: true });
    expect(unnamed.body.errors).toMatchObject([{ pointer: '/indicator', code: 'isDefined' }]);
  });

  it('an aggregate adds what is measured alike, and names the communes without a figure', async () => {
    const indicator = ['econ.rice.area'];
    const communes = await communesOf('district');
    const [row] = await listed('progressOfAll', 'district', { plan: '2023', indicator, aggregate: true });
    const rows = await listed('progressOfAll', 'district', { plan: '2023', indicator });
    expect(row).toMatchObject({ commune: null, indicator: 'econ.rice.area', progress: null });
    expect(row?.cumulative).toEqual(rows[0]?.cumulative);
    expect(row?.communes).toEqual(['duc-lang']);
    expect(row?.without).toEqual(communes.filter((key) => key !== 'duc-lang'));
  });

  it('since an instant: what was recorded from then on, and the computed rows of communes that moved', async () => {
    const since = new Date(Date.now() + 1).toISOString();
    const of = (operation: string, more: object = {}) => listed(operation, 'district', { since, ...more }, 25);
    expect(await of('resultsOfAll')).toEqual([]);
    expect(await of('completenessOfAll', { plan: '2023' })).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await amendRice(test);
    expect((await of('completenessOfAll', { plan: '2023' })).map(({ commune }) => commune)).toEqual(['duc-lang']);
    expect(await of('awardsOfAll')).toEqual([]);
    expect((await listed('awardsOfAll', 'district', { since: '2020-01-01T00:00:00Z' })).length).toBeGreaterThan(0);
  });
});

it('a caller that asks again is answered 304 while nothing has changed', async () => {
  const asked = (etag?: string) =>
    test
      .http()
      .get('/v1/results')
      .set({ ...as(test, 'district'), ...(etag && { 'if-none-match': etag }) });
  const { headers } = await asked();
  expect((await asked(headers.etag)).status).toBe(304);
});
