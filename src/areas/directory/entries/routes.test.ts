import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { directoryKeeper } from '../access.ts';
import type { Hours } from '../hours/hours.ts';
import { findPaths } from '../paths.ts';
import { setCapacity, withdrawService } from '../services/actions.ts';
import type { ServiceContent } from '../services/content.ts';
import {
  exampleChannel,
  exampleLocation,
  makeMunicipalities,
  makeOwner,
  makeService,
} from '../services/fixtures.ts';
import { type TestApp, testApp } from '#src/app.testing.ts';

const always: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
/** Closed on every day that comes. */
const never: Hours = {
  ...always,
  alwaysOpen: false,
  closures: [{ from: '01-01', to: '12-31' }],
  rules: [{ days: [1], opens: '09:00', closes: '10:00' }],
};
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await makeMunicipalities(app.db);
});

async function publish(content: Partial<ServiceContent>, organisationId?: string): Promise<string> {
  const { serviceId } = await makeService(app.db, { content, ...(organisationId && { organisationId }) });
  return serviceId;
}

async function pageOf(id: string, query = ''): Promise<{ status: number; html: string; text: string }> {
  const response = await app.get(`${findPaths.service.to({ id })}${query}`);
  const text = await textOf(response.clone());
  return { status: response.status, html: await response.text(), text };
}

const headOf = (html: string) => html.slice(0, html.indexOf('</head>'));
const headingOf = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1];

test('an entry says what, for whom, what it costs, what to bring, how, when, where and who confirmed it', async () => {
  const id = await publish({
    hours: always,
    documents: [{ id: crypto.randomUUID(), name: { ja: '給与明細' }, url: '' }],
    costs: {
      free: false,
      description: { ja: '材料費がかかります' },
      options: [{ id: crypto.randomUUID(), option: '大人', amountYen: 1300, description: '' }],
    },
    areas: ['99201'],
    languages: [{ id: crypto.randomUUID(), code: 'ne', note: '木曜' }],
    accessibility: [{ id: crypto.randomUUID(), code: 'wheelchair', note: '' }],
    locations: [exampleLocation({ transportation: 'みほん駅から歩いて5分' })],
  });
  const { status, html, text } = await pageOf(id);
  expect(status).toBe(200);
  for (const said of [
    'みほん暮らしの相談窓口',
    '24時間',
    'どなたでも',
    '給与明細',
    '大人 1,300円',
    '電話するか、直接来てください',
    'みほん市',
    'ネパール語 （木曜）',
    '車椅子可',
    'みほん駅から歩いて5分',
    'まだ確認されていません',
    '見本として作った案内です',
  ])
    expect(text).toContain(said);
  expect(html).toContain('href="tel:0120000001"');
  expect(html).toContain('https://maps.gsi.go.jp/#17/35.5/139.5/');
  expect(html).toContain(`href="${findPaths.suggest.to({ id })}"`);
  expect(html).toContain('data-leave');
  expect(html).toContain(`http://localhost${findPaths.service.to({ id })}`);
});

test('an entry that is unknown, a draft, withdrawn or sealed is one and the same page, and it leads on', async () => {
  const draft = await makeService(app.db, { publish: false });
  const sealed = await makeService(app.db, { sealed: true, content: { name: { ja: '秘密の家' } } });
  const gone = await makeService(app.db);
  await withdrawService(
    app.db,
    system('test'),
    { serviceId: gone.serviceId, reason: '終了' } as never,
    new Date(),
  );
  const ids = ['00000000-0000-4000-8000-000000000000', draft.serviceId, sealed.serviceId, gone.serviceId];
  const pages = await Promise.all(ids.map((id) => pageOf(id)));
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
  const same = pages.map(({ html }, index) => html.replaceAll(ids[index] ?? '', 'ID'));
  expect(new Set(same).size).toBe(1);
  expect(same[0]).toContain(findPaths.find.to({}));
  expect(same[0]).toContain('tel:110');
  expect(same[0]).toContain('data-leave');
  expect(same[0]).not.toContain('秘密');
});

test('not even who keeps the directory sees a sealed entry on the public page', async () => {
  const keeper = await app.signIn(directoryKeeper);
  const { serviceId } = await makeService(app.db, { sealed: true });
  expect((await app.get(findPaths.service.to({ id: serviceId }), keeper)).status).toBe(404);
  expect((await app.get(findPaths.serviceQr.to({ id: serviceId }), keeper)).status).toBe(404);
});

test('of an entry about violence neither title, heading nor description say what it is about', async () => {
  const name = { ja: '女性のためのあんしん相談' };
  const id = await publish({ name, summary: { ja: '暴力について' }, topics: ['violence'], hours: never });
  const { html, text } = await pageOf(id);
  expect(headOf(html)).not.toMatch(/あんしん|暴力/);
  expect(headOf(html)).toContain('相談窓口のご案内');
  expect(headingOf(html)).toBe('相談窓口のご案内');
  expect(text).toContain('女性のためのあんしん相談');
  const plain = await pageOf(await publish({ name, topics: ['family'] }));
  expect(headingOf(plain.html)).toBe('女性のためのあんしん相談');
});

test('an organisation that helps with violence alone has a title that tells nothing; one that helps with more has its name', async () => {
  const owner = await makeOwner(app.db, { nameJa: 'あんしん避難の会', nameEn: 'Safe Refuge' });
  const entry = (topic: string) =>
    publish({ name: { ja: '会の窓口' }, topics: [topic], hours: never }, owner);
  const shown = async () => {
    const response = await app.get(findPaths.organisation.to({ id: owner }));
    const text = await textOf(response.clone());
    const html = await response.text();
    return { head: headOf(html), heading: headingOf(html), text };
  };
  await entry('violence');
  const quiet = await shown();
  expect(quiet.head).not.toMatch(/あんしん|避難|暴力/);
  expect(quiet.heading).toBe('支援団体のご案内');
  expect(quiet.text).toContain('あんしん避難の会');
  await entry('debt');
  expect((await shown()).heading).toBe('あんしん避難の会');
});

test('while an entry is closed, open ones for the same worry and area are shown, and no others', async () => {
  const topics = ['debt'];
  const areas = ['99201'];
  const id = await publish({ name: { ja: '閉まった窓口' }, topics, areas, hours: never });
  await publish({ name: { ja: '開いた窓口甲' }, topics, areas, hours: always });
  await publish({ name: { ja: '県の窓口乙' }, topics, areas: [], hours: always });
  await publish({ name: { ja: 'よその町の窓口' }, topics, areas: ['99301'], hours: always });
  await publish({ name: { ja: 'これも閉まった窓口' }, topics, areas, hours: never });
  await publish({ name: { ja: '休止中の窓口' }, topics, areas, hours: always, status: 'inactive' });
  await publish({ name: { ja: '別の困りごとの窓口' }, topics: ['childcare'], areas, hours: always });
  await makeService(app.db, {
    sealed: true,
    content: { name: { ja: '秘密の窓口' }, topics, areas, hours: always },
  });
  const full = await publish({ name: { ja: '満員の窓口' }, topics, areas, hours: always });
  await setCapacity(app.db, system('test'), { serviceId: full, capacity: 'full', note: '' }, new Date());
  const { text } = await pageOf(id);
  const shown = text.slice(text.indexOf('いま開いているほかの窓口'), text.indexOf('利用できる時間'));
  expect(shown.indexOf('開いた窓口甲')).toBeGreaterThan(0);
  expect(shown.indexOf('県の窓口乙')).toBeGreaterThan(shown.indexOf('開いた窓口甲'));
  for (const name of ['よその町', 'これも閉まった', '休止中', '別の困りごと', '秘密', '満員'])
    expect(shown).not.toContain(name);
  const open = await pageOf(await publish({ topics, areas, hours: always }));
  expect(open.text).not.toContain('いま開いているほかの窓口');
});

test('a card calls the number that is answered now; where none is, it says by which way somebody answers', async () => {
  const topics = ['tax_utility'];
  const areas = ['99201'];
  const day = exampleChannel({ value: '045-000-0001', hours: never });
  const night = exampleChannel({ value: '045-000-0002', hours: always });
  const line = exampleChannel({ kind: 'line', value: 'mihon', hours: always });
  const id = await publish({ topics, areas, hours: never });
  await publish({ name: { ja: '昼と夜の窓口' }, topics, areas, channels: [day, night] });
  await publish({ name: { ja: '夜はLINEの窓口' }, topics, areas, channels: [day, line] });
  const { text } = await pageOf(id);
  const shown = text.slice(text.indexOf('いま開いているほかの窓口'), text.indexOf('利用できる時間'));
  // Both fit equally well, so either may stand first.
  const [first, second] = [shown.indexOf('昼と夜の窓口'), shown.indexOf('夜はLINEの窓口')];
  expect(Math.min(first, second)).toBeGreaterThanOrEqual(0);
  const cardAt = (start: number, other: number) => shown.slice(start, other > start ? other : undefined);
  expect(cardAt(first, second)).toContain('045-000-0002');
  expect(cardAt(first, second)).not.toContain('045-000-0001');
  expect(cardAt(second, first)).toContain('いまはLINEでつながります');
});

test('where nobody is open for what cannot wait, national numbers are', async () => {
  const id = await publish({ topics: ['violence'], areas: ['99302'], hours: never });
  const { html } = await pageOf(id);
  expect(html).toContain('tel:110');
});

test('the data block is schema.org and nothing typed ends it', async () => {
  const id = await publish({
    name: { ja: '</script><script>alert(1)</script>' },
    description: { ja: 'a\u2028b' },
    hours: { ...always, alwaysOpen: false, rules: [{ days: [1], opens: '09:00', closes: '24:00' }] },
  });
  const { html } = await pageOf(id);
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(blocks).toHaveLength(1);
  const data = JSON.parse(blocks[0]?.[1] ?? '');
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: '</script><script>alert(1)</script>',
    url: `http://localhost${findPaths.service.to({ id })}`,
    areaServed: [{ name: 'みほん県' }],
    availableChannel: [
      {
        '@type': 'ServiceChannel',
        servicePhone: {
          telephone: '0120-000-001',
          hoursAvailable: [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '23:59' }],
        },
      },
    ],
  });
  expect(html).not.toContain('alert(1)</script>');
});

test('a place is known to schema.org no more precisely than to the public', async () => {
  const location = exampleLocation({
    precision: 'municipality',
    town: '',
    line: '',
    name: '',
    postalCode: '',
    latitude: null,
    longitude: null,
  });
  const id = await publish({ kind: 'place', placeTypes: ['salon'], locations: [location], hours: always });
  const { html, text } = await pageOf(id);
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
  expect(data.address).toEqual({
    '@type': 'PostalAddress',
    addressCountry: 'JP',
    addressRegion: 'みほん県',
    addressLocality: 'みほん市',
  });
  expect(data.geo).toBeUndefined();
  expect(text).toContain('場所は公開していません');
  expect(html).not.toContain('maps.gsi.go.jp');
});

test('an entry without English is marked as Japanese on the English page', async () => {
  const id = await publish({ summary: { ja: '日本語だけの要約' }, hours: always });
  const { html } = await pageOf(id, '?lang=en');
  expect(html).toContain('<span lang="ja">日本語だけの要約</span>');
  expect(html).toContain('Get in touch');
});

test('the code leads to the page in its language', async () => {
  const id = await publish({});
  const response = await app.get(findPaths.serviceQr.to({ id }));
  expect(response.headers.get('content-type')).toContain('image/svg+xml');
  expect(await response.text()).toContain('<svg xmlns=');
});

test('an organisation shows what it offers, and one without anything public is not known', async () => {
  const owner = await makeOwner(app.db, { nameJa: 'みほんの会' });
  await publish({ name: { ja: '公開の窓口' } }, owner);
  await makeService(app.db, { organisationId: owner, sealed: true, content: { name: { ja: '秘密の家' } } });
  const shown = await (await app.get(findPaths.organisation.to({ id: owner }))).text();
  expect(shown).toContain('公開の窓口');
  expect(shown).not.toContain('秘密の家');
  const secret = await makeOwner(app.db, { nameJa: '家を営む会' });
  await makeService(app.db, { organisationId: secret, sealed: true });
  const hidden = await app.get(findPaths.organisation.to({ id: secret }));
  expect(hidden.status).toBe(404);
  expect(await hidden.text()).not.toContain('家を営む会');
  for (const page of ['2', '1e99', '-1', 'x'])
    expect([200, 404]).toContain((await app.get(findPaths.organisation.to({ id: owner }, { page }))).status);
});

test('a telephone number with a sign is dialled as it stands', async () => {
  const id = await publish({ channels: [exampleChannel({ value: '#8008' })], hours: always });
  expect((await pageOf(id)).html).toContain('href="tel:%238008"');
});

test('the page with everything on it is small enough for the first visit', async () => {
  const id = await publish({ topics: ['violence'], hours: never, locations: [exampleLocation()] });
  const { html } = await pageOf(id);
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(html).byteLength).toBeLessThan(9_000);
});
