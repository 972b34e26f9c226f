import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { openContact } from '../contacts/actions.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const stranger = await app.signIn(counsellor, { organisationId: other.deskId });
const today = tokyoDay(new Date());

async function recorded(fields: Record<string, unknown> = {}, desk = deskId) {
  const opening = {
    vault: app.tools.vault,
    deskId: desk,
    door: 'chat',
    state: 'ended',
    inHours: true,
  } as const;
  const arrivedAt = new Date('2026-05-10T03:00:00Z');
  const contact = await inTransaction(app.db, system('test'), (tx) =>
    openContact(tx, system('test'), { ...opening, fields: { arrivedAt, ...fields } }),
  );
  return contact.number;
}

const debt = await recorded({ worries: ['debt', 'income'], ageBand: '30-39', outcome: 'continued', risk: 3 });
const phone = await recorded({ door: 'phone', worries: ['health'], municipality: '14201', state: 'open' });
const told = await recorded({
  about: 'family',
  sex: 'other',
  route: 'print',
  actions: ['listened', 'emergency'],
});
const april = await recorded({ arrivedAt: new Date('2026-04-30T14:59:00Z') });
const late = await recorded({ followUpOn: addDays(today, -3) });
const later = await recorded({ followUpOn: addDays(today, 3) });
const elsewhere = await recorded({ worries: ['debt'], followUpOn: today }, other.deskId);
const all = [debt, phone, told, april, late, later, elsewhere];

const search = async (query: Record<string, string>, as = aoki) =>
  textOf(await app.get(deskPaths.search.to({ deskId }, query), as));
/** The numbers in the results, below what is due. */
const found = async (query: Record<string, string>) => {
  const page = await search(query);
  const results = page.slice(page.lastIndexOf('見つかった記録'));
  return all.filter((number) => results.includes(number));
};

describe('records are found by what is counted', () => {
  test.each([
    ['worry', { worry: 'debt' }, [debt]],
    ['any of several worries', { worry: 'income' }, [debt]],
    ['door', { door: 'phone' }, [phone]],
    ['municipality', { municipality: '14201' }, [phone]],
    ['state', { state: 'open' }, [phone]],
    ['age', { ageBand: '30-39' }, [debt]],
    ['outcome', { outcome: 'continued' }, [debt]],
    ['who is in difficulty', { about: 'family' }, [told]],
    ['sex, as told', { sex: 'other' }, [told]],
    ['how they heard of the desk', { route: 'print' }, [told]],
    ['one of what was done', { action: 'emergency' }, [told]],
    ['at least such a risk', { risk: '2' }, [debt]],
    ['the days of Tokyo', { from: '2026-04-30', to: '2026-04-30' }, [april]],
    ['the day of follow-up', { followUpFrom: today, followUpTo: addDays(today, 7) }, [later]],
    ['several at once', { worry: 'debt', door: 'phone' }, []],
  ])('by %s', async (_, query, numbers) => {
    expect(await found(query as Record<string, string>)).toEqual(numbers);
  });

  test('never those of another desk', async () => {
    expect(await found({})).toEqual(all.filter((number) => number !== elsewhere));
    expect((await app.get(deskPaths.search.to({ deskId }), stranger)).status).toBe(404);
  });

  test('whom to contact by today stands on top, and nobody whose day is still to come', async () => {
    const page = await search({ worry: 'debt' });
    const due = page.slice(page.indexOf('今日までに連絡する相談'), page.indexOf('しぼり込む'));
    expect(due).toContain(late);
    expect(due).toContain('3日過ぎ');
    expect(due).not.toContain(later);
    expect(due).not.toContain(elsewhere);
  });
});

test('a number opens its contact at this desk, in any width, and no other', async () => {
  const open = (number: string) => app.post(deskPaths.search.to({ deskId }), { number }, aoki);
  const wide = debt.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const opened = await open(wide);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toContain('contact=');
  expect(opened.headers.get('location')).not.toContain(debt);
  const refused = await open(elsewhere);
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain('その番号の相談はありません');
});
