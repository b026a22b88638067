import { paperKinds } from '../../src/catalogue/paper-kind.js';
import { left } from '../../src/papers/block.rules.js';
import { docxOf } from '../../src/papers/docx.js';
import { a4 } from '../../src/papers/paper.js';
import { templateFields } from '../../src/templates/template-fields.data.js';
import { as, type TestApp } from '../app.js';
import { file } from '../files.js';
import { upload } from '../uploads.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
let made = 0;

/** Maker of a valid request that sets a template: of another paper each time, as a commune has one template of each. */
export function templateMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  return {
    setPaperTemplate: async () => {
      const kind = paperKinds[made++ % paperKinds.length]!;
      const { demanded, lists } = templateFields[kind];
      const fields = demanded.map((name) => (Object.hasOwn(lists, name) ? `{#${name}}{/${name}}` : `{${name}}`));
      const uploaded = async (title: string): Promise<{ file: string }> => {
        const blocks = [title, ...fields].map((text) => left({ text }));
        const bytes = docxOf({ title, author: '', day: null, sections: [{ page: a4, numbered: true, blocks }] });
        return { file: (await upload(test, 'clerk', [file('mau.docx', bytes)])).body.id };
      };
      const path = `/v1/communes/${commune}/paper-templates`;
      const { body } = await test.http().get(path).set(as(test, 'clerk')).expect(200);
      const held: { kind: string; version: number } | undefined = body.items.find(
        (each: { kind: string }) => each.kind === kind,
      );
      const { body: set } = await test
        .http()
        .put(`${path}/${kind}`)
        .set({ ...as(test, 'clerk'), ...(held ? { 'if-match': `"${held.version}"` } : { 'if-none-match': '*' }) })
        .send(await uploaded(`Mẫu ${made}`))
        .expect(held ? 200 : 201);
      const [input, other] = [await uploaded('Mẫu mới'), await uploaded('Mẫu khác')];
      return { actor: 'clerk', path: { kind }, version: set.version, input, other };
    },
  };
}
