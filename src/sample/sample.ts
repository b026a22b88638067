import type { INestApplicationContext } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import { scopes } from '../access/permissions.js';
import type { Role } from '../access/roles.js';
import { AppointmentActsService } from '../actors/appointment-acts.service.js';
import { KeyActsService } from '../actors/key-acts.service.js';
import { bundled } from '../catalogue/catalogue.data.js';
import { LoadingService } from '../catalogue/loading.service.js';
import { RegistryService } from '../communes/registry.service.js';
import { IndicatorActsService } from '../indicators/indicator-acts.service.js';
import { PlanActsService } from '../indicators/plan-acts.service.js';
import { SchemeActsService } from '../standings/scheme-acts.service.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { ducLang, xaMau } from './awards-2023.data.js';
import { loadAwards } from './awards.js';
import { indicators, plan } from './duc-lang-2023.data.js';
import { calendar, dueDays } from './reports-2023.data.js';
import { loadFacts } from './loading-facts.js';
import { loadRemarks } from './remarks.js';
import { loadReports } from './reports.js';
import { loadFictitiousStandings, loadStandings } from './standings.js';
import { keepStatistics } from './statistics.js';
import { fictitiousScheme, scheme } from './standings-2023.data.js';
import { units } from './units.data.js';

/** Legal date of the sample. */
export const sampleDay = '2024-01-31';

const termStart = '2021-07-01';

type ActorRow = readonly [key: string, name: string, role: Role, unit?: string];

/** Actors of xã Đức Lạng, named by their posts. */
const actorRows: readonly ActorRow[] = [
  ['administrator', 'Quản trị hệ thống', 'ADMINISTRATOR'],
  ['clerk', 'Công chức Văn phòng - Thống kê', 'CLERK'],
  ['verifier', 'Công chức thẩm định số liệu', 'VERIFIER'],
  ['chairperson', 'Chủ tịch Ủy ban nhân dân xã', 'CHAIRPERSON'],
  ...[1, 2, 3, 4, 5, 6, 7].map((number): ActorRow => [
    `council-${number}`,
    `Ủy viên Hội đồng Thi đua - Khen thưởng ${number}`,
    'COUNCIL_MEMBER',
    'hoi-dong-thi-dua',
  ]),
  ...[1, 2, 3, 4, 5, 6].map((number): ActorRow => [
    `hamlet-${number}`,
    `Trưởng khu dân cư số ${number}`,
    'REPORTER',
    `khu-dan-cu-${number}`,
  ]),
  ['accountant', 'Công chức Tài chính - Kế toán', 'ACCOUNTANT', 'tai-chinh-ke-toan'],
  ['auditor', 'Người kiểm tra', 'AUDITOR'],
  ['observer', 'Thường trực Đảng ủy', 'OBSERVER', 'dang-uy'],
];

const integratorScopes = [
  'access:read',
  'awards:read',
  'catalogue:read',
  'communes:read',
  'decisions:read',
  'documents:read',
  'feed:read',
  'nominations:read',
  'plans:read',
  'results:read',
  'standings:read',
  'units:read',
];

/**
 * Fills an empty database with the data of 31/01/2024: the catalogue; xã Đức Lạng with its plan of 2023, invented
 * reports and invented awards; a fictitious commune of the same district and one of another province. Gives the API
 * keys by actor.
 */
export async function loadSample(app: INestApplicationContext): Promise<Record<string, string>> {
  const registry = app.get(RegistryService);
  const operator = async () => app.get(AccessService).operator(await registry.everywhere());

  const gso = [{ system: 'gso', value: '18307', validFrom: null, validTo: null }];
  await registry.addCommune(await operator(), {
    key: 'duc-lang',
    name: 'xã Đức Lạng',
    kindText: 'xã',
    identifiers: gso,
  });
  await registry.addCommune(await operator(), {
    key: 'xa-mau',
    name: 'xã Mẫu (giả định)',
    kindText: 'xã',
    invented: true,
  });
  await registry.addCommune(await operator(), {
    key: 'xa-khac',
    name: 'xã Khác (giả định)',
    kindText: 'xã',
    invented: true,
  });
  const caller = await operator();
  await registry.addSuperior(caller, { key: 'duc-tho', name: 'huyện Đức Thọ', kindText: 'huyện' });
  await registry.addSuperior(caller, { key: 'ha-tinh', name: 'tỉnh Hà Tĩnh', kindText: 'tỉnh' });
  await registry.addSuperior(caller, {
    key: 'huyen-khac',
    name: 'huyện Khác (giả định)',
    kindText: 'huyện',
    invented: true,
  });
  await registry.supervise(caller, { superior: 'duc-tho', supervised: 'duc-lang', validFrom: termStart });
  await registry.supervise(caller, { superior: 'duc-tho', supervised: 'xa-mau', validFrom: termStart });
  await registry.supervise(caller, { superior: 'ha-tinh', supervised: 'duc-tho', validFrom: termStart });
  await registry.supervise(caller, { superior: 'huyen-khac', supervised: 'xa-khac', validFrom: termStart });

  await app.get(LoadingService).load(caller, bundled, 'PROGRAM');
  for (const commune of ['duc-lang', 'xa-mau', 'xa-khac']) await addPlan(app, caller, commune);

  const addActor = async (
    commune: string,
    term: Omit<Parameters<AppointmentActsService['appoint']>[2], 'validFrom'>,
    own: readonly string[],
  ) => {
    await app.get(AppointmentActsService).appoint(caller, commune, { ...term, validFrom: termStart });
    const { key } = await app.get(KeyActsService).issueKey(caller, commune, { actor: term.actor, scopes: [...own] });
    return key ?? '';
  };
  const keys: Record<string, string> = {};
  const personal = new Set<Role>(['ADMINISTRATOR', 'CLERK', 'VERIFIER', 'CHAIRPERSON', 'AUDITOR']);
  for (const [key, name, role, unit] of actorRows) {
    const own = personal.has(role) ? scopes : scopes.filter((scope) => scope !== 'personal:read');
    keys[key] = await addActor('duc-lang', { actor: key, name, kind: 'PERSON', role, unit }, own);
  }
  for (const [key, superior, place] of [
    ['district', 'duc-tho', 'huyện Đức Thọ'],
    ['province', 'ha-tinh', 'tỉnh Hà Tĩnh'],
  ] as const) {
    const name = `Hệ thống của ${place}`;
    keys[key] = await addActor('registry', { actor: key, name, kind: 'SYSTEM', role: 'SUPERIOR', superior }, scopes);
  }
  const integrator = { actor: 'integrator', name: 'Hệ thống tích hợp', kind: 'SYSTEM', role: 'INTEGRATOR' } as const;
  keys.integrator = await addActor('duc-lang', integrator, integratorScopes);
  await loadYear(app, caller, keys);
  await keepStatistics(app);
  return keys;
}

/** Loads reports and award rounds of the year in the order of their dates, each act with the key of its actor. */
async function loadYear(
  app: INestApplicationContext,
  operator: Caller,
  keys: Readonly<Record<string, string>>,
): Promise<void> {
  const bearers = new Map<string, Caller>();
  for (const key of [...actorRows.map(([each]) => each), 'district'])
    bearers.set(
      key,
      await app.get(AccessService).identify({
        authorization: `Bearer ${keys[key]}`,
        communes: ['duc-lang'],
        everywhere: false,
        language: 'vi',
        requestId: 'sample',
      }),
    );
  const bearer = (key: string) => bearers.get(key)!;
  const before = calendar.filter(({ approved }) => approved < '2023-11-01');
  await loadReports(app, bearer, before);
  await loadAwards(app, { commune: 'duc-lang', as: (office, on) => bearer(office).acting({ on }) }, ducLang);
  await loadAwards(app, { commune: 'xa-mau', as: (_, on) => operator.acting({ on }) }, xaMau);
  await loadReports(app, bearer, calendar.slice(before.length));
  await loadStandings(app, { operator, bearer });
  for (const commune of ['xa-mau', 'xa-khac']) await loadFictitiousStandings(app, operator, commune);
  await loadFacts(app, 'duc-lang', { operator, clerk: bearer('clerk') });
  await loadRemarks(app, 'duc-lang', { superior: bearer('district'), clerk: bearer('clerk') });
}

/**
 * Adds units, plan and scoring scheme. A fictitious commune has the same units, marked as invented, and the first three
 * indicators.
 */
async function addPlan(app: INestApplicationContext, caller: Caller, commune: string): Promise<void> {
  const real = commune === 'duc-lang';
  for (const unit of units)
    await app
      .get(UnitActsService)
      .addUnit(caller, commune, real ? unit : { ...unit, name: `${unit.name} (giả định)`, invented: true });
  const { document } = plan;
  const fictitious = {
    ...plan,
    title: `Kế hoạch giả định của ${commune}`,
    document: {
      ...document,
      title: `Kế hoạch giả định của ${commune}`,
      issuer: `Ủy ban nhân dân ${commune}`,
      place: commune,
      signer: undefined,
    },
  };
  // Number and day are blank in the document: issued on the first day of its year.
  const then = caller.acting({ on: '2023-01-01' });
  const draft = await app.get(PlanActsService).draftPlan(then, commune, real ? plan : fictitious);
  // An indicator that another never lies above comes before it: `notAbove` names what is there.
  const named = [...indicators].sort((a, b) => Number(a.notAbove != null) - Number(b.notAbove != null));
  for (const indicator of real ? named : named.slice(0, 3))
    await app.get(IndicatorActsService).addIndicator(then, { commune, plan: draft.key }, indicator);
  const at = { commune, plan: draft.key };
  const set = await app
    .get(PlanActsService)
    .setPlanSettings(then, { ...at, expectedVersion: draft.version }, { dueDays });
  await app.get(PlanActsService).issuePlan(then, { ...at, expectedVersion: set.version }, { number: null });
  const schemes = app.get(SchemeActsService);
  const { code, version } = await schemes.draftScheme(then, at, real ? scheme : fictitiousScheme);
  await schemes.adoptScheme(then, { ...at, scheme: code, expectedVersion: version }, {});
}
