/** Processor time that the system counted for a program and for PostgreSQL, in µs (Linux). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = (path) => readFileSync(path, 'utf8').split('\n');

/** Time of all threads of a process; 0 once it has ended. */
function timeOf(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce(
      (sum, thread) => sum + Number(lines(`/proc/${pid}/task/${thread}/schedstat`)[0].split(' ')[0]) / 1000,
      0,
    );
  } catch {
    return 0;
  }
}

/** Processes that a process has started. */
const childrenOf = (pid) => lines(`/proc/${pid}/task/${pid}/children`)[0].trim().split(' ').filter(Boolean);

/** Reads the time of one program and of the cluster's processes, so that two readings tell what lay between. */
export function meter(directory, pid) {
  const postmaster = lines(join(directory, 'postgres/postmaster.pid'))[0];
  return () => ({ node: timeOf(pid), postgres: childrenOf(postmaster).reduce((sum, child) => sum + timeOf(child), 0) });
}
