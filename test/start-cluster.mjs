import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In a process of its own: Nest keeps what it knows of classes on the global object, and Jest would hand that on. */
export default function startCluster() {
  execFileSync('npm', ['run', '--silent', 'build:stale'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const directory = mkdtempSync(join(tmpdir(), 'thidua-test-'));
  chmodSync(directory, 0o755);
  execFileSync(process.execPath, ['test/run-cluster.mjs', directory], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.env.TEST_CLUSTER = join(directory, 'cluster.json');
}
