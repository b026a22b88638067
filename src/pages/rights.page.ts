import { areaWords, operationsInVietnamese } from '../access/operation-words.data.js';
import { areas, permissions, type Area, type OperationId, type Permission } from '../access/permissions.js';
import { listed, rolesInWords, roleWords } from '../access/role-words.data.js';
import { audienceOf, backdating, mayActOnBehalf, roles, type Audience, type Role } from '../access/roles.js';
import { word, type Word } from '../word.js';
import { page } from './layout.js';
import { markup, type Markup } from './markup.js';
import type { PageLanguage } from './page-language.js';
import { capital } from './say.js';
import { table } from './table.js';

const sightSentences: Readonly<Record<Audience, Word>> = {
  INSIDE: word('xem mọi bản ghi, kể cả dự thảo', 'sees all records, drafts included'),
  SUPERIOR: word('xem bản ghi đã ban hành hoặc đã phê duyệt', 'sees records that are issued or approved'),
  PUBLIC: word('xem bản ghi công khai', 'sees public records'),
};

/** Roles that see less than their audience. */
const narrowerSight: Readonly<Partial<Record<Role, Word>>> = {
  REPORTER: word(
    'xem mọi bản ghi, nhưng không xem dự thảo và những gì bị trả lại của đơn vị khác',
    'sees all records, but of other units no drafts and nothing that was returned to them',
  ),
  OBSERVER: word(
    'xem kế hoạch cùng các kỳ và việc phổ biến, tiến độ, khen thưởng',
    'sees plans with their periods and acknowledgements, progress, and awards',
  ),
};

const all = Object.entries(permissions) as (readonly [OperationId, Permission])[];

function tableOf(area: Area, { language, say }: PageLanguage): Markup {
  const columns = [
    { heading: say('Thao tác', 'Operation'), isRowHeading: true },
    { heading: say('Việc làm', 'What it does') },
    { heading: say('Ai được làm', 'Who may') },
  ];
  const rows = all
    .filter(([, each]) => each.area === area)
    .map(([operation, { does, who }]) => ({
      id: operation,
      cells: [
        markup`<code>${operation}</code>`,
        say(operationsInVietnamese[operation], does),
        capital(rolesInWords(who)[language]),
      ],
    }));
  return markup`<h2 id="area-${area}">${capital(areaWords[area][language])}</h2>
${table({ of: 'listed', columns, rows })}
`;
}

const inVietnamese = markup`<p>Quyền có từ phân công: trong toàn xã, hoặc ở một đơn vị và các đơn vị trực thuộc, từ
ngày đầu đến ngày cuối của phân công. Đơn vị kết thúc thì phân công ở đó kết thúc. Sau khi sáp nhập hoặc chia tách, phân
công ở đơn vị kế thừa có hiệu lực cả với đơn vị đã kết thúc: báo cáo cuối cùng của đơn vị ấy vẫn nộp được. Trang này lấy
từ đúng bảng quyền mà chương trình kiểm tra.</p>`;
const inEnglish = markup`<p>A right comes with an appointment: for the whole commune, or for one unit and the units
below it, from the first day of the appointment to its last. An appointment ends with its unit. After a merger or a
split an appointment at the successor holds for the closed unit, too: its last reports are still handed in. This page
is drawn from the table that the program checks.</p>`;

/** Roles that may act on other days and for others. */
const beyond = ({ language, say }: PageLanguage): Markup => {
  const [earlier, forOthers] = [listed(backdating, language), listed(mayActOnBehalf, language)];
  return say(
    markup`<p>Được ghi lùi ngày: ${earlier}; người ký hoặc ghi lại một văn bản ghi ngày của văn bản cho việc kết thúc
bằng văn bản ấy. Được làm thay một đơn vị, theo phiếu đã ký của đơn vị: ${forOthers}. Chủ tịch có thể ủy quyền một số
việc trong một thời gian. <code>…/actions</code> của một bản ghi nêu các lý do khác chưa làm được một việc: trạng thái
của bản ghi, hoặc việc phải do người khác làm.</p>`,
    markup`<p>The ${earlier} may give an act an earlier legal date; whoever signs or records a paper gives its day to
the act that ends on it. The ${forOthers} may act on behalf of a unit, with its signed sheet. A chairperson may delegate
acts for a time. <code>…/actions</code> of a record names further reasons against an act: the state of the record, or
the rule of four eyes.</p>`,
  );
};

/** Page at `/docs/rights`: the permissions as sentences, which a clerk can check against law and office rules. */
export function rightsPage(of: PageLanguage): string {
  const { language, say, at } = of;
  const title = say('Ai được làm gì (phân quyền)', 'Who may do what');
  const other = say('en', 'vi');
  const sees = (role: Role) => (narrowerSight[role] ?? sightSentences[audienceOf[role]])[language];
  return page({
    language,
    title: `thidua – ${title}`,
    of: 'text',
    body: markup`<header><h1>${title}</h1>
<nav aria-label="${say('Các trang', 'Pages')}"><ul><li><a href="${at('/')}">${say('Trang đầu', 'Home')}</a></li>
<li><a href="${at('/docs')}">API</a></li>
<li><a href="/docs/rights?lang=${other}" lang="${other}">${say('English', 'Tiếng Việt')}</a></li></ul></nav></header>
<main>
<nav aria-label="${say('Lĩnh vực', 'Areas')}"><ul>${areas.map(
      (area) => markup`<li><a href="#area-${area}">${capital(areaWords[area][language])}</a></li>\n`,
    )}</ul></nav>
${say(inVietnamese, inEnglish)}
<ul>
${roles.map((role) => markup`<li>${capital(roleWords[role][language])}: ${sees(role)}</li>\n`)}
</ul>
${beyond(of)}
${areas.map((area) => tableOf(area, of))}
</main>`,
  });
}
