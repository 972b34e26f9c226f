import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { load, type Load } from './load-generator.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { type Running, startBare } from './server-process.ts';

const seconds = 3;
const turns = 3;

/**
 * Kept pages through the real server process, against node:http sending the same bytes and headers, in turns: a published report, an
 * entry of the directory, and the calendars that programs fetch again and again.
 */
export async function cachedPages(product: Running, folder: string): Promise<Outcome[]> {
  const list = await fetch(`${product.url}/hsds/services?per_page=1`);
  const { contents } = (await list.json()) as { contents: { id: string }[] };
  return [
    ...(await cachedPage(product, folder, { path: '/reports/2024', named: '/reports/2024' })),
    ...(await cachedPage(product, folder, { path: `/services/${contents[0]?.id}`, named: '/services/:id' })),
    ...(await cachedPage(product, folder, { path: '/places/calendar.ics', named: '/places/calendar.ics' })),
    ...(await cachedPage(product, folder, {
      path: await calendarOfOne(product),
      named: '/places/:id/calendar.ics',
    })),
  ];
}

/** The first place that the calendar of all of them tells of. */
async function calendarOfOne({ url }: Running): Promise<string> {
  const calendar = (await (await fetch(`${url}/places/calendar.ics`)).text()).replaceAll('\r\n ', '');
  const page = /\/places\/[0-9a-f-]{36}/.exec(calendar)?.[0];
  if (!page) throw new Error('no place has a session in the next weeks');
  return `${page}/calendar.ics`;
}

async function cachedPage(
  product: Running,
  folder: string,
  { path, named }: { path: string; named: string },
): Promise<Outcome[]> {
  await fetch(product.url + path);
  const file = join(folder, 'answer.json');
  await writeFile(file, JSON.stringify(await answerOf(product.url + path)));
  const bare = await startBare(file);
  const [ours, theirs]: [Load[], Load[]] = [[], []];
  try {
    await load(product.url + path, 1);
    for (let turn = 0; turn < turns; turn += 1) {
      theirs.push(await load(bare.url, seconds));
      ours.push(await load(product.url + path, seconds));
    }
  } finally {
    await bare.stop();
  }
  const rate = (loads: Load[]) => median(loads.map(({ perSecond }) => perSecond));
  const p99 = (loads: Load[]) => median(loads.map((each) => each.p99));
  const ratio = rate(ours) / rate(theirs);
  const slower = p99(ours) / p99(theirs);
  return [
    {
      what: `cached ${named}, requests/s of bare node:http`,
      figure: `${ratio.toFixed(2)} (${rate(ours).toFixed(0)} of ${rate(theirs).toFixed(0)})`,
      goal: '≥ 0.5',
      met: ratio >= 0.5,
    },
    {
      what: `cached ${named}, p99 against bare node:http`,
      figure: `${slower.toFixed(2)}× (${ms(p99(ours))} against ${ms(p99(theirs))})`,
      goal: '< 5×',
      met: slower < 5,
    },
  ];
}

/** The bytes on the wire and the headers, without what node adds by itself. */
export function answerOf(url: string, encoding = 'br'): Promise<{ headers: string[]; body: string }> {
  const added = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
  return new Promise((done, failed) => {
    request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const headers: string[] = [];
        for (let at = 0; at < response.rawHeaders.length; at += 2) {
          const [name = '', value = ''] = response.rawHeaders.slice(at, at + 2);
          if (!added.includes(name.toLowerCase())) headers.push(name, value);
        }
        const body = Buffer.concat(parts).toString('base64');
        if (response.statusCode === 200) done({ headers, body });
        else failed(new Error(`${url} answered ${response.statusCode}`));
      });
    })
      .on('error', failed)
      .end();
  });
}
