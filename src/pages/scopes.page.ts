import { areaWords } from '../access/operation-words.data.js';
import { permissions, scopeOf, scopes, type Area, type OperationId } from '../access/permissions.js';
import { markup, type Markup } from './markup.js';
import type { PageLanguage } from './page-language.js';
import { capital } from './say.js';
import { table } from './table.js';

const operations = Object.keys(permissions) as OperationId[];

/** Scopes of keys, each with what it opens. */
export function scopesTable({ language, say, at }: PageLanguage): Markup {
  const opens = (scope: string) => {
    const [area, access] = scope.split(':') as [Area, 'read' | 'write'];
    const verb = access === 'read' ? say('đọc', 'read') : say('ghi', 'write');
    const values = say('; thấy dữ liệu cá nhân trong mọi câu trả lời', '; personal values in any answer');
    return capital(`${verb}: ${areaWords[area][language]}${scope === 'personal:read' ? values : ''}`);
  };
  const codes = (scope: string) =>
    operations
      .filter((operation) => scopeOf(operation) === scope)
      .map((operation) => markup`<a href="${at(`/docs/rights#${operation}`)}"><code>${operation}</code></a> `);
  const rows = scopes.map((scope) => ({
    id: `scope-${scope.replace(':', '-')}`,
    cells: [markup`<code>${scope}</code>`, opens(scope), codes(scope)],
  }));
  const columns = [
    { heading: say('Phạm vi', 'Scope'), isRowHeading: true },
    { heading: say('Mở ra', 'Opens') },
    { heading: say('Thao tác', 'Operations') },
  ];
  return table({ of: 'listed', columns, rows });
}
