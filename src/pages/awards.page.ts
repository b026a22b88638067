import type { Award } from '../commendations/award.entity.js';
import { grouped } from '../database/batch.js';
import type { BoardContent } from './board-content.js';
import { inDigits } from './digits.js';
import { markup, type Markup } from './markup.js';
import { sayIn } from './say.js';

/** Awards of the year by form. A form opens to its recipients, each leading to the page that verifies the award. */
export function awardsCard({ asked: { language }, awards, year }: BoardContent): Markup {
  const say = sayIn(language);
  const awardsOf = grouped(awards, ({ formName }) => [formName]);
  const formHtml = (form: string) => {
    const given = awardsOf(form);
    const { ofForm = 0 } = given[0] ?? {};
    const [all, more] = [ofForm, ofForm - given.length].map((count) => inDigits(String(count), language));
    return markup`<details><summary>${form} <b>(${all})</b></summary>
<ul class="recipients">${given.map(recipient)}${
      ofForm > given.length && markup`<li class="quiet">${say(`và ${more} khen thưởng khác`, `and ${more} more`)}</li>`
    }</ul></details>
`;
  };
  const forms = [...new Set(awards.map(({ formName }) => formName))];
  return markup`<section class="card">
<h2>${say(`Khen thưởng năm ${year}`, `Awards of ${year}`)}</h2>
${forms.length === 0 ? markup`<p>${say('Chưa có khen thưởng nào.', 'There are none yet.')}</p>` : forms.map(formHtml)}
</section>`;
}

const recipient = ({ verificationCode, recipientName }: Award) =>
  markup`<li><a href="/verify/${encodeURIComponent(verificationCode)}">${recipientName}</a></li>\n`;
