import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { type CaseFile, findCaseFile } from '../case-files/store.ts';
import { protectionPaths } from '../paths.ts';
import { isBarredFrom } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { mailWords } from './mail-words.ts';
import { openingMail } from './openings.ts';
import { isToRemind, stateOf } from './rules.ts';
import { listStanding, lockOpening, updateProtection } from './store.ts';

type Letter = keyof (typeof mailWords)['ja'];
interface Reader {
  readonly personId: string;
  readonly email: string;
  readonly lang: string;
}

/** Letters about what a second person decides, and about protections near their end. */
export function protectionJobs({
  publicUrl,
}: {
  publicUrl: string;
}): readonly [Job<{ openingId: string }>, Job<unknown>] {
  return [
    {
      name: openingMail.name,
      run: ({ db, who, now }, { openingId }) =>
        inTransaction(db, who, async (tx) => {
          const opening = await lockOpening(tx, openingId);
          const caseFile = await findCaseFile(tx, opening.caseId);
          const { askedBy, granted } = opening;
          const everybody = await readersOf(tx, caseFile, now);
          if (granted === null) {
            const others = await secondsOf(tx, caseFile, { askedBy, now });
            const url = publicUrl + protectionPaths.openings.to({});
            await tell(tx, others, { letter: 'ask', url, once: `opening:${openingId}:ask` });
            return;
          }
          const url = publicUrl + protectionPaths.protection.to({ caseId: caseFile.id });
          const asker = everybody.filter(({ personId }) => personId === askedBy);
          const letter = granted ? 'agreed' : 'refused';
          await tell(tx, asker, { letter, url, once: `opening:${openingId}:decided` });
        }),
    },
    {
      name: 'protection.watch',
      // 08:20 in Tokyo.
      cron: '20 23 * * *',
      run: ({ db, who, now }) => inTransaction(db, who, (tx) => remind(tx, publicUrl, now)),
    },
  ];
}

async function remind(tx: Tx, publicUrl: string, now: Date): Promise<void> {
  const today = tokyoDay(now);
  for (const protection of await listStanding(tx)) {
    if (protection.withId || !isToRemind(protection, today, now)) continue;
    const caseFile = await findCaseFile(tx, protection.caseId);
    const letter = stateOf(protection, today) === 'over' ? 'over' : 'renew';
    const url = publicUrl + protectionPaths.protection.to({ caseId: caseFile.id });
    const readers = await readersOf(tx, caseFile, now);
    const responsible = readers.filter(
      ({ personId, supervisor }) => supervisor || personId === caseFile.assignedTo,
    );
    await tell(tx, responsible, { letter, url });
    await updateProtection(tx, protection.id, { remindedAt: now });
  }
}

/** Those who carry cases where the case is, the barred left out. */
async function readersOf(tx: Tx, caseFile: CaseFile, now: Date) {
  const { organisationId } = caseFile;
  const supervisors = await listMailRecipients(tx, { organisationId, role: caseSupervisor.name });
  const workers = await listMailRecipients(tx, { organisationId, role: caseWorker.name });
  const isSupervisor = new Set(supervisors.map(({ personId }) => personId));
  const all = new Map([...workers, ...supervisors].map((each) => [each.personId, each]));
  const relations = await listRelations(tx, caseFile.id);
  return [...all.values()]
    .filter(({ personId }) => !isBarredFrom(relations, personId, now))
    .map((each) => ({ ...each, supervisor: isSupervisor.has(each.personId) }));
}

/** Who may agree: supervisors, or the officer where there is no other. */
async function secondsOf(
  tx: Tx,
  caseFile: CaseFile,
  { askedBy, now }: { askedBy: string; now: Date },
): Promise<readonly Reader[]> {
  const supervisors = (await readersOf(tx, caseFile, now)).filter(
    ({ supervisor, personId }) => supervisor && personId !== askedBy,
  );
  if (supervisors.length > 0) return supervisors;
  return listMailRecipients(tx, { role: protectionOfficer.name });
}

async function tell(
  tx: Tx,
  readers: readonly Reader[],
  { letter, url, once }: { letter: Letter; url: string; once?: string },
): Promise<void> {
  const write = (lang: Lang) => {
    const { subject, body } = mailWords[lang][letter];
    return { subject, body: `${body}\n\n${url}\n` };
  };
  await postToReaders(tx, readers, write, once);
}
