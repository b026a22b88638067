/** The load, in a process of its own: autocannon over keep-alive connections. Asked by message, answers requests a second; `requests` are sent in turn. */
import autocannon from 'autocannon';

process.on('message', async ({ url, method, headers, body, requests, connections, seconds, amount }) => {
  const done = await autocannon({ url, method, headers, body, requests, connections, ...(amount ? { amount } : { duration: seconds }) });
  process.send({ rate: done['2xx'] + (done.statusCodeStats[304]?.count ?? 0), seconds: done.duration, p50: done.latency.p50, p99: done.latency.p99, errors: done.errors + done.timeouts, statuses: Object.fromEntries(Object.entries(done.statusCodeStats).map(([status, { count }]) => [status, count])) });
});
