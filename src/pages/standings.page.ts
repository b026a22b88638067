import type { Language } from '../api/problem.js';
import { badge } from './badge.js';
import { addressOf, type BoardContent } from './board-content.js';
import { inDigits } from './digits.js';
import { markup, type Markup, type Piece } from './markup.js';
import { dayInWords, periodInWords } from './period-words.js';
import { classInWords } from './reason-words.js';
import { sayIn } from './say.js';
import { pointsBar, scoreTree } from './score-tree.page.js';
import type { Telling } from './score-words.js';
import { leadersOf, unitName, type StandingShown, type TableOnBoard } from './standings-content.js';

/** The published tables of the period, a card for each scheme and block; each unit opens to its score tree. */
export function standingsCards({ asked, planned }: BoardContent): Piece {
  if (!planned) return null;
  const { tables, elsewhere } = planned.standings;
  const { language } = asked;
  if (tables.length > 0) return tables.map((table) => tableCard(table, language));
  const link = (period: string) =>
    markup`<li><a href="${addressOf(asked, { period })}">${periodInWords(period, language)}</a></li>\n`;
  return (
    elsewhere.length > 0 &&
    markup`<section class="card">
<h2>${sayIn(language)('Xếp hạng, xếp loại đã công bố của các kỳ khác', 'Published standings of other periods')}</h2>
<ul>${elsewhere.map(link)}</ul>
</section>
`
  );
}

function tableCard(table: TableOnBoard, language: Language): Markup {
  const { id, schemeName, rows } = table;
  const [{ blockName, period, number, replaces, publishedOn }] = rows;
  const say = sayIn(language);
  const day = dayInWords(publishedOn, language);
  const published = say(
    `Bảng công bố số ${number}${replaces === null ? '' : `, thay bảng số ${replaces}`}, ngày ${day}`,
    `Table number ${number}${replaces === null ? '' : `, in place of number ${replaces}`}, published on ${day}`,
  );
  return markup`<section class="card" id="${id}">
<h2>${say('Xếp hạng', 'Standings')} – ${blockName}, ${periodInWords(period, language)}</h2>
<p class="quiet">${schemeName !== undefined && markup`${schemeName}. `}${published}.
${say('Mở từng đơn vị để xem cách tính.', 'Open a unit to see how its points came about.')}</p>
<ol class="ranking">${rows.map((row) => rankedUnit(row, table, language))}</ol>
</section>
`;
}

/** A row of the table, which opens to the reasons of its class and the score tree. */
function rankedUnit(row: StandingShown, table: TableOnBoard, language: Language): Markup {
  const telling: Telling = { row, names: table.names, language };
  const [leader] = leadersOf(table);
  const reasons = classInWords(telling);
  return markup`<li><details><summary><span class="ranked">${ranked(row, table, language)}</span></summary>
<div>${reasons.length > 0 && markup`<ul class="quiet">${reasons.map((each) => markup`<li>${each}</li>\n`)}</ul>`}
${scoreTree(row.tree, telling, leader === row ? undefined : leader)}</div></details></li>
`;
}

/** Rank, name, points and class. */
function ranked(row: StandingShown, { rows, names }: TableOnBoard, language: Language): Markup {
  const { rank, points, className, reasons, tree } = row;
  const say = sayIn(language);
  const isShared = rank !== null && rows.some((other) => other !== row && other.rank === rank);
  const shared = isShared && markup` <small>(${say('đồng hạng', 'shared rank')})</small>`;
  const place = rank === null ? '–' : markup`<span class="for-ears">${say('Hạng', 'Rank')} </span>${rank}`;
  const state =
    points === null
      ? badge('none', 'doubt', say('Chưa đủ dữ liệu', 'Not enough is known'))
      : (className ?? (reasons.length > 0 && badge('cross', 'quiet', say('Không xếp loại', 'Not classed'))));
  return markup`<b class="rank">${place}</b>
<span class="unit">${unitName(row, names)}${shared}</span>
<span class="points">${points !== null && markup`<b>${inDigits(points, language)}</b> ${say('điểm', 'points')}`}</span>
<span class="class">${state}</span>
<span class="gauge">${pointsBar(tree, language)}</span>`;
}
