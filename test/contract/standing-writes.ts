import { PublicationActsService } from '../../src/standings/publication-acts.service.js';
import { SchemeActsService } from '../../src/standings/scheme-acts.service.js';
import { ScoreSheetActsService } from '../../src/standings/score-sheet-acts.service.js';
import type { TestApp } from '../app.js';
import { schemeOfEquals, schemeOfHamlets } from '../schemes.js';
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
  /** The sheet of a hamlet by a scheme of its own. */
  const scored = async () => {
    const caller = await test.operator();
    const { code: scheme, version: expectedVersion } = await test.app
      .get(SchemeActsService)
      .draftScheme(caller, { commune, plan }, newScheme());
    await test.app.get(SchemeActsService).adoptScheme(caller, { commune, plan, scheme, expectedVersion }, {});
    const path = { plan, scheme, unit: 'khu-dan-cu-1', period: '2023' };
    const input = { points: [{ line: 'II', points: '28' }] };
    const { id, version } = await test.app
      .get(ScoreSheetActsService)
      .selfScore(caller, { commune, ...path, expectedVersion: 0 }, input);
    return { actor: 'hamlet-1', path, id, version };
  };
  const drawn = async () => {
    const { actor, id, version } = await scored();
    return { actor, path: { id }, version };
  };
  const submitted = async () => {
    const { path, version: expectedVersion } = await drawn();
    const acts = test.app.get(ScoreSheetActsService);
    const { version } = await acts.submitScores(await test.operator(), { commune, ...path, expectedVersion });
    return { actor: 'verifier', path, version };
  };
  const verified = async () => {
    const { path, version: expectedVersion } = await submitted();
    const acts = test.app.get(ScoreSheetActsService);
    const { version } = await acts.verifyScore(await test.operator(), { commune, ...path, expectedVersion }, {});
    return { actor: 'chairperson', path, version };
  };
  const judged = (points: string) => ({ points: [{ line: 'II', points, reason: 'Theo biên bản' }] });
  const adopted = async (quotas?: object[]) => {
    const acts = test.app.get(SchemeActsService);
    const operator = await test.operator();
    const of = { commune, plan };
    const { code, version } = await acts.draftScheme(operator, of, schemeOfEquals(`bang-${++made}`, quotas));
    await acts.adoptScheme(operator, { ...of, scheme: code, expectedVersion: version }, {});
    return { path: { plan }, code };
  };
  const tabled = async (quotas?: object[]) => {
    const { path, code: scheme } = await adopted(quotas);
    const input = { scheme, period: '2023' };
    const acts = test.app.get(PublicationActsService);
    const { id, version } = await acts.scoreStandings(await test.operator(), { commune, plan }, input);
    return { actor: 'clerk', path: { ...path, id }, version };
  };
  return {
    selfScore: async () => {
      const { id: _, ...write } = await scored();
      const points = [{ line: 'II', points: '27' }];
      return { ...write, input: { points }, other: { points, figures: [] } };
    },
    submitScores: drawn,
    returnScores: async () => ({ ...(await submitted()), ...reasons }),
    verifyScore: async () => ({ ...(await submitted()), input: judged('26'), other: judged('25') }),
    concludeScore: async () => ({ ...(await verified()), input: judged('26'), other: judged('25') }),
    dropScores: async () => ({ ...(await drawn()), ...reasons }),
    draftScheme: async () => ({ actor: 'clerk', path: { plan }, input: newScheme(), other: newScheme() }),
    amendScheme: async () => ({ ...(await drafted()), input: { name: 'Tên mới' }, other: { name: 'Tên khác' } }),
    dropScheme: async () => ({ ...(await drafted()), ...reasons }),
    scoreStandings: async () => {
      const { path, code } = await adopted();
      return {
        actor: 'clerk',
        path,
        input: { scheme: code, period: '2023' },
        other: { scheme: code, period: '2023-Q1' },
      };
    },
    decideTie: async () => {
      const tie = (unit: string) => ({ block: 'khu-dan-cu', class: 'xuat-sac', units: [unit], reason: 'Nhiều nữ hơn' });
      const candidate = await tabled([{ class: 'xuat-sac', percent: '20' }]);
      return { ...candidate, actor: 'chairperson', input: tie('khu-dan-cu-1'), other: tie('khu-dan-cu-2') };
    },
    dropCandidate: async () => ({ ...(await tabled()), ...reasons }),
    publishStandings: async () => ({ ...(await tabled()), actor: 'chairperson', ...reasons }),
    adoptScheme: async () => ({ ...(await drafted()), actor: 'chairperson', ...reasons }),
  };
}
