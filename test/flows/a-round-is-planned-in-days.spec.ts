import { useApp } from '../app.js';
import { done, doors, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';

beforeAll(async () => {
  for (const day of ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'])
    done(
      await rest(test).ask(
        'setHoliday',
        'clerk',
        { commune, day },
        { version: 0, input: { name: 'Tết', kind: 'OFF' } },
      ),
    );
});

// Today is 31 January 2024, a Wednesday; Tết is kept from Thursday 8 to Wednesday 14 February.
describe.each(doors)('%s', (_, open) => {
  const ask = (operation: string, input: object, at: object = {}) =>
    open(test).ask(operation, 'administrator', { commune, ...at }, { input });
  const opened = async (calendar?: object): Promise<Row> =>
    done(await ask('openRound', { name: 'Đợt xét', period: '2023', forms: ['giay-khen-xa'], calendar }));

  it('days are counted from the planned day before; none ends on a day off, and working days are counted alone', async () => {
    const { calendar } = await opened({ nominateIn: 10, meetIn: 3, decideBy: '2024-03-15' });
    expect(calendar).toEqual({ nominateBy: '2024-02-15', meetBy: '2024-02-19', decideBy: '2024-03-15' });
    const round = await opened({ nominateIn: 10, meetIn: 3, decideIn: 10, countedIn: 'WORKING' });
    expect(round.calendar).toEqual({ nominateBy: '2024-02-21', meetBy: '2024-02-26', decideBy: '2024-03-11' });
    const { id, version } = round;
    const amended = done(
      await open(test).ask(
        'amendRound',
        'administrator',
        { commune, id },
        { version, input: { calendar: { decideIn: 5 } } },
      ),
    ) as Row;
    expect(amended.calendar).toEqual({ nominateBy: '2024-02-21', meetBy: '2024-02-26', decideBy: '2024-03-04' });
    expect((await opened()).calendar).toEqual({ nominateBy: null, meetBy: null, decideBy: null });
    expect((await opened({ decideIn: 1 })).calendar).toMatchObject({ meetBy: null, decideBy: '2024-02-01' });
  });

  it('a day is not said twice', async () => {
    const { code, body } = await ask('openRound', {
      ...{ name: 'Đợt xét', period: '2023', forms: ['giay-khen-xa'] },
      calendar: { meetBy: '2024-02-20', meetIn: 3, decideIn: 3 },
    });
    expect([code, (body as Row).errors.map(({ pointer, code }: Row) => [pointer, code])]).toEqual([
      'RULE',
      [['/calendar/meetIn', 'SAID_TWICE']],
    ]);
  });
});
