import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

export default function stopCluster() {
  const directory = dirname(process.env.TEST_CLUSTER);
  execFileSync(process.execPath, ['test/run-cluster.mjs', 'stop', directory], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  rmSync(directory, { recursive: true, force: true });
}
