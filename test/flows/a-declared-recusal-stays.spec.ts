import { useApp, type TestApp } from '../app.js';
import { makers } from '../contract/writes.js';
import { done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune, council, seated } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let meeting: Row;
  let nomination: string;
  let other: string;
  const reason = 'Con rể';
  const act = async (operation: string, actor: string, input: object = {}, on = meeting): Promise<Row> =>
    (meeting = done(
      await door.ask(operation, actor, { commune, id: on.id }, { version: on.version, input } satisfies Asked),
    ));
  const convene = async (): Promise<Row> => {
    const input = { council, heldOn: '2024-02-05', nominations: [nomination, other] };
    return (meeting = done(await door.ask('conveneMeeting', 'clerk', { commune }, { input })));
  };
  const declared = (of = meeting) =>
    of.matters.flatMap(({ nominationId, recusals }: Row) =>
      recusals
        .filter(({ ground }: Row) => ground === 'DECLARED')
        .map((each: Row) => [nominationId, each.personCode, each.reason]),
    );

  beforeAll(async () => {
    door = open(test);
    await seated(test);
    const appraised = async () => {
      const { input } = await makers(test).conveneMeeting!();
      return (input as { nominations: string[] }).nominations[0]!;
    };
    [nomination, other] = [await appraised(), await appraised()];
    await convene();
    await act('recuse', 'council-2', { nomination, reason });
  });
  const stays = () => [[nomination, 'can-bo-2', reason]];

  it('while the nomination is off the agenda, and comes on again', async () => {
    expect(declared()).toEqual(stays());
    await act('amendMeeting', 'clerk', { nominations: [other] });
    expect(declared()).toEqual([]);
    await act('amendMeeting', 'clerk', { nominations: [other, nomination] });
    expect(declared()).toEqual(stays());
  });

  it('while the meeting is on a day on which the member has no seat', async () => {
    const { body } = await door.ask('councils', 'clerk', { commune, council: [council] });
    const { id, version } = body.items[0].members.find(({ personCode }: Row) => personCode === 'can-bo-2');
    const input = { validTo: '2024-02-10', reason: 'Chuyển công tác' };
    done(await door.ask('endMembership', 'administrator', { commune, id }, { version, input }));
    await act('amendMeeting', 'clerk', { heldOn: '2024-02-11' });
    expect(declared()).toEqual([]);
    await act('amendMeeting', 'clerk', { heldOn: '2024-02-10' });
    expect(declared()).toEqual(stays());
  });

  it('when the meeting is cancelled, and another takes the nomination', async () => {
    await act('cancelMeeting', 'clerk', { reason: 'Bão' });
    await convene();
    expect(declared()).toEqual(stays());
    await act('amendMeeting', 'clerk', { place: 'Hội trường' });
    expect(declared()).toEqual(stays());
  });

  it('until it is taken back', async () => {
    await act('withdrawRecusal', 'council-2', { nomination });
    await act('amendMeeting', 'clerk', { place: null });
    expect(declared()).toEqual([]);
    await act('recuse', 'council-2', { nomination, reason });
    expect(declared()).toEqual(stays());
  });
});
