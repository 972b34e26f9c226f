import type { PersonWho } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { addMember, openMember, saveNetwork, watching } from '#areas/partnerships/watch/actions.ts';
import { lookAtNotice, sendNotice } from '#areas/partnerships/watch/notices/actions.ts';
import { bookFor } from '#areas/partnerships/watch/lawyer-days/actions.ts';
import { planDay } from '#areas/partnerships/watch/lawyer-days/days.ts';
import { listLawyerDays } from '#areas/partnerships/watch/lawyer-days/store.ts';
import { stepWarning, writeWarning } from '#areas/partnerships/watch/warnings/actions.ts';
import { listWarnings } from '#areas/partnerships/watch/warnings/store.ts';
import { listNotices } from '#areas/partnerships/watch/notices/store.ts';
import { findNetwork, listWatchMembers } from '#areas/partnerships/watch/store.ts';
import { type Cast, granted } from '../cast.ts';
import type { Step } from '../load.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const warnings = [
  {
    title: '「屋根が壊れている」という訪問に注意（例示）',
    body: '近くで工事をしていると言って訪ね、その場で契約をせまる業者がいるという話が届いています。',
    advice: 'その場で契約しないでください。消費者ホットライン188に電話できます。',
  },
  {
    title: '「未払いがある」という電話に注意（例示）',
    body: '電話会社を名乗り、今日中に払うよう急がせる電話があるという話が届いています。',
    advice: 'お客様が急いで電子マネーを買おうとしていたら、声をかけてください。188に電話できます。',
  },
] as const;

const publicUrl = 'http://localhost:3000';
const [usual, violence] = ['livelihood-desk', 'womens-desk'];

const watchers = [
  { name: '見本青果店（例示）', kind: 'shop', mail: 'seika@example.jp' },
  { name: '見本新聞 中央販売所（例示）', kind: 'newspaper', mail: 'hanbai@example.jp' },
  { name: '見本宅配 北営業所（例示）', kind: 'carrier', mail: 'takuhai@example.jp' },
  { name: '坂の上町内会（例示）', kind: 'neighbours', mail: '' },
  { name: '見本薬局 駅前（例示）', kind: 'medical', mail: 'yakkyoku@example.jp' },
  { name: '見本信用金庫 港支店（例示）', kind: 'finance', mail: 'shinkin@example.jp' },
] as const;

const noticed = [
  {
    from: 1,
    signs: ['post-piles', 'not-seen'],
    place: '見本町三丁目',
    words: '新聞が三日分たまっています。（例示）',
  },
  { from: 3, signs: ['lights'], place: '見本町３丁目 付近', words: '昼も夜も電気がついたままです。（例示）' },
  {
    from: 5,
    signs: ['transfer'],
    place: '例示町一丁目',
    words: '急いで振り込むよう電話で言われていました。（例示）',
    urgent: true,
  },
  { from: null, signs: ['hungry', 'money'], place: '坂の上公園のあたり', words: '' },
] as const;

/** A city's network with members, notices in their states. In a world without its keeper or without desks there is none. */
export function watch({ people, desks }: World, now: Date): readonly Step[] {
  const at = people.flatMap(({ roles }) => roles).find(({ role }) => role === 'watch-keeper')?.at;
  const answers = [usual, violence].every((code) => desks.some(({ organisation }) => organisation === code));
  if (!at || !answers) return [];
  const keeper = (cast: Cast): PersonWho => cast.atDesk('watch-keeper', at);
  return [
    { name: 'watch', as: keeper, at: now, run: (stage) => begin(stage, at) },
    { name: 'watch-notices', as: () => watching, at: now, run: (stage) => notice(stage, at) },
    { name: 'watch-warned', as: () => watching, at: now, run: (stage) => stepped(stage, at) },
    { name: 'watch-booked', as: keeper, at: now, run: (stage) => booked(stage, at) },
    { name: 'watch-looked', as: keeper, at: now, run: (stage) => look(stage, at) },
  ];
}

async function begin({ tx, who, cast, vault, now }: Stage, at: string): Promise<void> {
  const organisationId = cast.organisation(at);
  const network = {
    organisationId,
    aboutJa: 'お店、配達、新聞販売所、町内会、薬局、金融機関が、ふだんの仕事の中で見守ります（例示）。',
    aboutEn:
      'Shops, carriers, newspapers, neighbours, pharmacies and banks watch over in their daily work (example).',
    deskId: cast.organisation(usual),
    routes: { violence: cast.organisation(violence) },
    open: true,
    illustrative: true,
  };
  granted(await saveNetwork(tx, who, network, now), at);
  const wrote = who as PersonWho;
  for (const [days, text] of warnings.entries())
    await writeWarning(
      tx,
      wrote,
      { organisationId, ...text },
      new Date(now.getTime() - (days + 1) * 86_400_000),
    );
  const plan = { organisationId, place: '見本会館 2階（例示）', opens: '13:00', minutes: 30, slots: 6 };
  const note = '関係する書類があれば、お持ちください。';
  const day = addDays(tokyoDay(now), 21);
  granted(await planDay(tx, who, { ...plan, day, note, illustrative: true }, now), 'lawyer day');
  for (const watcher of watchers)
    await addMember(tx, who, { vault, organisationId, person: '例示 係', lang: 'ja', ...watcher }, now);
}

async function notice({ tx, cast, vault, now }: Stage, at: string): Promise<void> {
  const organisationId = cast.organisation(at);
  const { code } = await findNetwork(tx, organisationId);
  const members = await listWatchMembers(tx, organisationId);
  for (const [index, { from, ...told }] of noticed.entries()) {
    const member = from === null ? undefined : members.find(({ name }) => name === watchers[from]?.name);
    const sent = {
      id: crypto.randomUUID(),
      noticed: '',
      name: '',
      reach: '',
      urgent: false,
      ...told,
      from: member ? { token: openMember(vault, member).token } : { code },
    };
    const came = new Date(now.getTime() - (index + 1) * 3_600_000);
    granted(await sendNotice(tx, { vault, publicUrl }, sent, came), told.place);
  }
}

/** The office has checked the older warning; the other one waits for it. */
async function stepped({ tx, cast, vault, now }: Stage, at: string): Promise<void> {
  const organisationId = cast.organisation(at);
  const older = (await listWarnings(tx, { organisationId })).at(-1);
  if (!older) return;
  const by = cast.atDesk('concierge');
  const seen = older.writtenAt.toISOString();
  const named = { organisationId, warningId: older.id, step: 'send', remark: '', seen } as const;
  granted(await stepWarning(tx, by, { ...named, vault, publicUrl }, now), older.title);
}

async function booked({ tx, who, cast, vault, now }: Stage, at: string): Promise<void> {
  const organisationId = cast.organisation(at);
  const [day] = await listLawyerDays(tx, { organisationId, from: tokyoDay(now) });
  if (!day) return;
  for (const [slot, topic] of (['debt', 'inheritance', 'consumer'] as const).entries()) {
    const person = {
      name: `例示 ${slot + 1}子`,
      mail: `yoyaku${slot + 1}@example.jp`,
      phone: '',
      lang: 'ja',
    } as const;
    granted(
      await bookFor(tx, who, { organisationId, dayId: day.id, slot, topic, person, vault, publicUrl }, now),
      topic,
    );
  }
}

/** The keeper has looked at the oldest. */
async function look({ tx, who, cast, vault, now }: Stage, at: string): Promise<void> {
  const organisationId = cast.organisation(at);
  const oldest = (await listNotices(tx, { organisationId })).at(-1);
  if (oldest) await lookAtNotice(tx, who, { vault, organisationId, noticeId: oldest.id }, now);
}
