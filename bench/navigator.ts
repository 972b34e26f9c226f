import type { Running } from './server-process.ts';
import type { Outcome } from './outcome.ts';

const warmUp = 100;
const answers = 300;
const limitMs = 5;

/** CPU of the server process for one answer of the conversation, HTTP and all: the rules, the entries it names, and their page. */
export async function navigator(product: Running): Promise<Outcome[]> {
  const body = new URLSearchParams({
    'worry[]': 'rent_loan',
    words: '家賃を3か月滞納しています。仕事もなくなりました',
    municipality: '14382',
    urgency: 'days',
    go: 'result',
    on: 'place',
  });
  const headers = { 'sec-fetch-site': 'same-origin', origin: product.url };
  const answer = async () => {
    const response = await fetch(`${product.url}/navigator`, { method: 'POST', headers, body });
    const page = await response.text();
    if (response.status !== 200)
      throw new Error(`the navigator answered ${response.status}: ${page.slice(0, 200)}`);
  };
  for (let turn = 0; turn < warmUp; turn += 1) await answer();
  const before = product.cpuMs();
  for (let turn = 0; turn < answers; turn += 1) await answer();
  const each = (product.cpuMs() - before) / answers;
  return [
    {
      what: 'CPU of an answer of the navigator',
      figure: `${each.toFixed(2)} ms`,
      goal: `< ${limitMs} ms`,
      met: each < limitMs,
    },
  ];
}
