import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run release`: copies the committed contract to docs/released/VERSION, the version being that of package.json,
 * and turns `Unreleased` of CHANGELOG.md into the heading of this version. `prerelease` has checked that the contract
 * is what the program serves.
 */

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const directory = `docs/released/${version}`;
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const heading = '## [Unreleased]\n';
const unreleased = changelog.split(/^(?=## )/m).find((section) => section.startsWith(heading)) ?? '';

function demand(holds, otherwise) {
  if (holds) return;
  console.error(otherwise);
  process.exit(1);
}

demand(!existsSync(directory), `${version} is released already: raise the version in package.json first.`);
demand(/^- /m.test(unreleased), 'CHANGELOG.md has no line under "## [Unreleased]".');

mkdirSync(directory, { recursive: true });
for (const file of ['openapi.json', 'schema.graphql']) cpSync(file, `${directory}/${file}`);
const today = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', changelog.replace(heading, `${heading}\n## [${version}] - ${today}\n`));
console.log(`${directory} is written, and ${version} has its heading in CHANGELOG.md: commit both.`);
