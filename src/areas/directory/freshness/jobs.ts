import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { readSite } from '#platform/people/site.ts';
import { directoryEditor } from '../access.ts';
import { makeLink } from '../confirmations/actions.ts';
import { listBrokenLinks, listOwnersToTell, markTold } from '../links/store.ts';
import { findConfirmationAddress } from '../organisations/store.ts';
import { confirmationPaths, staffDirectoryPaths } from '../paths.ts';
import { eraseEmailsBefore } from '../proposals/store.ts';
import { findService, listServicesByIds } from '../services/store.ts';
import { mailWords } from './mail-words.ts';
import { belongsInLetter, byUrgency, mayWriteLetter, reminderDays } from './rules.ts';
import { type DueEntry, findLastLetter, insertLetter, listDueEntries, listNamings } from './store.ts';

/** What «send the link now» enqueues; who gets the mail is known to the system only. */
export const linkMail = { name: 'confirmation.send' } as Job<{ serviceId: string }>;

/** A letter names so many entries at most; the most overdue first. */
const mostEntries = 30;
/** An address that somebody left with a proposal is kept so long for an answer. */
const keepEmailDays = 90;

/** Letters to owners: every morning at 08:15 in Tokyo to those who are due, and when somebody asks for one. */
export function freshnessJobs({
  publicUrl,
}: {
  publicUrl: string;
}): readonly [Job<{ serviceId: string }>, Job<unknown>] {
  return [
    {
      name: linkMail.name,
      run: ({ db, who, now }, { serviceId }) =>
        inTransaction(db, who, async (tx) => {
          const held = await findService(tx, serviceId);
          const { id, organisationId, publishedAt, sealed, content, verifiedOn } = held;
          if (publishedAt === null || sealed) return;
          const reviewOn = verifiedOn === null ? null : held.reviewOn;
          const entry = { id, name: content.name.ja, dueOn: null, reviewOn };
          await writeLetter(
            tx,
            { organisationId, entries: [entry], more: 0, brokenLinks: [], publicUrl },
            now,
          );
        }),
    },
    {
      name: 'freshness.remind',
      cron: '15 23 * * *',
      run: async ({ db, who, now }) => {
        const owners = await inTransaction(db, who, async (tx) => {
          await eraseEmailsBefore(tx, new Date(now.getTime() - keepEmailDays * 86_400_000));
          const due = await listDueEntries(tx, addDays(tokyoDay(now), reminderDays));
          const toTell = await listOwnersToTell(tx);
          const byOwner = Map.groupBy(due, ({ organisationId }) => organisationId);
          return [...new Set([...byOwner.keys(), ...toTell])].map((id) => ({
            id,
            due: byOwner.get(id) ?? [],
          }));
        });
        for (const { id: organisationId, due } of owners)
          await inTransaction(db, who, (tx) => remindOwner(tx, { organisationId, due, publicUrl }, now));
      },
    },
  ];
}

/** One letter with all that is due, written down in the same transaction: a second run finds nothing to do. */
async function remindOwner(
  tx: Tx,
  { organisationId, due, publicUrl }: { organisationId: string; due: readonly DueEntry[]; publicUrl: string },
  now: Date,
): Promise<void> {
  const today = tokyoDay(now);
  if (!mayWriteLetter({ lastSentOn: await findLastLetter(tx, organisationId), today })) return;
  const namings = await listNamings(
    tx,
    due.map(({ id }) => id),
  );
  const named = (entry: DueEntry) => namings.get(`${entry.id} ${dueDayOf(entry)}`);
  const toName = due.filter((entry) => {
    const at = named(entry);
    return belongsInLetter({ ...entry, namedOn: at ? tokyoDay(at) : null }, today);
  });
  const open = toName.filter(({ sealed }) => !sealed).toSorted(byUrgency(today));
  const sealed = toName.length - open.length;
  const broken = await listBrokenLinks(tx, organisationId);
  if (open.length === 0 && sealed === 0 && broken.every(({ toldAt }) => toldAt !== null)) return;
  if ((await recipientsOf(tx, organisationId)).length === 0) return;
  if (!(await insertLetter(tx, { organisationId, sentOn: today, entries: toName.length }))) return;
  const entries = open.slice(0, mostEntries).map((entry) => ({
    id: entry.id,
    name: entry.name,
    dueOn: dueDayOf(entry),
    reviewOn: entry.verifiedOn === null ? null : entry.reviewOn,
  }));
  const names = new Map(
    (
      await listServicesByIds(
        tx,
        broken.map(({ serviceId }) => serviceId),
      )
    ).map(({ id, content }) => [id, content.name.ja]),
  );
  const brokenLinks = broken.map(({ serviceId, url, brokenSince }) => ({
    name: names.get(serviceId) ?? '',
    url,
    since: brokenSince ?? today,
  }));
  const more = open.length - entries.length;
  if (entries.length > 0 || brokenLinks.length > 0)
    await writeLetter(tx, { organisationId, entries, more, brokenLinks, publicUrl }, now);
  if (sealed > 0) await writeSealedLetter(tx, { organisationId, count: sealed, publicUrl });
  await markTold(tx, broken, now);
}

/** The review day; of an entry that nobody has confirmed yet, the day since when everybody sees it. */
function dueDayOf({ reviewOn, verifiedOn, publishedAt }: DueEntry): string | null {
  if (reviewOn !== null && verifiedOn !== null) return reviewOn;
  return publishedAt ? tokyoDay(publishedAt) : null;
}

interface Letter {
  readonly organisationId: string;
  readonly entries: readonly { id: string; name: string; dueOn: string | null; reviewOn: string | null }[];
  readonly more: number;
  readonly brokenLinks: readonly { name: string; url: string; since: string }[];
  readonly publicUrl: string;
}

async function writeLetter(
  tx: Tx,
  { organisationId, entries, publicUrl, ...rest }: Letter,
  now: Date,
): Promise<void> {
  const linked = [];
  for (const { id: serviceId, name, dueOn, reviewOn } of entries) {
    const token = await makeLink(tx, { serviceId, organisationId, dueOn }, now);
    linked.push({ name, reviewOn, link: `${publicUrl}${confirmationPaths.confirm.to({ token })}` });
  }
  const site = await readSite(tx);
  for (const { to, lang } of await recipientsOf(tx, organisationId)) {
    const facts = { ...rest, entries: linked, page: pageOf(publicUrl), operator: site.operator[lang] };
    await post(tx, {
      to,
      subject: mailWords[lang].subject(entries.length),
      body: mailWords[lang].body(facts),
    });
  }
}

/** Only to people who can sign in, and with nothing in it that says what it is about. */
async function writeSealedLetter(
  tx: Tx,
  { organisationId, count, publicUrl }: { organisationId: string; count: number; publicUrl: string },
): Promise<void> {
  for (const { to, lang } of await editorsOf(tx, organisationId))
    await post(tx, {
      to,
      subject: mailWords[lang].sealedSubject,
      body: mailWords[lang].sealedBody(count, pageOf(publicUrl)),
    });
}

interface Recipient {
  readonly to: string;
  readonly lang: Lang;
}

/** The address that the owner gave for this, or else everybody who edits its entries. */
async function recipientsOf(tx: Tx, organisationId: string): Promise<readonly Recipient[]> {
  const address = await findConfirmationAddress(tx, organisationId);
  return address ? [{ to: address, lang: 'ja' }] : editorsOf(tx, organisationId);
}

async function editorsOf(tx: Tx, organisationId: string): Promise<readonly Recipient[]> {
  const editors = await listMailRecipients(tx, { organisationId, role: directoryEditor.name });
  return editors.map(({ email: to, lang }) => ({ to, lang: isLang(lang) ? lang : 'ja' }));
}

function pageOf(publicUrl: string): string {
  return `${publicUrl}${staffDirectoryPaths.freshness.to({})}`;
}
