import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the cluster, and does not wait for it: the tests of pure functions run while its sample is loaded. In a process
 * of its own: Nest keeps what it knows of classes on the global object, and Jest would hand that on.
 */
export default function startCluster() {
  execFileSync('npm', ['run', '--silent', 'build:stale'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const directory = mkdtempSync(join(tmpdir(), 'thidua-test-'));
  chmodSync(directory, 0o755);
  const file = join(directory, 'cluster.json');
  process.env.TEST_CLUSTER = file;
  const child = spawn(process.execPath, ['test/run-cluster.mjs', directory], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  globalThis.testCluster = new Promise((ended) => {
    child.once('exit', (code) => {
      if (code !== 0) writeFileSync(`${file}.failed`, '');
      ended(code === 0);
    });
  });
}
