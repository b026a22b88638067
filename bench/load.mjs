/** Load generator in a process of its own: autocannon over keep-alive connections. Answers requests a second. */
import autocannon from 'autocannon';

process.on('message', async ({ url, method, headers, body, requests, connections, seconds, amount }) => {
  const run = autocannon({
    url,
    method,
    headers,
    body,
    requests,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
  });
  // Refusals are fast: counted in, they would hide slow answers.
  const accepted = [];
  run.on('response', (_, status, __, milliseconds) => void (status < 400 && accepted.push(milliseconds)));
  const done = await run;
  const at = (share) => accepted[Math.ceil(share * accepted.length) - 1];
  accepted.sort((a, b) => a - b);
  process.send({
    rate: done['2xx'] + (done.statusCodeStats[304]?.count ?? 0),
    seconds: done.duration,
    p50: at(0.5),
    p99: at(0.99),
    errors: done.errors + done.timeouts,
    statuses: Object.fromEntries(Object.entries(done.statusCodeStats).map(([status, { count }]) => [status, count])),
  });
});
