import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { confirmationPaths } from '../paths.ts';
import { sealService, verifyService, withdrawService } from '../services/actions.ts';
import { moveService } from '../services/leaving/actions.ts';
import { exampleChannel, granted, makeMunicipalities, makeOwner, makeService } from '../services/fixtures.ts';
import { findService } from '../services/store.ts';
import { listVersions } from '../versions/store.ts';
import { listProposals } from '../proposals/store.ts';
import { makeLink } from './actions.ts';
import { withdrawLinks } from './store.ts';
import { confirmationLinks, confirmationPresses } from './tables.ts';

const app = await testApp();
const it = system('test');
await makeMunicipalities(app.db);
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, it, work);
const stored = (serviceId: string) => asSystem((tx) => findService(tx, serviceId));
const today = tokyoDay(new Date());

async function entryWithLink(sentAt = new Date()) {
  const phone = exampleChannel();
  const content = { name: { ja: 'みほん子ども食堂' }, kind: 'place' as const, channels: [phone] };
  const { serviceId, organisationId } = await makeService(app.db, { content });
  const token = await asSystem((tx) => makeLink(tx, { serviceId, organisationId, dueOn: null }, sentAt));
  return { serviceId, organisationId, token, phone };
}
const page = (token: string) => app.get(confirmationPaths.confirm.to({ token }, {}));
const press = (token: string) => app.post(confirmationPaths.unchanged.to({ token }), {});
const mend = (token: string, part: 'hours' | 'phone' | 'text' | 'more', fields: Record<string, string>) =>
  app.post(confirmationPaths.mend.to({ token, part }), fields);

describe('behind the link', () => {
  test('the entry is shown as everybody sees it, and the page leaves no trace', async () => {
    const { token } = await entryWithLink();
    const response = await page(token);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('set-cookie')).toBeNull();
    const text = await textOf(response);
    for (const shown of ['みほん子ども食堂', '0120-000-001', '変わりありません', '9:00', 'すぐ離れる'])
      expect(text).toContain(shown);
  });

  test('looking changes nothing, as often as mail programs look', async () => {
    const { token, serviceId } = await entryWithLink();
    for (let time = 0; time < 3; time += 1) await page(token);
    expect(await stored(serviceId)).toMatchObject({ version: 1, verifiedOn: null });
  });

  test('one press confirms: the day, for the owner, as a version with its own name', async () => {
    const { token, serviceId, organisationId } = await entryWithLink();
    const done = await press(token);
    expect(done.status).toBe(303);
    expect(await textOf(await app.get(done.headers.get('location') ?? ''))).toContain('ありがとうございます');
    expect(await stored(serviceId)).toMatchObject({
      verifiedOn: today,
      verifiedBy: organisationId,
      version: 2,
    });
    const [version] = await asSystem((tx) => listVersions(tx, serviceId, { limit: 5 }));
    expect(version).toMatchObject({ how: 'confirm', note: 'by-link', organisationId });
  });

  test('it works until it expires, and each press is remembered', async () => {
    const { token, serviceId } = await entryWithLink();
    await press(token);
    await press(token);
    const presses = await asSystem(async (tx) => {
      const links = await tx.select().from(confirmationLinks);
      const id = links.find((link) => link.serviceId === serviceId)?.id;
      return (await tx.select().from(confirmationPresses)).filter(({ linkId }) => linkId === id);
    });
    expect(presses.map(({ what }) => what)).toEqual(['unchanged', 'unchanged']);
  });

  test('a press needs no word of where it comes from: the pages behind a link send none', async () => {
    const { token, serviceId } = await entryWithLink();
    const bare = await app.send(confirmationPaths.unchanged.to({ token }), {
      method: 'POST',
      headers: { origin: 'null' },
    });
    expect(bare.status).toBe(303);
    expect((await stored(serviceId)).verifiedOn).toBe(today);
  });

  test('capacity is said in one press, and makes no version', async () => {
    const { token, serviceId } = await entryWithLink();
    expect((await app.post(confirmationPaths.capacity.to({ token }), { capacity: 'full' })).status).toBe(303);
    expect(await stored(serviceId)).toMatchObject({ capacity: 'full', version: 1 });
    expect((await app.post(confirmationPaths.capacity.to({ token }), { capacity: 'closed' })).status).toBe(
      422,
    );
  });
});

describe('an owner mends', () => {
  test('the hours: public at once, confirmed today, and said back as they were understood', async () => {
    const { token, serviceId } = await entryWithLink();
    const fields = {
      version: '1',
      days: '第2・第4土',
      opens: '16:00',
      closes: '18:00',
      note: '祝日休み\n要予約',
    };
    const done = await mend(token, 'hours', fields);
    expect(done.status).toBe(303);
    const { content, verifiedOn } = await stored(serviceId);
    expect(content.hours).toMatchObject({
      rules: [{ days: [6], nth: [2, 4] }],
      publicHolidays: 'closed',
      note: { ja: '要予約' },
    });
    expect(verifiedOn).toBe(today);
    expect(await textOf(await app.get(done.headers.get('location') ?? ''))).toMatch(
      /次のように出ています：.*土.*16:00/,
    );
  });

  test('hours that nobody can read are refused where they were typed, with everything typed', async () => {
    const { token, serviceId } = await entryWithLink();
    const answer = await mend(token, 'hours', {
      version: '1',
      days: '土',
      opens: 'ゆうがた',
      closes: '18:00',
      note: 'とても長い説明',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    for (const kept of ['ゆうがた', 'とても長い説明', '時刻として読めません']) expect(html).toContain(kept);
    expect((await stored(serviceId)).version).toBe(1);
  });

  test('the number, in full width too; and what is no number is refused', async () => {
    const { token, serviceId, phone } = await entryWithLink();
    expect(
      (await mend(token, 'phone', { version: '1', [`phone.${phone.id}`]: '０１２０－０００－００７' }))
        .status,
    ).toBe(303);
    expect((await stored(serviceId)).content.channels).toEqual([{ ...phone, value: '0120-000-007' }]);
    expect((await mend(token, 'phone', { version: '2', 'phone.new': 'javascript:1' })).status).toBe(422);
  });

  test('two at once: what another changed meanwhile stays when it is another part', async () => {
    const { token, serviceId, phone } = await entryWithLink();
    await mend(token, 'phone', { version: '1', [`phone.${phone.id}`]: '0120-000-008' });
    const late = { version: '1', summary: '夕方に食事を出します', description: '', application: '' };
    expect((await mend(token, 'text', late)).status).toBe(303);
    const { content } = await stored(serviceId);
    expect(content.channels[0]?.value).toBe('0120-000-008');
    expect(content.summary.ja).toBe('夕方に食事を出します');
  });

  test('a formula, an empty summary and a version of the moon are refused', async () => {
    const { token } = await entryWithLink();
    const text = (summary: string, version = '1') =>
      mend(token, 'text', { version, summary, description: '', application: '' });
    expect((await text('=1+1')).status).toBe(422);
    expect((await text('')).status).toBe(422);
    expect((await text('正しい一文', 'x')).status).toBe(422);
    expect((await text('正しい一文', '999')).status).toBe(303);
  });

  test('what does not fit a form waits for a person, and changes nothing by itself', async () => {
    const { token, serviceId, organisationId } = await entryWithLink();
    expect((await mend(token, 'more', { version: '1', more: '場所が変わります' })).status).toBe(303);
    const waiting = await asSystem((tx) => listProposals(tx, { status: 'open' }));
    expect(waiting.find((each) => each.serviceId === serviceId)).toMatchObject({
      origin: 'owner',
      organisationId,
      items: [{ field: 'other', said: '場所が変わります' }],
    });
    expect((await stored(serviceId)).version).toBe(1);
  });
});

describe('a link that is dead', () => {
  /** What is the same before and after a press: status and words, without a word of the entry. */
  const dead = async (token: string): Promise<[number, string]> => {
    const [looked, pressed] = [await page(token), await press(token)];
    expect(looked.headers.get('referrer-policy')).toBe('no-referrer');
    expect(pressed.status).toBe(looked.status);
    const text = await textOf(looked);
    expect(await textOf(pressed)).toContain(
      text.slice(text.indexOf('このリンクは'), text.indexOf('支援をさがす')).slice(0, 60),
    );
    expect(text).not.toContain('みほん子ども食堂');
    return [looked.status, text];
  };

  test('altered in one letter, or made up', async () => {
    const { token, serviceId } = await entryWithLink();
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await dead(altered)).toEqual([404, expect.stringContaining('変わっています')]);
    expect(await dead('A'.repeat(43))).toEqual([404, expect.stringContaining('変わっています')]);
    expect((await stored(serviceId)).version).toBe(1);
    expect((await app.get(`/confirm/${token}x`)).status).toBe(404);
  });

  test('expired', async () => {
    const { token } = await entryWithLink(new Date(Date.now() - 30 * 86_400_000 - 1000));
    expect(await dead(token)).toEqual([410, expect.stringContaining('30日を過ぎた')]);
  });

  test('taken back', async () => {
    const { token, serviceId } = await entryWithLink();
    await asSystem((tx) => withdrawLinks(tx, serviceId, new Date()));
    expect(await dead(token)).toEqual([410, expect.stringContaining('取り消されています')]);
  });

  test('to an entry that was withdrawn or sealed: in the same words, before and after a press', async () => {
    const one = await entryWithLink();
    granted(await withdrawService(app.db, it, { serviceId: one.serviceId, reason: '終了' }));
    expect(await dead(one.token)).toEqual([410, expect.stringContaining('いま公開していません')]);
    const other = await entryWithLink();
    granted(await sealService(app.db, it, { serviceId: other.serviceId, reason: '安全' }));
    expect(await dead(other.token)).toEqual([410, expect.stringContaining('いま公開していません')]);
    expect((await stored(other.serviceId)).verifiedOn).toBeNull();
  });

  test('to an entry that another organisation answers for', async () => {
    const { token, serviceId } = await entryWithLink();
    const organisationId = await makeOwner(app.db);
    granted(await moveService(app.db, it, { serviceId, organisationId }));
    expect(await dead(token)).toEqual([410, expect.stringContaining('担当する団体が変わった')]);
    granted(await verifyService(app.db, it, { serviceId, organisationId }));
  });
});

test('what is kept of a link is its hash', async () => {
  const { token } = await entryWithLink();
  const rows = await asSystem((tx) => tx.select().from(confirmationLinks));
  expect(rows.some(({ tokenHash }) => /^[\w-]{43}$/.test(tokenHash) && tokenHash !== token)).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(token);
});
