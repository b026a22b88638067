/** Preloaded module of the measured program: on SIGUSR2 it collects garbage and writes the size of the heap. */
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  writeFileSync(`/tmp/thidua-heap-${process.pid}`, String(process.memoryUsage().heapUsed));
});
