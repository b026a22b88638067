import { readdirSync, readFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');
const section = (title: string) => readme.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? '';
const folders = readdirSync('src', { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);

it.each([
  ['The code', (name: string) => `${name}/\``],
  ['Import order', (name: string) => `\`${name}\``],
])('in "%s"', (title, written) => {
  expect(folders.length).toBeGreaterThan(10);
  expect(folders.filter((name) => !section(title).includes(written(name)))).toEqual([]);
});
