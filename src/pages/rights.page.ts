import {
  mayBackdate,
  mayStandIn,
  permissions,
  roles,
  sight,
  type Audience,
  type Permission,
  type Role,
} from '../access/permissions.js';
import { docsStyle } from './docs.page.js';
import { safe } from './safe.js';

/** A role as a clerk calls it. */
const called: Readonly<Record<Role, readonly [english: string, vietnamese: string]>> = {
  ADMINISTRATOR: ['administrator', 'quản trị'],
  CLERK: ['clerk', 'văn phòng'],
  REPORTER: ['reporter', 'người báo cáo của đơn vị'],
  VERIFIER: ['verifier', 'người thẩm định'],
  CHAIRPERSON: ['chairperson', 'chủ tịch'],
  COUNCIL_MEMBER: ['council member', 'thành viên hội đồng'],
  ACCOUNTANT: ['accountant', 'kế toán'],
  AUDITOR: ['auditor', 'người kiểm tra'],
  OBSERVER: ['observer', 'người theo dõi'],
  SUPERIOR: ['superior', 'cấp trên'],
  INTEGRATOR: ['integrator', 'hệ thống kết nối'],
};

const seen: Readonly<Record<Audience, string>> = {
  INSIDE: 'sees drafts, too',
  SUPERIOR: 'sees what was issued or approved',
  PUBLIC: 'sees what is public',
};

const listed = (who: readonly Role[]) =>
  who
    .map((role) => called[role][0])
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1');

/** Who may do it, in words. */
export function inWords(who: Permission['who']): string {
  if (who === 'PUBLIC') return 'anybody, without a key';
  return who.length === roles.length ? 'everybody with a key' : `the ${listed(who)}`;
}

const all: readonly (readonly [string, Permission])[] = Object.entries(permissions);
const areas = [...new Set(all.map(([, { area }]) => area))];
const row = ([operation, { does, who }]: readonly [string, Permission]) =>
  `<tr id="${operation}"><td><code>${operation}</code><td>${safe(does)}<td>${inWords(who)}`;
const table = (area: string) =>
  `<h2 id="area-${area}">${area}</h2>\n<table>\n${all
    .filter(([, each]) => each.area === area)
    .map(row)
    .join('\n')}\n</table>`;

/** The page at `/docs/rights`: the catalogue of operations as sentences that a clerk can check against the law and the house. */
export const rightsPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>thidua – who may what</title>
<link rel="icon" href="data:,">
${docsStyle}
<style>table { border-collapse: collapse; width: 100%; font-size: .92em } td { border-top: 1px solid #ddd; padding: .3rem .6rem .3rem 0; vertical-align: top } @media (min-width: 48rem) { td:first-child { width: 12rem } td:last-child { width: 15rem } } @media (max-width: 48rem) { td { display: block; border: 0; padding: .1rem 0 } tr { display: block; border-top: 1px solid #ddd; padding: .4rem 0 } }</style>
<main>
<h1>Who may what (phân quyền)</h1>
<p class="quiet"><a href="/docs">/docs</a> · ${areas.map((area) => `<a href="#area-${area}">${area}</a>`).join(' · ')}</p>
<p>A right goes with an appointment (phân công): for the whole commune, or for one unit and those below it, from its first day to its last. It is drawn from the table that the program itself asks.</p>
<ul>
${roles.map((role) => `<li>${called[role][0]} (${called[role][1]}): ${seen[sight[role]]}`).join('\n')}
</ul>
<p>An act may be given an earlier legal date by the ${listed(mayBackdate)}; the ${listed(mayStandIn)} acts on behalf of a unit by its signed sheet. A chairperson may delegate acts for a time. What a record's own state or the four eyes forbid, <code>…/actions</code> says of that record.</p>
${areas.map(table).join('\n')}
</main>
</html>`;
