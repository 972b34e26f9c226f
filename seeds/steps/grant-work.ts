import { addDays, tokyoDay } from '#platform/dates.ts';
import {
  exampleAccount,
  exampleApplicant,
  makeApplication,
  makeDraftApplication,
} from '#areas/grants/applications/fixtures.ts';
import type { ApplicantFacts } from '#areas/grants/applicants/rules.ts';
import { enterApplication, saveParts } from '#areas/grants/applications/actions.ts';
import { applicantPart, asLink } from '#areas/grants/applications/open.ts';
import { moveInReview, saveChecklist } from '#areas/grants/assessments/office.ts';
import { listApplications } from '#areas/grants/assessments/lists/store.ts';
import { makePack, proposePack, saveBoard, saveItems } from '#areas/grants/decisions/actions.ts';
import { decidePack } from '#areas/grants/decisions/decide.ts';
import { findPack, listItems, listPacks } from '#areas/grants/decisions/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { approver, callOf, officer } from './grant-calls.ts';
import type { Stage } from './programs.ts';

/** How far a group's application has come. */
const standings = ['submitted', 'returned', 'checked', 'proposed', 'refused', 'awarded'] as const;
type Standing = (typeof standings)[number];

/** Invented groups, by the call that they ask of and how far they have come. */
function groupsOf({
  live,
}: DemoGrants): readonly { slug: string; of: Record<Standing, readonly string[]> }[] {
  return [
    {
      slug: live.oneShot.slug,
      of: {
        submitted: ['見本よるのパン'],
        returned: ['見本ちいさな手の会'],
        checked: ['見本おにぎり隊'],
        proposed: [],
        refused: ['見本とおりすがり'],
        awarded: Object.values(paidGroups).flat(),
      },
    },
    {
      slug: live.subsidy.slug,
      of: {
        submitted: ['NPO法人 見本あおい畝'],
        returned: [],
        checked: [],
        proposed: ['見本こだち食堂'],
        refused: [],
        awarded: Object.values(cafeterias),
      },
    },
  ];
}

/** A member of the platform: the payee of its young people and the group that asks for itself are one, by name and address. */
export const member = {
  applicant: (): ApplicantFacts =>
    exampleApplicant({
      name: 'NPO法人 見本みなとの灯',
      contact: { ...exampleApplicant().contact, address: '横浜市例示区見本町4-5-6' },
    }),
  account: exampleAccount({ holder: 'トクヒ)ミホンミナトノヒ' }),
} as const;

/** Groups of the one-shot call, by where their money is. */
export const paidGroups = {
  confirmed: ['見本はまべ炊き出し', 'NPO法人 見本みなとの灯'],
  bounced: ['見本とりの会'],
  released: ['見本夜回りの会'],
  approved: ['見本ともしびの会'],
  ordered: ['見本はしごの会'],
} as const;

/** Groups of the subsidy, by what they are at. */
export const cafeterias = {
  writing: '見本なぎさ食堂',
  reported: '見本ゆうやけ食堂',
  inspected: '見本さかみち食堂',
  changing: '見本まちかど食堂',
} as const;

export function applicationsOf(demo: DemoGrants, today: string): readonly Step[] {
  const days = (before: number) => noon(addDays(today, -before));
  const at = (name: string) => `grants-work-${name}`;
  const each = (
    work: (stage: Stage, slug: string, of: Record<Standing, readonly string[]>) => Promise<void>,
  ) => {
    const all = groupsOf(demo);
    return async (stage: Stage) => {
      for (const { slug, of } of all) await work(stage, slug, of);
    };
  };
  return [
    { name: at('sent'), as: () => asLink, at: days(50), run: each(send) },
    { name: at('on-paper'), as: officer, at: days(3), run: (stage) => beginOnPaper(stage, demo) },
    { name: at('reviewed'), as: officer, at: days(45), run: each(review) },
    { name: at('proposed'), as: officer, at: days(43), run: each(propose) },
    { name: at('decided'), as: approver, at: days(40), run: each(decide) },
    { name: at('next-pack'), as: officer, at: days(5), run: each(proposeNext) },
  ];
}

async function send(stage: Stage, slug: string, of: Record<Standing, readonly string[]>): Promise<void> {
  const { tx: db, vault, files, now } = stage;
  const place = { db, vault, files };
  const callId = await callOf(stage, slug);
  for (const name of new Set(Object.values(of).flat())) {
    const mark = String(markOf(name));
    const contact = {
      ...exampleApplicant().contact,
      phone: `045-000-${mark}`,
      mail: `dantai-${mark}@example.jp`,
    };
    const isMember = name === member.applicant().name;
    const applicant = isMember ? member.applicant() : exampleApplicant({ name, contact });
    const account = isMember
      ? member.account
      : exampleAccount({ number: `100${mark}`, holder: `ミホンダンタイ${mark}` });
    await makeApplication(place, { callId, now, applicant, account, mail: contact.mail });
  }
  await makeDraftApplication(place, { callId, now, mail: 'minato@example.jp' });
}

/** Four digits that are a group's own. */
function markOf(name: string): number {
  return 1_000 + Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000, 7);
}

/** What the office is writing down from a form that came by post. */
async function beginOnPaper(stage: Stage, { live }: DemoGrants): Promise<void> {
  const { tx, who, vault, now } = stage;
  if (who.kind !== 'person') throw new Error('paper is written down by a person');
  const callId = await callOf(stage, live.subsidy.slug);
  const receivedOn = addDays(tokyoDay(now), -1);
  const begun = granted(
    await enterApplication(tx, who, { callId, door: 'paper', receivedOn, vault }, now),
    'an application on paper',
  );
  const entrance = { by: 'office', who, ...begun } as const;
  const parts = [{ code: applicantPart, said: exampleApplicant({ name: '見本てがみの会' }), base: 0 }];
  granted(await saveParts(tx, entrance, { vault, parts }, now), 'writing it down');
}

export async function applicationOf(
  stage: Stage,
  { slug, name }: { slug: string; name: string },
): Promise<string> {
  const callId = await callOf(stage, slug);
  const [found] = await listApplications(stage.tx, { callId, name, most: 1 });
  if (!found) throw new Error(`${name} asks for nothing of ${slug}`);
  return found.id;
}

async function review(stage: Stage, slug: string, of: Record<Standing, readonly string[]>): Promise<void> {
  const { tx, who, vault, now } = stage;
  const decided = [...of.refused, ...of.awarded];
  for (const name of of.returned) {
    const applicationId = await applicationOf(stage, { slug, name });
    const reason = '費用の見積もりに、日付がありません。日付のわかる見積書を添えてください。（例示）';
    granted(
      await moveInReview(tx, who, { vault, applicationId, move: 'return', reason }, now),
      'sending back',
    );
  }
  for (const name of decided) await check(stage, { slug, name });
}

async function check(stage: Stage, of: { slug: string; name: string }): Promise<void> {
  const { tx, who, vault, now } = stage;
  const applicationId = await applicationOf(stage, of);
  granted(
    await saveChecklist(tx, who, { vault, applicationId, ticked: ['papers'], note: '' }, now),
    'ticking',
  );
  granted(await moveInReview(tx, who, { vault, applicationId, move: 'check' }, now), 'checking');
}

/** The pack of what was checked, as a board of three saw it: what one asks for is not for this call. */
async function propose(stage: Stage, slug: string, of: Record<Standing, readonly string[]>): Promise<void> {
  const { tx, who, now } = stage;
  const packId = await pack(stage, { slug, title: '第1回審査会（例示）', refused: of.refused });
  const { revision } = await findPack(tx, packId);
  granted(await proposePack(tx, who, { packId, revision }, now), 'proposing');
}

async function pack(
  stage: Stage,
  { slug, title, refused }: { slug: string; title: string; refused: readonly string[] },
): Promise<string> {
  const { tx, who, vault, now } = stage;
  const callId = await callOf(stage, slug);
  const { packId } = granted(await makePack(tx, who, { vault, callId, title }, now), 'a pack');
  const made = await findPack(tx, packId);
  const items = (await listItems(tx, packId)).map(({ applicationId, name, proposedYen: yen }) =>
    refused.includes(name ?? '')
      ? {
          applicationId,
          proposal: 'refuse' as const,
          yen: 0,
          reason: '活動の記録が、募集の条件に届きませんでした。（例示）',
        }
      : { applicationId, proposal: 'award' as const, yen, reason: '' },
  );
  granted(await saveItems(tx, who, { vault, packId, revision: made.revision, items }, now), 'proposals');
  const { revision } = await findPack(tx, packId);
  const board = {
    members: ['委員長　見本 座（例示）', '委員　見本 議（例示）', '委員　見本 会（例示）'],
    minutes: '地域の必要と続けられる見込みについて話し合った。（例示）',
    quorum: 2,
    present: 3,
    metOn: tokyoDay(now),
  };
  granted(await saveBoard(tx, who, { vault, packId, revision, ...board }, now), 'a board');
  return packId;
}

async function decide(stage: Stage, slug: string): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const callId = await callOf(stage, slug);
  const packs = await listPacks(tx, [cast.organisation('welfare')]);
  const found = packs.find((each) => each.callId === callId && each.state === 'proposed');
  if (!found) throw new Error(`nothing of ${slug} is before the approver`);
  const decision = {
    vault,
    packId: found.id,
    revision: found.revision,
    decidedOn: tokyoDay(now),
    reason: '審査会の意見のとおりとする。（例示）',
    deferred: [],
  };
  granted(await decidePack(tx, who, decision, now), 'deciding');
}

/** A second pack: before the approver, or still in work. */
async function proposeNext(
  stage: Stage,
  slug: string,
  of: Record<Standing, readonly string[]>,
): Promise<void> {
  for (const name of [...of.checked, ...of.proposed]) await check(stage, { slug, name });
  const packId = await pack(stage, { slug, title: '第2回審査会（例示）', refused: [] });
  if (of.proposed.length === 0) return;
  const { tx, who, now } = stage;
  const { revision } = await findPack(tx, packId);
  granted(await proposePack(tx, who, { packId, revision }, now), 'proposing');
}
