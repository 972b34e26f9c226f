import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job, JobTools } from '#platform/jobs.ts';
import type { Ask } from './ask.ts';
import { afterAnswer, type LinkAnswer } from './rules.ts';
import { deleteOtherLinkChecks, listLinkChecks, listShownContents, saveLinkCheck } from './store.ts';
import { urlsOf } from './urls.ts';

interface LinkCheckSettings {
  /** LINK_CHECK=0: nothing is asked. */
  readonly enabled: boolean;
  readonly ask: Ask;
  /** Between two questions to the same host. */
  readonly pauseMs?: number;
  /** Hosts at the same time. */
  readonly hosts?: number;
  /** Of one host in one night; the rest waits for the next. */
  readonly mostPerHost?: number;
}

const partSize = 500;

/** Asks every night, at 02:00 in Tokyo, how the addresses in published entries answer. */
export function linkJobs(settings: LinkCheckSettings): readonly [Job<unknown>] {
  return [
    {
      name: 'link.check',
      cron: '0 17 * * *',
      run: (tools) => (settings.enabled ? checkLinks(tools, settings) : Promise.resolve()),
    },
  ];
}

async function checkLinks(tools: JobTools, settings: LinkCheckSettings): Promise<void> {
  const { hosts = 6, mostPerHost = 1500 } = settings;
  const links = await gatherLinks(tools);
  const queue = [...Map.groupBy(links, ({ url }) => hostOf(url)).values()].map((ofHost) =>
    ofHost.toSorted((a, b) => a.checkedAt - b.checkedAt).slice(0, mostPerHost),
  );
  let failing = 0;
  const work = async () => {
    for (let ofHost = queue.shift(); ofHost; ofHost = queue.shift())
      failing += await checkHost(tools, ofHost, settings);
  };
  await Promise.all(Array.from({ length: hosts }, work));
  tools.log.info({ job: 'link.check', links: links.length, failing }, 'links checked');
}

interface Link {
  readonly url: string;
  readonly serviceIds: readonly string[];
  /** When it was last asked; 0: never. */
  readonly checkedAt: number;
}

/** Every address once, with the entries that show it. What no entry shows any more is forgotten. */
async function gatherLinks({ db, who }: JobTools): Promise<readonly Link[]> {
  const found = new Map<string, { serviceIds: string[]; checkedAt: number }>();
  const shown = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const part = await inTransaction(db, who, async (tx) => {
      const contents = await listShownContents(tx, { after, limit: partSize });
      return {
        contents,
        checks: await listLinkChecks(
          tx,
          contents.map(({ serviceId }) => serviceId),
        ),
      };
    });
    for (const { serviceId, content } of part.contents)
      for (const url of urlsOf(content)) {
        const link = found.get(url) ?? { serviceIds: [], checkedAt: 0 };
        const check = part.checks.find((each) => each.serviceId === serviceId && each.url === url);
        link.serviceIds.push(serviceId);
        link.checkedAt = Math.max(link.checkedAt, check?.checkedAt.getTime() ?? 0);
        found.set(url, link);
        shown.add(`${serviceId} ${url}`);
      }
    after = part.contents.at(-1)?.serviceId;
    if (part.contents.length < partSize) break;
  }
  await inTransaction(db, who, (tx) => deleteOtherLinkChecks(tx, shown));
  return [...found].map(([url, link]) => ({ url, ...link }));
}

/** One address of a host after the other, with a pause. Gives how many failed. */
async function checkHost(
  tools: JobTools,
  links: readonly Link[],
  { ask, pauseMs = 1000 }: LinkCheckSettings,
): Promise<number> {
  let failing = 0;
  for (const [index, link] of links.entries()) {
    if (index > 0 && pauseMs > 0) await new Promise((later) => setTimeout(later, pauseMs));
    const answer = await ask(link.url);
    if (answer.outcome !== 'ok') failing += 1;
    await keepAnswer(tools, link, answer);
  }
  return failing;
}

async function keepAnswer(
  { db, who, now }: JobTools,
  { url, serviceIds }: Link,
  answer: LinkAnswer,
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const known = await listLinkChecks(tx, serviceIds);
    for (const serviceId of serviceIds) {
      const before = known.find((check) => check.serviceId === serviceId && check.url === url);
      await saveLinkCheck(tx, {
        serviceId,
        url,
        checkedAt: now,
        outcome: answer.outcome,
        httpStatus: answer.status ?? null,
        ...afterAnswer(before, answer, tokyoDay(now)),
      });
    }
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
