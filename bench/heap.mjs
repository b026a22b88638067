/** Loaded into the measured program: on SIGUSR2 it collects its garbage and writes down what is left. */
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  writeFileSync(`/tmp/thidua-heap-${process.pid}`, String(process.memoryUsage().heapUsed));
});
