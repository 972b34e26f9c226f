import autocannon from 'autocannon';

/**
 * Asks many URLs of one server from 16 connections for some seconds, each connection its own share of them: what is kept by
 * URL is never asked for twice. Run as a process of its own: `many-urls.ts <server> <path with {n}> <seconds>`.
 */
const [server = '', path = '', seconds = '3'] = process.argv.slice(2);
const connections = 16;
const share = 4000;
let client = 0;

const result = await autocannon({
  url: server,
  connections,
  duration: Number(seconds),
  setupClient: (each) => {
    const first = share * client++;
    each.setRequests(
      Array.from({ length: share }, (_, at) => ({
        method: 'GET' as const,
        path: path.replaceAll('{n}', String(first + at)).replace('{page}', String(((first + at) % 200) + 1)),
      })),
    );
  },
});
process.stdout.write(
  JSON.stringify({
    perSecond: result.requests.average,
    p99: Math.max(0.5, result.latency.p99),
    failed: result.non2xx + result.errors,
  }),
);
