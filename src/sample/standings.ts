import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { UploadsService } from '../documents/uploads.service.js';
import { PublicationActsService } from '../standings/publication-acts.service.js';
import type { PublishStandings } from '../standings/publication.inputs.js';
import { ScoreSheetActsService } from '../standings/score-sheet-acts.service.js';
import type { SelfScore } from '../standings/score-sheet.inputs.js';
import { SchemeActsService } from '../standings/scheme-acts.service.js';
import type { DraftScheme } from '../standings/scheme.inputs.js';
import { pageOf } from './evidence.js';
import { mark } from './reports-2023.data.js';
import {
  areaPoints,
  disorderly,
  disputed,
  fictitiousScheme,
  officePoints,
  officesScheme,
  peoplePoints,
  peopleScheme,
  praised,
  steps,
} from './standings-2023.data.js';

type Steps = (typeof steps)[string];

/** Caller of an actor of the sample on a legal date. */
type CallerOf = (actor: string, on: string) => Caller;

/** A table of a scheme for a period; `version` of a sheet that is scored again. */
interface Table {
  scheme: string;
  period: string;
  version?: number;
}

/** A unit's points in one sheet: its own, and what differs in the later columns. */
interface Sheet {
  unit: string;
  own: SelfScore;
  verified?: SelfScore;
  final?: SelfScore;
}

/** Adopts a scheme, fills and concludes score sheets, scores tables and publishes them, in one commune. */
class Standings {
  private readonly sheets: ScoreSheetActsService;
  private readonly tables: PublicationActsService;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly commune: string,
    private readonly as: CallerOf,
    private readonly speaksFor: (unit: string, on: string) => Promise<Caller>,
  ) {
    this.sheets = app.get(ScoreSheetActsService);
    this.tables = app.get(PublicationActsService);
  }

  async adopt(scheme: DraftScheme, operator: Caller): Promise<void> {
    const at = { commune: this.commune, plan: '2023' };
    const acts = this.app.get(SchemeActsService);
    const { code, version: expectedVersion } = await acts.draftScheme(operator, at, scheme);
    await acts.adoptScheme(operator, { ...at, scheme: code, expectedVersion }, {});
  }

  /** Fills a sheet, from its own column to the final one; `version` 0: there is none yet. */
  async fill({ version = 0, ...table }: Table, days: Steps, { unit, own, verified = {}, final = {} }: Sheet) {
    const { commune } = this;
    const at = { commune, plan: '2023', unit, ...table };
    const by = await this.speaksFor(unit, days.scored);
    let sheet = await this.sheets.selfScore(by, { ...at, expectedVersion: version }, own);
    const which = () => ({ commune, id: sheet.id, expectedVersion: sheet.version });
    sheet = await this.sheets.submitScores(by, which());
    sheet = await this.sheets.verifyScore(this.as('verifier', days.verified), which(), verified);
    return this.sheets.concludeScore(this.as('chairperson', days.concluded), which(), final);
  }

  score({ scheme, period }: Table, on: string) {
    const at = { commune: this.commune, plan: '2023' };
    return this.tables.scoreStandings(this.as('clerk', on), at, { scheme, period });
  }

  /** Scores and publishes a table; of units that tie on a quota's edge the first have the class. */
  async publish(which: Table, on: string, input: PublishStandings = {}): Promise<void> {
    const chair = this.as('chairperson', on);
    let table = await this.score(which, on);
    const at = () => ({ commune: this.commune, plan: '2023', id: table.id, expectedVersion: table.version });
    for (const { block, class: of, places, units } of table.open)
      table = await this.tables.decideTie(chair, at(), {
        ...{ block, class: of, units: units.slice(0, places) },
        reason: `Có sáng kiến được áp dụng ${mark}`,
      });
    await this.tables.publishStandings(chair, at(), input);
  }

  async reopen(sheet: { id: string; version: number }, on: string, reason: string) {
    const at = { commune: this.commune, id: sheet.id, expectedVersion: sheet.version };
    return this.sheets.returnScores(this.as('chairperson', on), at, { reason });
  }
}

const pointsAt = (points: Readonly<Record<string, readonly string[]>>, index: number) =>
  Object.entries(points).map(([line, each]) => ({ line, points: each[index] ?? '0' }));

const incomplete = { reason: `Khu dân cư số 4, 5, 6 chưa có số liệu quý IV được phê duyệt ${mark}` };

/** Scores the year of xã Đức Lạng: areas and offices for each quarter and the year, and its officials for the year. */
export async function loadStandings(
  app: INestApplicationContext,
  { operator, bearer }: { operator: Caller; bearer: (key: string) => Caller },
): Promise<void> {
  const commune = 'duc-lang';
  const as: CallerOf = (actor, on) => bearer(actor).acting({ on });
  const papers = new Map<string, string>();
  const speaksFor = async (unit: string, on: string): Promise<Caller> => {
    const [, area] = /^khu-dan-cu-(\d)$/.exec(unit) ?? [];
    if (area) return as(`hamlet-${area}`, on);
    const paper = { type: 'BC', year: Number(on.slice(0, 4)), issuedOn: on, issuer: 'Ủy ban nhân dân xã Đức Lạng' };
    const title = `Bảng tự chấm điểm của các bộ phận ${mark}`;
    const id =
      papers.get(on) ??
      (await app.get(DocumentActsService).recordDocument(as('clerk', on), commune, { ...paper, title })).id;
    papers.set(on, id);
    return as('clerk', on).acting({ onBehalfOf: unit, legalReference: id });
  };
  const standings = new Standings(app, commune, as, speaksFor);
  for (const each of [officesScheme, peopleScheme]) await standings.adopt(each, operator.acting({ on: '2023-01-01' }));

  const letter = await app
    .get(UploadsService)
    .uploadFile(as('hamlet-2', praised.on), { commune }, { file: pageOf('thu-khen') });
  const praise = {
    ...{ figure: 'thu-khen', times: 1, on: praised.on, evidenceIds: [letter.id] },
    text: `Thư khen của huyện ${mark}`,
  };
  for (const [period, days] of Object.entries(steps)) {
    for (const [index, area] of [1, 2, 3, 4, 5, 6].entries()) {
      const unit = `khu-dan-cu-${area}`;
      const own = {
        points: pointsAt(areaPoints, index),
        ...(unit === praised.unit && period === praised.period && { occurrences: [praise] }),
      };
      if (unit !== disputed.unit || period !== disputed.period)
        await standings.fill({ scheme: 'khu-dan-cu', period }, days, { unit, own });
    }
    for (const [index, { unit }] of membersOf(officesScheme).entries())
      await standings.fill({ scheme: 'ban-nganh', period }, days, {
        unit,
        own: { points: pointsAt(officePoints, index) },
      });
    await standings.publish({ scheme: 'ban-nganh', period }, days.published);
    if (period === disputed.period) await dispute(standings, days);
    else
      await standings.publish(
        { scheme: 'khu-dan-cu', period },
        days.published,
        /^2023(-Q4)?$/.test(period) ? incomplete : {},
      );
  }
  for (const [index, { unit }] of membersOf(peopleScheme).entries())
    await standings.fill({ scheme: 'can-bo', period: '2023' }, steps['2023'] as Steps, {
      unit,
      own: { points: pointsAt(peoplePoints, index) },
    });
  await standings.publish({ scheme: 'can-bo', period: '2023' }, '2024-01-30');
  await standings.score({ scheme: 'khu-dan-cu', period: '2023' }, '2024-01-31');
}

/** An area scores itself higher than the verifier; the chairperson decides, and later corrects it: table 2. */
async function dispute(standings: Standings, days: Steps): Promise<void> {
  const { unit, line, period, again } = disputed;
  const table = { scheme: 'khu-dan-cu', period };
  const own = { points: pointsAt(areaPoints, 2) };
  const said = (points: string, reason: string) => ({ points: [{ line, points, reason: `${reason} ${mark}` }] });
  const verified = said(disputed.verified, 'Hai tuyến đường còn rác thải tồn đọng');
  const final = said(disputed.final, 'Đã thu gom xong trước ngày chấm lại');
  const sheet = await standings.fill(table, days, { unit, own, verified, final });
  await standings.publish(table, days.published);
  const { version } = await standings.reopen(sheet, again.scored, `Chấm sót hạng mục điện chiếu sáng ${mark}`);
  const corrected = said(disputed.corrected, 'Đã lắp điện chiếu sáng');
  await standings.fill({ ...table, version }, again, { unit, own, verified, final: corrected });
  await standings.publish(table, again.published, {
    reason: `Đính chính điểm vệ sinh môi trường của Khu dân cư số 3 ${mark}`,
  });
}

/** Scores the year of a fictitious commune, all by its operator; one area has a knock-out. */
export async function loadFictitiousStandings(
  app: INestApplicationContext,
  operator: Caller,
  commune: string,
): Promise<void> {
  const as: CallerOf = (_, on) => operator.acting({ on });
  const standings = new Standings(app, commune, as, (unit, on) => Promise.resolve(as(unit, on)));
  const { code: scheme } = fictitiousScheme;
  const event = { figure: 'vu-viec', times: 1, on: disorderly.on, text: `Gây rối trật tự công cộng ${mark}` };
  for (const [index, area] of [1, 2, 3, 4, 5, 6].entries()) {
    const unit = `khu-dan-cu-${area}`;
    const points = [
      { line: 'I', points: String(58 - index) },
      { line: 'II', points: String(38 - index) },
    ];
    const own = { points, ...(unit === disorderly.unit && { occurrences: [event] }) };
    await standings.fill({ scheme, period: '2023' }, steps['2023'] as Steps, { unit, own });
  }
  await standings.publish({ scheme, period: '2023' }, '2024-01-29');
  await standings.score({ scheme, period: '2023-Q4' }, '2024-01-30');
}

const membersOf = ({ rules }: DraftScheme) =>
  (rules as { blocks: { members: { unit: string }[] }[] }).blocks[0]!.members;
