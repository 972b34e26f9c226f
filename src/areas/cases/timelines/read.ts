import type { Tx } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { codeName } from '../case-files/codes.ts';
import type { CaseFile } from '../case-files/store.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import type { MeetingAct, MeetingKind } from '../meetings/rules.ts';
import { listMeetings } from '../meetings/store.ts';
import { words as meetingWords } from '../meetings/words.ts';
import { meetingPaths, recordPaths, referralPaths } from '../paths.ts';
import { listPlans } from '../plans/store.ts';
import { words as planWords } from '../plans/words.ts';
import { recordTexts } from '../records/actions.ts';
import { listRecords, type NamedRecord } from '../records/store.ts';
import { namesOf } from '../referrals/names.ts';
import { listReferralsOfCase } from '../referrals/store.ts';
import { listReviews } from '../reviews/store.ts';
import { taskText } from '../tasks/actions.ts';
import { listTasks } from '../tasks/store.ts';
import { excerpt, type Happening } from './rules.ts';
import { words } from './words.ts';

export interface Entry extends Happening {
  readonly title: string;
  readonly text: string;
  /** A URL of ours, without language. */
  readonly href?: string;
}

export interface Asked {
  readonly vault: Vault;
  readonly lang: Lang;
  readonly caseFile: CaseFile;
}

/** Letters of a record that stand in a timeline. */
const excerptLength = 90;
const pageSize = 100;

/** What happened on a case, a page of it: as many records as fit, and everything else of the same time. */
export async function readTimeline(
  tx: Tx,
  asked: Asked & { readonly before?: Date },
): Promise<{ entries: readonly Entry[]; older: Date | undefined }> {
  const { caseFile, before } = asked;
  const found = await listRecords(tx, {
    caseId: caseFile.id,
    limit: pageSize + 1,
    ...(before ? { before } : {}),
  });
  const lists = await listsFor(tx, caseFile);
  const records = found.slice(0, pageSize);
  const last = records.at(-1);
  const older = found.length > pageSize && last ? last.startedAt : undefined;
  const [from, until] = [older ? tokyoMinute(older) : '', before ? tokyoMinute(before) : '9999'];
  const others = [
    ...stepsOf(asked),
    ...(await plansOf(tx, asked, lists)),
    ...(await referralsOf(tx, asked)),
    ...(await meetingsOf(tx, asked)),
    ...(await tasksOf(tx, asked)),
  ].filter(({ at }) => at >= from && at < until);
  // Of one moment, what came later stands first.
  return {
    entries: [...others.toReversed(), ...records.map((record) => ofRecord(asked, lists, record))],
    older,
  };
}

/** The last things that were recorded. */
export async function readLately(
  tx: Tx,
  { lists, limit, ...asked }: Asked & { readonly lists: CaseLists; readonly limit: number },
): Promise<readonly Entry[]> {
  const records = await listRecords(tx, { caseId: asked.caseFile.id, limit });
  return records.map((record) => ofRecord(asked, lists, record));
}

function ofRecord({ vault, lang, caseFile }: Asked, lists: CaseLists, record: NamedRecord): Entry {
  const texts = recordTexts(vault, caseFile, record);
  const kind = codeName(lang, lists.kinds, record.kind);
  const service = codeName(lang, lists.services, record.service);
  // 訪問・訪問支援 says one thing twice.
  const title = service.startsWith(kind) ? [service] : [kind, service];
  return {
    kind: record.kind.endsWith('meeting') ? 'meeting' : 'record',
    at: tokyoMinute(record.startedAt),
    title: title.filter(Boolean).join('・'),
    text: excerpt(texts.body, excerptLength),
    href: recordPaths.record.to({ recordId: record.id }),
  };
}

function stepsOf({ lang, caseFile }: Asked): readonly Entry[] {
  const t = words[lang].steps;
  const steps = [
    [caseFile.receivedOn, t.received],
    [caseFile.screenedOn, t.screened],
    [caseFile.consentedOn, t.consented],
    [caseFile.assessedOn, t.assessed],
    [caseFile.closedOn, t.closed],
  ] as const;
  return steps.flatMap(([at, title]) => (at ? [{ kind: 'step' as const, at, title, text: '' }] : []));
}

/** Every round: the case itself remembers only the days of the last. */
async function plansOf(
  tx: Tx,
  { lang, caseFile }: Asked,
  { outcomes }: CaseLists,
): Promise<readonly Entry[]> {
  const t = words[lang].steps;
  const reviews = await listReviews(tx, caseFile.id);
  return (await listPlans(tx, caseFile.id)).flatMap((plan) => {
    const round = planWords[lang].round(plan.round);
    const review = reviews.find(({ planId }) => planId === plan.id);
    const steps = [
      ['step', plan.madeOn, t.made(round)],
      ['step', plan.agreedOn, t.agreed(round)],
      ['meeting', plan.metOn, t.met(round)],
      ['step', plan.decidedOn, t.decided(round)],
      [
        'step',
        review?.confirmedOn ? review.heldOn : null,
        t.reviewed(round, codeName(lang, outcomes, review?.outcome)),
      ],
    ] as const;
    return steps.flatMap(([kind, at, title]) => (at ? [{ kind, at, title, text: '' }] : []));
  });
}

async function referralsOf(tx: Tx, { lang, caseFile }: Asked): Promise<readonly Entry[]> {
  const t = words[lang];
  const found = await listReferralsOfCase(tx, caseFile.id);
  const names = await namesOf(tx, lang, found);
  return found.flatMap((referral) => {
    const { to } = names(referral);
    const moments = [
      [referral.requestedAt, t.referred(to)],
      [referral.contactedAt, t.connected(to)],
      [referral.closedAt, t.referralEnded(to)],
    ] as const;
    const href = referralPaths.referral.to({ referralId: referral.id });
    return moments.flatMap(([at, title]) =>
      at ? [{ kind: 'referral' as const, at: tokyoMinute(at), title, text: '', href }] : [],
    );
  });
}

/** That there was a meeting, by its name and Act; what was said stands on its own page, for those whom the lane lets read it. */
async function meetingsOf(tx: Tx, { lang, caseFile }: Asked): Promise<readonly Entry[]> {
  const t = words[lang].meetings;
  const { kinds, acts } = meetingWords[lang];
  return (await listMeetings(tx, caseFile.id)).map((meeting) => {
    const { id, kind, act, lane, startsAt, heldAt, cancelledAt } = meeting;
    const name = kinds[kind as MeetingKind];
    const ground = acts[act as MeetingAct];
    return {
      kind: 'meeting',
      at: tokyoMinute(startsAt),
      title: cancelledAt ? t.cancelled(name) : heldAt ? t.held(name) : t.called(name),
      text: lane === 'sealed' ? t.sealed(ground) : ground,
      href: meetingPaths.meeting.to({ meetingId: id }),
    };
  });
}

/** What was done; what is still to do stands on the page of tasks. */
async function tasksOf(tx: Tx, { vault, lang, caseFile }: Asked): Promise<readonly Entry[]> {
  const tasks = await listTasks(tx, { caseId: caseFile.id, limit: 500 });
  return tasks.flatMap((task) =>
    task.doneAt
      ? [
          {
            kind: 'task' as const,
            at: tokyoDay(task.doneAt),
            title: words[lang].taskDone,
            text: excerpt(taskText(vault, caseFile, task), excerptLength),
          },
        ]
      : [],
  );
}
