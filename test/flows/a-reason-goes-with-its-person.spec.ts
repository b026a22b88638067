import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { useApp } from '../app.js';
import { nominated, openedRound, signedFile } from '../awards.js';
import { done, doors, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();
const reason = 'Sai ngày của ông Nguyễn Văn Tám';

/** A signed decision for a sudden act of a person. */
const decisionOn = async (unit: string) => {
  const { id } = await nominated(test, await openedRound(test), unit, 'APPRAISED', 'SUDDEN');
  const [operator, decisions] = [await test.operator(), test.app.get(DecisionActsService)];
  const input = { title: 'Tặng Giấy khen', grants: [{ nomination: id }] };
  const draft = await decisions.draftDecision(operator, commune, input);
  const at = { commune, id: draft.id, expectedVersion: draft.version };
  return decisions.signDecision(operator, at, { file: await signedFile(test) });
};

it.each(doors)('over %s: the reason of a correction goes with whose award it changed', async (name, open) => {
  const door = open(test);
  const [code, bystander] =
    name === 'REST' ? ['cong-chuc-thong-ke', 'cong-chuc-ke-toan'] : ['cong-chuc-van-hoa', 'chu-tich-mat-tran'];
  const told = async (unit: string) => {
    const { id, version, fileId } = await decisionOn(unit);
    const input = { file: fileId, signedOn: '2024-01-25', reason };
    done(await door.ask('correctDecision', 'clerk', { commune, id }, { version, input }));
    return async () => {
      const { items } = done(await door.ask('history', 'auditor', { commune, type: 'decision', id }));
      return (items.at(-1) as Row).personal['/reason']?.value;
    };
  };
  const [reasonOf, reasonOfOther] = [await told(code), await told(bystander)];
  expect([await reasonOf(), await reasonOfOther()]).toEqual([reason, reason]);
  const { version } = done(await door.ask('unit', 'clerk', { commune, unit: code }));
  const erasure = { version, input: { reason: 'Theo yêu cầu của đương sự' } };
  done(await door.ask('erasePersonal', 'administrator', { commune, unit: code }, erasure));
  expect([await reasonOf(), await reasonOfOther()]).toEqual([undefined, reason]);
});
