import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const markdown = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(directory, name));
const living = [...markdown('.'), ...markdown('docs')];
/** A decision names files as they were on its day. */
const documents = [...living, ...markdown('docs/decisions')];
const texts = new Map(documents.map((file) => [file, readFileSync(file, 'utf8')]));

/** Headings as GitHub makes them targets of links. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

function leads(file: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  return existsSync(target) && (anchor === undefined || anchors(readFileSync(target, 'utf8')).includes(anchor));
}

it('links lead to files and headings', () => {
  const links = [...texts].flatMap(([file, text]) =>
    [...text.replace(/`[^`\n]+`/g, '').matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(
      ([, link = '']) => [file, link] as const,
    ),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter(([file, link]) => !leads(file, link))).toEqual([]);
});

it('paths of the tree exist', () => {
  const paths = living.flatMap((file) =>
    [...(texts.get(file) ?? '').matchAll(/`((?:src|test|docs|migrations|bench|examples)\/[\w./-]+)`/g)].map(
      ([, path = '']) => [file, path] as const,
    ),
  );
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter(([, path]) => !existsSync(path))).toEqual([]);
});

it('files in the labels of diagrams exist under src', () => {
  const files = living.flatMap((document) =>
    [...(texts.get(document) ?? '').matchAll(/^```mermaid\n([^]*?)^```/gm)].flatMap(([, diagram = '']) =>
      [...diagram.matchAll(/(?<![\w*./-])[\w./-]+\.ts\b/g)].map(([file]) => [document, file] as const),
    ),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(([, file]) => !existsSync(join('src', file)))).toEqual([]);
});

describe('the README names every folder of src', () => {
  const section = (title: string) =>
    texts
      .get('README.md')
      ?.split(/^## /m)
      .find((each) => each.startsWith(`${title}\n`));
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);

  it.each([
    ['The code', (name: string) => `${name}/\``],
    ['Import order', (name: string) => `\`${name}\``],
  ])('in "%s"', (title, written) => {
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((name) => !section(title)?.includes(written(name)))).toEqual([]);
  });
});
