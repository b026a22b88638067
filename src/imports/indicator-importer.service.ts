import { Injectable } from '@nestjs/common';
import { Big } from 'big.js';
import type { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { IndicatorActsService } from '../indicators/indicator-acts.service.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { AddIndicator, AmendIndicator } from '../indicators/indicator.inputs.js';
import type { Plan } from '../indicators/plan.entity.js';
import { PlansService } from '../indicators/plans.service.js';
import { orRefusal, Refusal, wrong } from '../refusals.js';
import { decimalSignOf, type DecimalSign } from '../sheets/number-cell.rules.js';
import { freeCodes } from './free-codes.rules.js';
import { signOf, type ImportIndicators } from './import.inputs.js';
import {
  onceEach,
  outcomeOf,
  rejected,
  type ImportAt,
  type Importer,
  type RowOutcome,
  type RowRead,
} from './importer.js';
import { indicatorColumns, ImportedIndicator } from './indicator-row.js';
import { meantBy, NamesService, severalAlike } from './names.service.js';
import { printedTarget, type PrintedTarget } from './printed-target.rules.js';

type At = ImportAt<ImportIndicators>;

/** Indicators of a plan as they are imported in its words: each is added or amended by its act. */
@Injectable()
export class IndicatorImporter implements Importer<ImportedIndicator, ImportIndicators> {
  readonly columns = indicatorColumns;
  readonly row = ImportedIndicator;

  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
    private readonly plans: PlansService,
    private readonly acts: IndicatorActsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedIndicator>[]): Promise<readonly RowOutcome[]> {
    const { commune, given } = at;
    const plan = await this.plans.planToReport(caller, commune, given.plan);
    const there = await this.names.indicatorsOf(caller, { commune, plan: given.plan });
    const byCode = new Map(there.map((each) => [each.code, each]));
    const called = meantBy(there, ({ name }) => name);
    const sectionNamed = sectionsOf(plan);
    const texts = rows.map(({ row }) => row.responsibleUnitCode);
    const unitOf = await this.names.unitsNamed(caller, { commune, pointer: '/responsibleUnitCode' }, texts);
    const freeCode = freeCodes(new Set([...there, ...rows.map(({ row }) => row)].flatMap(({ code }) => code ?? [])));
    const sign =
      signOf(given) ?? decimalSignOf(rows.flatMap(({ row }) => row.target?.match(/\d(?:[\d.,]*\d)?/g) ?? []));
    const again = onceEach();
    const outcomes: RowOutcome[] = [];
    for (const { number, row } of rows) {
      const named = row.code === undefined ? called(row.name) : [];
      const before = row.code === undefined ? named[0] : byCode.get(row.code);
      const code = before?.code ?? row.code ?? freeCode(row.name);
      const unclear = named.length > 1 ? severalAlike('/name', row.name) : again(code, number);
      const unit = row.responsibleUnitCode === undefined ? undefined : unitOf(row.responsibleUnitCode);
      const section = sectionNamed(row.sectionPath ?? given.section);
      // An indicator that was known by its name keeps it as it is.
      const read = { ...row, code, name: named[0]?.name ?? row.name, target: targetOf(row, sign), unit, section };
      const refusal = unclear ?? [unit, section, read.target].find((each) => each instanceof Refusal);
      outcomes.push(
        refusal instanceof Refusal
          ? rejected(code, refusal)
          : await this.keep(caller, at, { before, read: read as Read, sortOrder: there.length + outcomes.length + 1 }),
      );
    }
    return outcomes;
  }

  private async keep(
    caller: Caller,
    { commune, given: { plan, reason, confirm } }: At,
    { before, read, sortOrder }: { before: Indicator | undefined; read: Read; sortOrder: number },
  ): Promise<RowOutcome> {
    const { code } = read;
    const added = before ? undefined : addedBy(read, sortOrder);
    const amended = before && changesOf(before, read);
    if (before && amended && Object.keys(amended).length === 0) return outcomeOf('UNCHANGED', code, before);
    if (added instanceof Refusal) return rejected(code, added);
    const kept = await orRefusal(() =>
      this.database.attempt(() =>
        before
          ? this.acts.amendIndicator(
              caller,
              { commune, plan, code, expectedVersion: before.version },
              { ...amended, reason, confirm },
            )
          : this.acts.addIndicator(caller, { commune, plan }, { ...(added as AddIndicator), reason, confirm }),
      ),
    );
    return outcomeOf(before ? 'UPDATED' : 'CREATED', code, kept);
  }
}

/** A row with what its cells mean. */
interface Read extends Omit<ImportedIndicator, 'target'> {
  code: string;
  target: PrintedTarget | undefined;
  unit: { code: string } | undefined;
  section: string | undefined;
}

/** Members that the plan leaves open where no column has them. */
const open = ['frequency', 'reported', 'overTime', 'overUnits'];

function addedBy(read: Read, sortOrder: number): AddIndicator | Refusal {
  const { code, name, target, unit, section, frequency } = read;
  if (!target)
    return wrong('/target', 'ROW_MISSING', {
      en: 'A new indicator needs its target, in figures or words.',
      vi: 'Chỉ tiêu mới phải có mức giao, bằng số hoặc bằng lời.',
    });
  if (section === undefined)
    return wrong('/sectionPath', 'ROW_MISSING', {
      en: 'A new indicator needs its heading: in a column, or in "section" for the file.',
      vi: 'Chỉ tiêu mới phải có mục của kế hoạch: thêm cột "Mục", hoặc nêu "section" cho cả tệp.',
    });
  const { measure, upperTarget, ...promised } = target;
  const isRatio = measure.unit === 'PERCENT';
  return {
    ...{ code, name, sortOrder, measure, sectionPath: section },
    ...promised,
    ...(upperTarget !== null && { upperTarget, beyond: 'EXCEEDED' }),
    rawText: wordsOf(read),
    ...(read.baseline !== undefined && { baseline: baselineOf(read.baseline, measure) }),
    frequency: frequency ?? 'YEARLY',
    reported: 'IN_PERIOD',
    overTime: 'AT_END',
    overUnits: isRatio ? 'RATIO' : promised.target === null ? 'COMMUNE_ONLY' : 'SUM',
    notPrinted: open.filter((member) => member !== 'frequency' || frequency === undefined),
    ...(unit && { responsibleUnitCode: unit.code }),
  };
}

/** Members that a row would change; an empty cell changes nothing. */
function changesOf(before: Indicator, read: Read): AmendIndicator {
  const { name, target, unit, section, frequency } = read;
  const { measure, ...promised } = { measure: undefined, ...target };
  const baseline = read.baseline && baselineOf(read.baseline, measure ?? before.measure);
  const said = {
    name,
    sectionPath: section,
    ...promised,
    ...(target && { beyond: target.upperTarget === null ? null : (before.beyond ?? 'EXCEEDED') }),
    frequency,
    baseline,
    responsibleUnitCode: unit?.code,
  };
  const changed = Object.fromEntries(
    Object.entries(said).filter(
      ([member, value]) => value !== undefined && value !== before[member as keyof Indicator],
    ),
  ) as AmendIndicator;
  const { unit: base, displayUnit, scale } = before.measure;
  const isOther =
    measure &&
    read.displayUnit !== undefined &&
    (measure.unit !== base || measure.displayUnit !== displayUnit || measure.scale !== scale);
  return { ...changed, ...(isOther && { measure }) };
}

const wordsOf = ({ name, target, displayUnit }: Read): string =>
  [name, target?.targetText ?? target?.target, target?.upperTarget, displayUnit].filter(Boolean).join(' ');

const baselineOf = (baseline: string, { scale }: PrintedTarget['measure']): string =>
  new Big(baseline).times(new Big(10).pow(scale)).toFixed();

/** Gives the path of the heading of a plan that a cell names, by its path or its title. */
function sectionsOf({ sections }: Plan): (named: string | undefined) => string | undefined | Refusal {
  const titled = meantBy(sections, ({ title }) => title);
  return (named) => {
    if (named === undefined || sections.some(({ path }) => path === named)) return named;
    const [one, other] = titled(named);
    if (other) return severalAlike('/sectionPath', named);
    return (
      one?.path ??
      wrong('/sectionPath', 'NAMED_NOWHERE', {
        en: `The plan has no heading "${named}".`,
        vi: `Kế hoạch không có mục "${named}".`,
      })
    );
  };
}

function targetOf(
  { target, displayUnit }: ImportedIndicator,
  sign: DecimalSign | undefined,
): PrintedTarget | undefined | Refusal {
  if (target === undefined) return undefined;
  return (
    printedTarget(target, { unit: displayUnit, sign }) ??
    wrong('/target', 'TARGET_UNREAD', {
      en: `"${target}" cannot be read: write 1763, ≥ 95, ≤ 1, 10 - 12, or words; a change is entered by hand.`,
      vi: `Chưa hiểu "${target}"; hãy ghi dạng 1763, ≥ 95, ≤ 1, 10 - 12, hoặc bằng lời; mức tăng, giảm thì nhập tay.`,
    })
  );
}
