import { awardsCard } from './awards.page.js';
import { addressOf, type BoardAsked, type BoardContent, type PlanOnBoard } from './board-content.js';
import { changesCard } from './changes.page.js';
import { indicatorSections } from './indicators.page.js';
import { page } from './layout.js';
import { markup, type Markup, type Piece } from './markup.js';
import { dayInWords, periodInWords } from './period-words.js';
import { capital, sayIn } from './say.js';
import { standingsCards } from './standings.page.js';
import { summary } from './summary.page.js';

/** The board of a commune (bảng theo dõi thi đua): what the public may see of its year. `below` ends the page. */
export function boardPage(content: BoardContent, below: Piece = null): string {
  const { asked, commune, planned } = content;
  const { language, view } = asked;
  return page({
    language,
    title: sayIn(language)(`Thi đua – ${commune.name}`, `Emulation – ${commune.name}`),
    of: 'board',
    isWide: view === 'wide',
    body: markup`${top(content)}
<main>
${summary(content)}
<div class="sections">
${planned && indicatorSections(planned, language)}
${standingsCards(content)}
${awardsCard(content)}
${changesCard(content)}
</div>
</main>
<footer class="quiet">${below}${links(asked)}</footer>`,
  });
}

function top(content: BoardContent): Markup {
  const { asked, commune, planned, asOf } = content;
  const say = sayIn(asked.language);
  const day = dayInWords(asOf, asked.language);
  const invented = say('Dữ liệu mẫu: số liệu và khen thưởng là giả định.', 'Sample: figures and awards are invented.');
  const known = say(`số liệu đã phê duyệt đến ngày ${day}`, `as approved by ${day}`);
  return markup`<header class="top">
<div><h1>${capital(commune.name)}</h1>
${
  planned
    ? markup`<p>${planned.plan.title}</p>
<p class="quiet">${capital(periodInWords(planned.period, asked.language))} · ${known}</p>`
    : markup`<p>${say('Chưa có kế hoạch nào được ban hành.', 'No plan has been issued.')}</p>`
}
${commune.invented && markup`<p class="quiet">${invented}</p>`}</div>
<nav aria-label="${say('Kỳ và ngày', 'Period and day')}">
${planned && periods(asked, planned)}
${dayForm(content)}
</nav>
</header>`;
}

/** Links to the parts of the year, and to other years. */
function periods(asked: BoardAsked, { plan: { year }, period, years }: PlanOnBoard): Markup {
  const say = sayIn(asked.language);
  const link = (to: string, text: string) => {
    const current = to === period && markup` aria-current="page"`;
    return markup`<li><a href="${addressOf(asked, { period: to })}"${current}>${text}</a></li>\n`;
  };
  return markup`<ul>
${link(`${year}-Q1`, say('Quý I', 'First quarter'))}${link(`${year}-H1`, say('6 tháng', 'Half a year'))}
${link(`${year}-9M`, say('9 tháng', 'Nine months'))}${link(String(year), say('Cả năm', 'Whole year'))}
</ul>
${years.length > 1 && markup`<ul>${years.map((each) => link(String(each), say(`Năm ${each}`, String(each))))}</ul>`}`;
}

function dayForm({ asked, asOf, today }: BoardContent): Markup {
  const say = sayIn(asked.language);
  const { commune, period, view, lang } = asked;
  const kept = Object.entries({ period, view, lang }).map(
    ([name, value]) => value !== undefined && markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`<form action="/communes/${encodeURIComponent(commune)}">${kept}
<label class="quiet" for="date">${say('Đến ngày', 'By')}</label>
<input type="date" id="date" name="date" value="${asOf}" max="${today}"><button>${say('Xem', 'Show')}</button></form>`;
}

function links(asked: BoardAsked): Markup {
  const say = sayIn(asked.language);
  const isWide = asked.view === 'wide';
  const other = asked.language === 'vi' ? 'en' : 'vi';
  return markup`<p><a href="${addressOf(asked, { lang: other })}" lang="${other}">${say('English', 'Tiếng Việt')}</a> ·
<a href="${addressOf(asked, { view: isWide ? undefined : 'wide' })}">${
    isWide ? say('Chữ thường', 'Usual text') : say('Chữ lớn cho màn hình phòng họp', 'Large text for a meeting room')
  }</a> · <a href="${asked.lang === undefined ? '/' : `/?lang=${asked.lang}`}">${say('Trang đầu', 'Home')}</a></p>`;
}
