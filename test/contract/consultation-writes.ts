import { ConsultationActsService } from '../../src/consultations/consultation-acts.service.js';
import { ObjectionsService } from '../../src/consultations/objections.service.js';
import { NominationActsService } from '../../src/nominations/nomination-acts.service.js';
import { NominationMeetingsService } from '../../src/nominations/nomination-meetings.service.js';
import { RoundActsService } from '../../src/nominations/round-acts.service.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import type { TestApp } from '../app.js';
import { papersFor } from '../awards.js';
import { commune, minutes } from '../meetings.js';
import type { Write } from './writes.js';

const form = 'gdvh';
const reasons = { input: { reason: 'Ghi nhầm' }, other: { reason: 'Lý do khác' } };
let made = 0;

/** For each write of consultations and objections, a maker of a valid request; each has a round of its own. */
export function consultationMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);
  /** A household that its hamlet has recommended, whose road asks for the consultation now. */
  const recommended = async () => {
    const caller = await test.operator();
    const { code: unit } = await of(UnitActsService).addUnit(caller, commune, {
      ...{ code: `niem-yet-${++made}`, kind: 'HOUSEHOLD', name: `Hộ bà Lê Thị ${made}` },
      ...{ parent: 'khu-dan-cu-1', validFrom: '2023-01-01' },
    });
    const { id: round } = await of(RoundActsService).openRound(caller, commune, {
      ...{ name: `Gia đình văn hóa ${made}`, period: '2023', forms: [form] },
    });
    const acts = of(NominationActsService);
    const drafted = { round, unit, form, type: 'MERIT' as const, summary: 'Đạt tiêu chuẩn' };
    const { id, version, dossier } = await acts.nominate(caller, commune, drafted);
    const papers = await papersFor(test, dossier);
    await acts.submitNomination(caller, { commune, id, expectedVersion: version }, { papers });
    const counts = { votesFor: 40, votesAgainst: 1, votesBlank: 0, notReturned: 0 };
    await of(NominationMeetingsService).recordHeldMeeting(
      caller,
      { commune, round },
      {
        ...{ form, council: 'khu-dan-cu-1', heldOn: '2024-01-19', summoned: 60, present: 41, counts },
        minutes: await minutes(test, { withFile: true }),
      },
    );
    return { round, nomination: id };
  };
  const hung = async () => {
    const { round, nomination } = await recommended();
    const list = { round, form, places: ['Nhà văn hóa'], firstDay: '2024-01-20' };
    const { id, version } = await of(ConsultationActsService).openConsultation(await test.operator(), commune, list);
    return { actor: 'clerk', path: { id }, version, nomination };
  };
  const told = async () => {
    const { path, nomination } = await hung();
    return { consultation: path.id, nomination, objector: 'Bà Trần Thị Bình', text: 'Hộ này còn vi phạm' };
  };
  const raised = async () => {
    const { id, version } = await of(ObjectionsService).raiseObjection(await test.operator(), commune, await told());
    return { actor: 'clerk', path: { id }, version };
  };
  const at = ({ actor, path, version }: Awaited<ReturnType<typeof hung>>) => ({ actor, path, version });
  return {
    openConsultation: async () => {
      const { round } = await recommended();
      const input = { round, form, places: ['Bảng tin khu dân cư'] };
      return { actor: 'clerk', input, other: { ...input, days: 12 } };
    },
    closeConsultation: async () => ({ ...at(await hung()), ...reasons }),
    cancelConsultation: async () => ({ ...at(await hung()), ...reasons }),
    raiseObjection: async () => {
      const input = await told();
      return { actor: 'hamlet-1', input, other: { ...input, text: 'Nội dung khác' } };
    },
    answerObjection: async () => {
      const input = { upheld: false, answer: 'Đã kiểm tra, không đúng' };
      return { ...(await raised()), input, other: { ...input, upheld: true } };
    },
  };
}
