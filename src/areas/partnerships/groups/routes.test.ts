import { expect, test } from 'vitest';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge } from '../access.ts';
import { makeAgent } from '../members/fixtures.ts';
import { groupPaths, memberPaths, memberStaffPaths } from '../paths.ts';

const app = await testApp();
const office = await app.signIn(concierge, { kind: 'bureau', name: '連携 結' });
const chair = await makeAgent(app, { nameJa: '会長の会' });
const other = await makeAgent(app, { nameJa: 'ほかの会' });
const today = tokyoDay(new Date());
const named = { nameJa: '住まいの部会', nameEn: '', purposeJa: '部屋探しを一緒に考えます', purposeEn: '' };

test('the office makes a working group; members join it, its chair writes what was said, and only the open part is public', async () => {
  expect((await app.post(groupPaths.list.to({}), named, chair)).status).toBe(403);
  const made = await app.post(groupPaths.list.to({}), named, office);
  const groupId = made.headers.get('location')?.split('/').at(-1) ?? '';
  const group = { groupId };
  const seat = { organisationId: chair.organisationId };
  expect((await app.post(groupPaths.join.to(group), seat, other)).status).toBe(403);
  expect((await app.post(groupPaths.join.to(group), seat, chair)).status).toBe(303);
  expect((await app.post(groupPaths.chair.to(group), { chairId: other.organisationId }, office)).status).toBe(
    422,
  );
  expect((await app.post(groupPaths.chair.to(group), { chairId: chair.organisationId }, office)).status).toBe(
    303,
  );
  const note = { heldOn: today, title: '第1回', words: '空き部屋の一覧を作ります', open: '' };
  expect((await app.post(groupPaths.note.to(group), note, other)).status).toBe(403);
  const future = await app.post(groupPaths.note.to(group), { ...note, heldOn: addDays(today, 1) }, chair);
  expect(future.status).toBe(422);
  expect((await app.post(groupPaths.note.to(group), note, chair)).status).toBe(303);
  const open = { ...note, title: '第2回', words: '次は来月です', open: 'on' };
  expect((await app.post(groupPaths.note.to(group), open, office)).status).toBe(303);
  const page = await textOf(await app.get(memberPaths.group.to(group)));
  expect(page).toContain('会長の会');
  expect(page).toContain('次は来月です');
  expect(page).not.toContain('空き部屋の一覧');
  expect(await textOf(await app.get(groupPaths.group.to(group), chair))).toContain('空き部屋の一覧');
  expect(await textOf(await app.get(groupPaths.group.to(group), other))).not.toContain('空き部屋の一覧');

  expect((await app.post(groupPaths.leave.to(group), seat, chair)).status).toBe(303);
  expect((await app.post(groupPaths.note.to(group), note, chair)).status).toBe(403);
  expect((await app.post(groupPaths.close.to(group), {}, other)).status).toBe(403);
  expect((await app.post(groupPaths.close.to(group), {}, office)).status).toBe(303);
  expect(
    (await app.post(groupPaths.join.to(group), { organisationId: other.organisationId }, other)).status,
  ).toBe(422);
  expect(await textOf(await app.get(memberPaths.list.to({})))).not.toContain('住まいの部会');
});

test('whoever leaves the platform is in none of its groups any more', async () => {
  const going = await makeAgent(app, { nameJa: '去っていく会' });
  const { organisationId } = going;
  const made = await app.post(groupPaths.list.to({}), { ...named, nameJa: '仕事の部会' }, office);
  const group = { groupId: made.headers.get('location')?.split('/').at(-1) ?? '' };
  expect((await app.post(groupPaths.join.to(group), { organisationId }, going)).status).toBe(303);
  const page = async () => textOf(await app.get(memberPaths.group.to(group)));
  expect(await page()).toContain('去っていく会');
  expect((await app.post(memberStaffPaths.leave.to({ organisationId }), {}, going)).status).toBe(303);
  expect(await page()).not.toContain('去っていく会');
});
