import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** At once: what the cluster holds goes with it. */
export default async function stopCluster() {
  const { TEST_CLUSTER: file } = process.env;
  if (await globalThis.testCluster) process.kill(JSON.parse(readFileSync(file, 'utf8')).postmaster, 'SIGQUIT');
  rmSync(dirname(file), { recursive: true, force: true, maxRetries: 20 });
}
