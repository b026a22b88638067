import { SchemeActsService } from '../../src/standings/scheme-acts.service.js';
import type { TestApp } from '../app.js';
import { schemeOfHamlets } from '../schemes.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
const plan = '2023';
const reasons = { input: { reason: 'Theo biên bản họp' }, other: { reason: 'Lý do khác' } };
let made = 0;

/** For each write of standings, a maker of a valid request. */
export function standingMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const newScheme = () => schemeOfHamlets({ code: `thang-diem-${++made}` });
  const drafted = async () => {
    const { code, version } = await test.app
      .get(SchemeActsService)
      .draftScheme(await test.operator(), { commune, plan }, newScheme());
    return { actor: 'clerk', path: { plan, scheme: code }, version };
  };
  return {
    draftScheme: async () => ({ actor: 'clerk', path: { plan }, input: newScheme(), other: newScheme() }),
    amendScheme: async () => ({ ...(await drafted()), input: { name: 'Tên mới' }, other: { name: 'Tên khác' } }),
    dropScheme: async () => ({ ...(await drafted()), ...reasons }),
    adoptScheme: async () => ({ ...(await drafted()), actor: 'chairperson', ...reasons }),
  };
}
