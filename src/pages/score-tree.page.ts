import type { Language } from '../api/problem.js';
import type { ScoreNode } from '../standings/scored.js';
import { nodesOf } from '../standings/subject.rules.js';
import { bar } from './bar.js';
import { inDigits } from './digits.js';
import { markup, type Markup, type Piece } from './markup.js';
import { sayIn } from './say.js';
import { lineInWords, type Telling } from './score-words.js';
import { unitName, type StandingShown } from './standings-content.js';

/** The leader of a block: name, and points by line. */
interface Leader {
  name: string;
  points: ReadonlyMap<string, string | null>;
}

/** The lines of a score, each below the one it counts for. `ahead`: the row whose points are told beside. */
export function scoreTree(tree: ScoreNode, telling: Telling, ahead?: StandingShown): Markup {
  const leader = ahead && {
    name: unitName(ahead, telling.names),
    points: new Map(nodesOf(ahead.tree).map(({ code, points }) => [code, points])),
  };
  return markup`<ul class="score">${scoreLine(tree, telling, leader)}</ul>`;
}

function scoreLine(node: ScoreNode, telling: Telling, leader?: Leader): Markup {
  const { language } = telling;
  const best = leader?.points.get(node.code) ?? null;
  const beside =
    leader && best !== null && best !== node.points
      ? [`${leader.name}, ${sayIn(language)('dẫn đầu', 'the leader')}: ${inDigits(best, language)}`]
      : [];
  const told = [...beside, ...lineInWords(node, telling)];
  const below = node.children.map((child) => scoreLine(child, telling, leader));
  return markup`<li><p class="criterion"><span>${node.part === 'ITEM' && `${itemKind(node, language)}: `}${node.name}${
    node.restsOn !== null && markup` <small>(${node.restsOn})</small>`
  }</span><b>${pointsInWords(node, language)}</b></p>
${pointsBar(node, language)}
<ul class="quiet">${told.map((sentence) => markup`<li>${sentence}</li>\n`)}</ul>
${below.length > 0 && markup`<ul>${below}</ul>`}</li>
`;
}

function itemKind({ points, max }: ScoreNode, language: Language): string {
  const say = sayIn(language);
  if (points?.startsWith('-')) return say('Điểm trừ', 'Deduction');
  if (Number(max) > 0) return say('Điểm thưởng', 'Bonus');
  return say('Điểm thưởng, điểm trừ', 'Bonus or deduction');
}

/** Points of a line: `24,7/100`; where they are not known, what is known of them. */
function pointsInWords({ points, known, max, part }: ScoreNode, language: Language): Piece {
  const say = sayIn(language);
  const of = max !== null && part === 'CRITERION' && markup`<small>/${inDigits(max, language)}</small>`;
  if (points !== null) return markup`${inDigits(points, language)}${of}`;
  const unknown = say('Chưa đủ dữ liệu', 'Not enough is known');
  if (known === '0') return markup`<small>${unknown}</small>`;
  return markup`<small>${unknown}; ${say('đã có', 'so far')} ${inDigits(known, language)}</small>${of}`;
}

/** Points against the maximum of a criterion, drawn. */
export function pointsBar({ points, max, part }: ScoreNode, language: Language): Piece {
  if (points === null || max === null || part === 'ITEM' || Number(max) <= 0) return null;
  const [reached, most] = [inDigits(points, language), inDigits(max, language)];
  const label = sayIn(language)(`${reached} trên ${most} điểm`, `${reached} of ${most} points`);
  return bar(String((Number(points) / Number(max)) * 100), label);
}
