import { expect, test } from 'vitest';
import { everyone, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { outbox } from '#platform/mail/tables.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { beginSession } from '#platform/sign-in/sessions.ts';
import { directoryKeeper } from '#areas/directory/access.ts';
import { inventedFlow, makeNavigator } from '#areas/directory/navigator/fixtures.ts';
import { sealService } from '#areas/directory/services/actions.ts';
import {
  exampleChannel,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
  makeService,
} from '#areas/directory/services/fixtures.ts';
import { testApp } from './app.testing.ts';
import { roles, routes, tsunagi } from './app.tsx';

const app = await testApp({ REQUESTS_PER_MINUTE: '100000' });
const it = system('test');

/** Nothing of this may come out anywhere: how it is called, where it is. */
const marks = /ザクロ|Zakuro|zakuro|0120-?000-?987|石榴|35\.98765|139\.12345|9-8-7/;
/** Who runs it, and nothing else: that there is such a group is known to those who keep the list of organisations. */
const group = /秋のかすみ会|Kasumi Autumn/;

await makeMunicipalities(app.db);
const keepers = await makeOwner(app.db, { nameJa: '秋のかすみ会', nameEn: 'Kasumi Autumn' });
const place = exampleLocation({
  name: '石榴の家',
  municipality: '99302',
  postalCode: '0000987',
  town: '石榴町',
  line: '9-8-7',
  latitude: 35.98765,
  longitude: 139.12345,
  transportation: '石榴駅から歩いて5分',
});
const { serviceId } = await makeService(app.db, {
  organisationId: keepers,
  code: 'shelter',
  content: {
    kind: 'place',
    placeTypes: ['salon'],
    name: { ja: 'ザクロの家', en: 'Zakuro House' },
    nameKana: 'ザクロノイエ',
    summary: { ja: 'ザクロの家に泊まれます', en: 'Stay at Zakuro House' },
    description: { ja: '石榴町にあります' },
    website: 'https://zakuro.example.jp/',
    email: 'ie@zakuro.example.jp',
    topics: ['housing', 'no_food'],
    keywords: ['仮の宿'],
    areas: ['99302'],
    channels: [exampleChannel({ value: '0120-000-987' })],
    hours: { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] },
    languages: [{ id: crypto.randomUUID(), code: 'th', note: '' }],
    locations: [place],
  },
});
const [housing] = inventedFlow.topics.filter(({ value }) => value === 'housing');
if (!housing) throw new Error('no topic');
const others = inventedFlow.topics.filter((topic) => topic !== housing);
await makeNavigator(app.db, {
  ...inventedFlow,
  topics: [...others, { ...housing, now: ['shelter', ...(housing.now ?? [])] }],
});

/** Every role but the one that keeps the whole directory, each at an organisation of its own. */
async function everybodyElse(): Promise<string> {
  return inTransaction(app.db, it, async (tx) => {
    const memberships: { organisationId: string; role: string }[] = [];
    for (const role of roles.filter(({ name }) => name !== directoryKeeper.name)) {
      const kind = role.at[0] ?? 'bureau';
      const organisationId = await insertOrganisation(tx, { kind, code: role.name, nameJa: role.words.ja });
      memberships.push({ organisationId, role: role.name });
    }
    const personId = await insertPerson(tx, { email: 'all@example.jp', name: '試験 全員', memberships });
    const session = { personId, method: 'password', secondFactor: true, device: 'test' } as const;
    return `session=${await beginSession(tx, session, new Date())}`;
  });
}

const logged: string[] = [];
const write = (...args: unknown[]) => void logged.push(JSON.stringify(args));
const log = { info: write, error: write, warn: write, debug: write } as unknown as typeof app.tools.log;
const { hono } = await tsunagi({ db: app.db, tools: { ...app.tools, log } });
const staff = await everybodyElse();

const ids = [serviceId, place.id, place.serviceAtLocationId, keepers];
const values: Readonly<Record<string, readonly string[]>> = {
  id: ids,
  serviceId: [serviceId],
  year: ['2024'],
  number: ['1'],
  part: ['basics'],
  version: ['1'],
  kind: ['place'],
  name: ['facility', 'scheme'],
};
const questions: Readonly<Record<string, readonly string[]>> = {
  '/find': ['q=仮の宿', 'topic=housing&municipality=99302', 'kind=place&open=now', 'speaks=th', 'lang=en'],
  '/places': ['municipality=99302', 'lang=en'],
  '/hsds/services': ['full=true', 'format=ndjson&full=true', 'format=ndjson&minimal=true', 'search=仮の宿'],
  '/hsds/service_at_locations': ['full=true', 'format=ndjson&full=true'],
  '/hsds/organizations': ['full=true', 'format=ndjson&full_service=true'],
  '/staff/directory/imports/export': ['kind=place'],
};

/** Every address that somebody could ask for by knowing ids, whoever may see it. */
function addressesOf(pattern: string): readonly string[] {
  const names = [...pattern.matchAll(/:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g)];
  const filled = names.reduce<readonly string[]>(
    (all, [whole, name = '']) =>
      all.flatMap((url) => (values[name] ?? ['x']).map((value) => url.replace(whole, value))),
    [pattern.replace('/*', '')],
  );
  return filled.flatMap((url) => [url, ...(questions[pattern] ?? []).map((query) => `${url}?${query}`)]);
}

async function bodyOf(url: string, cookie = ''): Promise<{ status: number; body: string }> {
  const answer = await hono.request(url, { headers: { 'sec-fetch-site': 'same-origin', cookie } });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, body: '' };
  }
  return { status: answer.status, body: await answer.text() };
}

/** Addresses at which something of the place can be read, and how many answered with a page or a file at all. */
async function walk(whom: 'everybody' | 'staff'): Promise<{ seen: readonly string[]; read: number }> {
  const seen: string[] = [];
  let read = 0;
  const look = (url: string, { status, body }: { status: number; body: string }) => {
    if (status === 200) read += 1;
    if (marks.test(body) || (whom === 'everybody' && group.test(body))) seen.push(url);
  };
  for (const { method, pattern, permission } of routes) {
    if (method !== 'GET' || (permission === everyone) !== (whom === 'everybody')) continue;
    for (const url of addressesOf(pattern)) look(url, await bodyOf(url, whom === 'staff' ? staff : ''));
  }
  if (whom === 'staff') return { seen, read };
  const { body: dataPackage } = await bodyOf('/opendata/datapackage.json');
  const { resources } = JSON.parse(dataPackage) as { resources: { path: string }[] };
  for (const { path } of resources) look(new URL(path).pathname, await bodyOf(new URL(path).pathname));
  const answers = { on: 'worry', go: 'result', 'worry[]': 'housing', municipality: '99302' };
  const guided = await app.post('/navigator', answers);
  look('/navigator', { status: guided.status, body: await guided.text() });
  return { seen, read };
}

test('a place that is sealed is from that moment on in no page, search, map, feed, export, log or mail, whoever else asks', async () => {
  const before = await walk('everybody');
  // The walk sees what is public: otherwise finding nothing afterwards would mean nothing.
  expect(before.seen).toEqual(
    expect.arrayContaining([
      '/opendata/files/993026_community_place.csv',
      '/opendata/files/990001_community_place.csv',
      '/find?q=仮の宿',
      '/find?topic=housing&municipality=99302',
      '/find?speaks=th',
      '/places',
      '/places/map',
      '/places/places.json',
      '/navigator',
      `/services/${serviceId}`,
      `/organisations/${keepers}`,
      '/hsds/services?full=true',
      '/hsds/services?format=ndjson&full=true',
      `/hsds/services/${serviceId}`,
      `/hsds/service_at_locations/${place.serviceAtLocationId}`,
      `/hsds/organizations/${keepers}`,
    ]),
  );
  expect(before.read).toBeGreaterThan(80);
  logged.length = 0;
  granted(await sealService(app.db, it, { serviceId, reason: '試験' }));
  const [outside, inside] = [await walk('everybody'), await walk('staff')];
  expect([...outside.seen, ...inside.seen]).toEqual([]);
  expect(outside.read).toBeGreaterThan(before.read - 15);
  expect(inside.read).toBeGreaterThan(60);
  expect(logged.length).toBeGreaterThan(200);
  expect(logged.filter((line) => marks.test(line) || ids.some((id) => line.includes(id)))).toEqual([]);
  const written = await inTransaction(app.db, it, async (tx) => [
    ...(await tx.select().from(outbox)),
    ...(await tx.select().from(auditEvents)),
  ]);
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((row) => marks.test(JSON.stringify(row)))).toEqual([]);
}, 120_000);
