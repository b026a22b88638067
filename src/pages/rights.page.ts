import { permissions, type Permission } from '../access/permissions.js';
import { backdating, mayActOnBehalf, roles, audienceOf, type Audience, type Role } from '../access/roles.js';
import { docsStyle } from './docs.page.js';
import { escapeHtml } from './escape-html.js';

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
  `<li>${roleNames[role].join(' (')}): ${narrowerSight[role] ?? sightSentences[audienceOf[role]]}`;

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
const row = ([operation, { does, who }]: readonly [string, Permission]) =>
  `<tr id="${operation}"><td><code>${operation}</code><td>${escapeHtml(does)}<td>${rolesInWords(who)}`;
const table = (area: string) =>
  `<h2 id="area-${area}">${area}</h2>\n<table>\n${all
    .filter(([, each]) => each.area === area)
    .map(row)
    .join('\n')}\n</table>`;

/** Page at `/docs/rights`: the permissions as sentences, which a clerk can check against law and office rules. */
export const rightsPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>thidua – who may do what</title>
<link rel="icon" href="data:,">
${docsStyle}
<style>
  table { border-collapse: collapse; width: 100%; font-size: .92em }
  td { border-top: 1px solid #ddd; padding: .3rem .6rem .3rem 0; vertical-align: top }
  @media (min-width: 48rem) { td:first-child { width: 12rem } td:last-child { width: 15rem } }
  @media (max-width: 48rem) {
    tr { display: block; border-top: 1px solid #ddd; padding: .4rem 0 }
    td { display: block; border: 0; padding: .1rem 0 } td:last-child { color: #666 }
  }
</style>
<main>
<h1>Who may do what (phân quyền)</h1>
<p class="quiet"><a href="/">Home</a> · <a href="/docs">API</a></p>
<p class="quiet">${areas.map((area) => `<a href="#area-${area}">${area}</a>`).join(' · ')}</p>
<p>A right comes with an appointment (phân công): for the whole commune, or for one unit and the units below it, from
the first day of the appointment to its last. An appointment ends with its unit. After a merger or a split an
appointment at the successor holds for the closed unit, too: its last reports are still handed in. This page is drawn
from the table that the program checks.</p>
<ul>
${roles.map(sight).join('\n')}
</ul>
<p>The ${listed(backdating)} may give an act an earlier legal date; whoever signs or records a paper gives its day to
the act that ends on it. The ${listed(mayActOnBehalf)} may act on behalf
of a unit, with its signed sheet. A chairperson may delegate acts for a time. <code>…/actions</code> of a record names
further reasons against an act: the state of the record, or the rule of four eyes.</p>
${areas.map(table).join('\n')}
</main>
</html>`;
