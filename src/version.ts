import { existsSync, readFileSync } from 'node:fs';

/** Version in package.json, which stands beside `src` and beside `dist`. */
export const version = versionOf(
  ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((file) => existsSync(file)),
);

function versionOf(file: URL | undefined): string {
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
}
