import { useApp } from '../app.js';
import { lastPlace, onePlace, unguard } from '../campaigns/racing-quotas.js';
import { done, graphql, rest, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const guarded = useApp();
const unguarded = useApp();

it('of many decisions for the last place one is signed, and the round tells its places', async () => {
  guarded.exceptFromAudit('nomination');
  const { round, drafted } = await onePlace(guarded, 8);
  const quotas = async (actor: string, open = rest): Promise<Row[]> =>
    done(await open(guarded).ask('quotas', actor, { commune, id: round.id })).items;
  const title = {
    ...{
      formCode: 'giay-khen-xa',
      formName: expect.stringContaining('Giấy khen') as string,
      each: 'COMMUNE',
      unitCode: null,
    },
    ...{ percent: '15', holding: 'ldtt', rated: null, base: 7, allowed: 1 },
  };
  const free = {
    each: null,
    unitCode: null,
    percent: null,
    holding: null,
    rated: null,
    base: null,
    allowed: null,
    open: null,
  };
  const others = { formCode: 'ldtt', formName: 'Lao động tiên tiến', ...free, granted: 7, recommended: 0 };
  expect(await quotas('clerk')).toEqual([{ ...title, granted: 0, recommended: 8, open: 1 }, others]);
  expect(await lastPlace(guarded, drafted)).toEqual({ signed: 1, told: { BEYOND_QUOTA: 7 } });
  expect(await quotas('hamlet-1', graphql)).toEqual([{ ...title, granted: 1, recommended: 7, open: 0 }, others]);
});

it('control: without its guard the quota is overrun', async () => {
  unguarded.exceptFromAudit('nomination');
  const { drafted } = await onePlace(unguarded, 8);
  unguard(unguarded);
  const { signed, told } = await lastPlace(unguarded, drafted);
  expect({ signed, told, overrun: signed > 1 }).toMatchObject({ overrun: true });
});
