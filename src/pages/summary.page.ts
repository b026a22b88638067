import type { Language } from '../api/problem.js';
import { icon } from './badge.js';
import { strip } from './bar.js';
import type { BoardContent, PlanOnBoard, SectionOnBoard } from './board-content.js';
import { states } from './board-words.data.js';
import { inDigits } from './digits.js';
import { markup, type Markup, type Piece } from './markup.js';
import { sayIn } from './say.js';
import { leadersOf, unitName } from './standings-content.js';
import { table } from './table.js';

/** The board in short: it stands first on a screen, and alone on paper. */
export function summary(content: BoardContent): Markup {
  const { asked, planned, awards, year } = content;
  const say = sayIn(asked.language);
  const given = new Map(awards.map(({ formName, ofForm }) => [formName, ofForm]));
  const total = [...given.values()].reduce((sum, count) => sum + count, 0);
  const forms = [...given].map(([form, count]) => ({ cells: [form, inDigits(String(count), asked.language)] }));
  return markup`<div class="summary">
${planned && completion(content, planned)}
<section class="card" aria-label="${say('Báo cáo và khen thưởng', 'Reports and awards')}">
<div class="numbers">${planned && reported(planned, asked.language)}
<div><p class="number">${inDigits(String(total), asked.language)}</p>
<p>${say(`khen thưởng trong năm ${year}`, `awards in ${year}`)}</p></div></div>
${planned && counts(say('Khối', 'Block'), say('Xếp hạng', 'Standings'), leaders(planned, asked.language))}
<div class="paper">${counts(say('Hình thức', 'Form'), say('Số lượng', 'Number'), forms)}</div>
</section>
</div>`;
}

/** The n of N, the states, and the sentence. */
function completion({ asked }: BoardContent, planned: PlanOnBoard): Markup {
  const { achieved, counted, sentence, inEnglish } = planned.overview.completion;
  const say = sayIn(asked.language);
  const share = markup`<p class="share">${achieved}<small>/${counted}</small></p>
<p>${say('chỉ tiêu hoàn thành và hoàn thành vượt mức', 'indicators reached their target')}</p>
${stateCounts(planned.sections, asked.language)}
<p class="sentence">${say(sentence, inEnglish)}</p>
${counts(say('Mục', 'Section'), say('Hoàn thành', 'Reached'), sectionCounts(planned))}`;
  return markup`<section class="card" aria-label="${say('Kết quả chung', 'Result')}">
${counted === 0 ? markup`<p>${say('Chưa có chỉ tiêu nào được tính.', 'No indicator counts.')}</p>` : share}
</section>`;
}

function stateCounts(sections: readonly SectionOnBoard[], language: Language): Markup {
  const counted = sections.flatMap(({ rows }) => rows.filter(({ isCounted }) => isCounted));
  const found = Object.entries(states).flatMap(([state, [shape, tone, word]]) => {
    const count = counted.filter(({ progress }) => progress.state === state).length;
    return count > 0 ? [{ shape, tone, count, word: word[language] }] : [];
  });
  const item = ({ shape, tone, count, word }: (typeof found)[number]) =>
    markup`<li><span class="${tone}">${icon(shape)}</span><b>${count}</b> ${word}</li>\n`;
  return markup`${strip(found)}<ul class="states">${found.map(item)}</ul>`;
}

/** Numbers of units that have reported. Their names are for officials. */
function reported({ completeness }: PlanOnBoard, language: Language): Markup {
  const { units, unitsComplete, missing, returned, estimates, late } = completeness;
  const say = sayIn(language);
  const open = [
    [missing, say('chưa có', 'missing')],
    [returned, say('bị trả lại', 'returned')],
    [estimates, say('ước thực hiện', 'estimated')],
    [late, say('nộp muộn', 'late')],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${inDigits(String(count), language)} ${word}`]));
  return markup`<div><p class="number">${unitsComplete}/${units}</p>
<p>${say('đơn vị đã báo cáo đủ', 'units have reported everything')}</p>
${open.length > 0 && markup`<p class="quiet">${say('Số liệu', 'Figures')}: ${open.join('; ')}.</p>`}</div>`;
}

/** The leaders of each block, which leads to its table: of more than three equals their number. */
const leaders = ({ standings: { tables } }: PlanOnBoard, language: Language) =>
  tables.map((each) => {
    const say = sayIn(language);
    const first = leadersOf(each);
    const names = first.map((row) => unitName(row, each.names)).join(', ');
    const named = first.length > 3 ? say(`${first.length} đơn vị đồng hạng`, `${first.length} equals`) : names;
    const points = `(${inDigits(first[0]?.points ?? '0', language)} ${say('điểm', 'points')})`;
    const leading =
      first.length > 0
        ? `${named} ${say('dẫn đầu', 'leading')} ${points}`
        : say('chưa đủ dữ liệu', 'not enough is known');
    return { cells: [markup`<a href="#${each.id}">${each.rows[0].blockName}</a>`, leading] };
  });

/** The n of N of each section that has indicators to count. */
const sectionCounts = ({ sections }: PlanOnBoard) =>
  sections
    .filter(({ counted }) => counted > 0)
    .map(({ title, achieved, counted }) => ({ cells: [title, `${achieved}/${counted}`] }));

/** Numbers by name; nothing where there are none. */
const counts = (name: string, number: string, rows: readonly { cells: readonly Piece[] }[]) =>
  rows.length > 0 &&
  table({
    of: 'counts',
    columns: [
      { heading: name, isRowHeading: true },
      { heading: number, of: 'figure' },
    ],
    rows,
  });
