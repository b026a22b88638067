import { FactsService } from '../../src/facts/facts.service.js';
import { RegistrationsService } from '../../src/facts/registrations.service.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import type { TestApp } from '../app.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
const reasons = { input: { reason: 'Ghi nhầm' }, other: { reason: 'Lý do khác' } };
let made = 0;

/** For each write of facts and registrations, a maker of a valid request. */
export function factMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);
  const person = async (parent = 'ubnd') => {
    const { code } = await of(UnitActsService).addUnit(await test.operator(), commune, {
      code: `du-kien-${++made}`,
      kind: 'INDIVIDUAL',
      name: `Nguyễn Thị Dữ Kiện ${made}`,
      parent,
      validFrom: '2023-01-01',
    });
    return code;
  };
  const told = async () => ({
    unit: await person(),
    kind: 'SERVICE' as const,
    value: 'CIVIL_SERVANT',
    title: 'Công chức Tài chính - Kế toán',
    validFrom: '2023-02-01',
    source: 'Sổ theo dõi cán bộ, công chức',
  });
  const recorded = async () => {
    const { id, version } = await of(FactsService).recordFact(await test.operator(), commune, await told());
    return { actor: 'clerk', path: { id }, version };
  };
  const registered = async () => {
    const unit = await person('khu-dan-cu-1');
    const { id, version } = await of(RegistrationsService).registerEmulation(await test.operator(), commune, {
      unit,
      period: '2024',
    });
    return { actor: 'hamlet-1', path: { id }, version };
  };
  return {
    recordFact: async () => ({ actor: 'clerk', input: await told(), other: await told() }),
    amendFact: async () => ({
      ...(await recorded()),
      input: { title: 'Công chức Văn phòng', reason: 'Ghi nhầm' },
      other: { leads: true, reason: 'Ghi nhầm' },
    }),
    endFact: async () => ({ ...(await recorded()), ...reasons }),
    removeFact: async () => ({ ...(await recorded()), ...reasons }),
    registerEmulation: async () => {
      const input = { unit: await person('khu-dan-cu-1'), period: '2024', forms: ['ldtt'] };
      return { actor: 'hamlet-1', input, other: { ...input, forms: [] } };
    },
    endRegistration: async () => ({ ...(await registered()), ...reasons }),
  };
}
