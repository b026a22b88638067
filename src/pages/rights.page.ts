import { permissions, type Permission } from '../access/permissions.js';
import { backdating, mayActOnBehalf, roles, audienceOf, type Audience, type Role } from '../access/roles.js';
import { page } from './layout.js';
import { markup } from './markup.js';
import { table } from './table.js';

const roleNames: Readonly<Record<Role, readonly [english: string, vietnamese: string]>> = {
  ADMINISTRATOR: ['administrator', 'quản trị viên'],
  CLERK: ['clerk', 'công chức văn phòng'],
  REPORTER: ['reporter', 'người báo cáo của đơn vị'],
  VERIFIER: ['verifier', 'người thẩm định'],
  CHAIRPERSON: ['chairperson', 'chủ tịch'],
  COUNCIL_MEMBER: ['council member', 'thành viên hội đồng'],
  ACCOUNTANT: ['accountant', 'kế toán'],
  AUDITOR: ['auditor', 'người kiểm tra'],
  OBSERVER: ['observer', 'người theo dõi'],
  SUPERIOR: ['superior', 'cấp trên'],
  INTEGRATOR: ['integrator', 'hệ thống tích hợp'],
};

const sightSentences: Readonly<Record<Audience, string>> = {
  INSIDE: 'sees all records, drafts included',
  SUPERIOR: 'sees records that are issued or approved',
  PUBLIC: 'sees public records',
};

/** Roles that see less than their audience. */
const narrowerSight: Readonly<Partial<Record<Role, string>>> = {
  REPORTER: 'sees all records, but of other units no drafts and nothing that was returned to them',
  OBSERVER: 'sees plans with their periods and acknowledgements, progress, and awards',
};

/** Item of the list of roles: who sees which records. */
const sight = (role: Role) =>
  markup`<li>${roleNames[role].join(' (')}): ${narrowerSight[role] ?? sightSentences[audienceOf[role]]}</li>\n`;

const listed = (who: readonly Role[]) =>
  who
    .map((role) => roleNames[role][0])
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1');

/** Roles of a permission in words: "the clerk and verifier". */
export function rolesInWords(who: Permission['who']): string {
  if (who === 'PUBLIC') return 'anybody, without a key';
  return who.length === roles.length ? 'everybody with a key' : `the ${listed(who)}`;
}

const all: readonly (readonly [string, Permission])[] = Object.entries(permissions);
const areas = [...new Set(all.map(([, { area }]) => area))];
const columns = [{ heading: 'Operation', isRowHeading: true }, { heading: 'What it does' }, { heading: 'Who may' }];
const rowOf = ([operation, { does, who }]: readonly [string, Permission]) => ({
  id: operation,
  cells: [markup`<code>${operation}</code>`, does, rolesInWords(who)],
});
const tableOf = (area: string) =>
  markup`<h2 id="area-${area}">${area}</h2>
${table({ of: 'listed', columns, rows: all.filter(([, each]) => each.area === area).map(rowOf) })}
`;

/** Page at `/docs/rights`: the permissions as sentences, which a clerk can check against law and office rules. */
export const rightsPage = page({
  language: 'en',
  title: 'thidua – who may do what',
  of: 'text',
  body: markup`<header><h1>Who may do what (phân quyền)</h1>
<nav aria-label="Pages"><ul><li><a href="/">Home</a></li><li><a href="/docs">API</a></li></ul></nav></header>
<main>
<nav aria-label="Areas"><ul>${areas.map((area) => markup`<li><a href="#area-${area}">${area}</a></li>\n`)}</ul></nav>
<p>A right comes with an appointment (phân công): for the whole commune, or for one unit and the units below it, from
the first day of the appointment to its last. An appointment ends with its unit. After a merger or a split an
appointment at the successor holds for the closed unit, too: its last reports are still handed in. This page is drawn
from the table that the program checks.</p>
<ul>
${roles.map(sight)}
</ul>
<p>The ${listed(backdating)} may give an act an earlier legal date; whoever signs or records a paper gives its day to
the act that ends on it. The ${listed(mayActOnBehalf)} may act on behalf
of a unit, with its signed sheet. A chairperson may delegate acts for a time. <code>…/actions</code> of a record names
further reasons against an act: the state of the record, or the rule of four eyes.</p>
${areas.map(tableOf)}
</main>`,
});
