import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { type FileStore, inspectFile } from '#platform/files/store.ts';
import type { Job, JobTools } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { grantOfficer } from '../../access.ts';
import { applicationStaffPaths } from '../../paths.ts';
import { isOfReport, readReport, reportHash } from '../../settlements/report.ts';
import { listSentAfter } from '../../settlements/store.ts';
import { applicationKey, openRow, readWritten } from '../open.ts';
import { receiptHash } from '../sending/actions.ts';
import type { Application } from '../store.ts';
import { isSamePaper } from './actions.ts';
import { alarmMail } from './mail-words.ts';
import { insertAlarm, listPaperRows, listPapersAfter, listReceiptsAfter, updatePaper } from './store.ts';

interface Kept {
  readonly vault: Vault;
  readonly files: FileStore;
  readonly publicUrl: string;
}

/** Rows in one transaction: short enough that nobody who writes waits. */
const atOnce = 100;
const before = '00000000-0000-0000-0000-000000000000';

/** Each night at 2:40 in Tokyo: every paper and every receipt, of applications and of reports, is held against what was received. */
export function receivedJob(kept: Kept): Job<unknown> {
  return {
    name: 'grant-paper.check',
    cron: '40 17 * * *',
    run: async ({ db, who, now, log }) => {
      const found = new Map<string, number>();
      const raise = async (tx: Tx, alarm: Raised) => {
        if (!(await raiseAlarm(tx, alarm, now))) return;
        found.set(alarm.bureauId, (found.get(alarm.bureauId) ?? 0) + 1);
        log.error({ alarm: alarm.kind, application: alarm.applicationId }, 'what was received has changed');
      };
      await checkPapers({ db, who, now }, kept, raise);
      await checkReceipts({ db, who }, kept, raise);
      await checkReports({ db, who }, kept, raise);
      await inTransaction(db, who, (tx) => tellOffices(tx, kept, found));
    },
  };
}

interface Raised {
  readonly applicationId: string;
  readonly bureauId: string;
  readonly paperId: string | null;
  readonly kind: 'missing' | 'changed' | 'receipt' | 'report';
}
type Raise = (tx: Tx, alarm: Raised) => Promise<void>;
type As = { readonly db: Database } & Pick<JobTools, 'who'>;

async function checkPapers({ db, who, now }: As & { now: Date }, kept: Kept, raise: Raise): Promise<void> {
  for (let after: string | undefined = before; after; ) {
    const from: string = after;
    after = await inTransaction(db, who, async (tx) => {
      const rows = await listPapersAfter(tx, { after: from, limit: atOnce });
      for (const { paper, application } of rows) {
        const file = await inspectFile(tx, kept.files, paper.fileId);
        const key = applicationKey(kept.vault, application);
        const same = file.is === 'same' && isSamePaper(paper, { key, stored: file.content });
        const { applicationId, bureauId } = paper;
        if (same) await updatePaper(tx, paper.id, { checkedAt: now });
        else {
          const kind = file.is === 'missing' ? 'missing' : 'changed';
          await raise(tx, { applicationId, bureauId, paperId: paper.id, kind });
        }
      }
      return rows.at(-1)?.paper.id;
    });
  }
}

async function checkReceipts({ db, who }: As, kept: Kept, raise: Raise): Promise<void> {
  for (let after: string | undefined = before; after; ) {
    const from: string = after;
    after = await inTransaction(db, who, async (tx) => {
      const rows = await listReceiptsAfter(tx, { after: from, limit: atOnce });
      for (const application of rows) {
        const hash = await hashNow(tx, kept.vault, application).catch(cannotBeOpened);
        if (hash !== application.receiptHash)
          await raise(tx, {
            applicationId: application.id,
            bureauId: application.bureauId,
            paperId: null,
            kind: 'receipt',
          });
      }
      return rows.at(-1)?.id;
    });
  }
}

/** What somebody wrote over the sealed text is opened by nobody: a change like another, and no reason to look no further. */
const cannotBeOpened = () => undefined;

async function hashNow(tx: Tx, vault: Vault, application: Application): Promise<string | undefined> {
  const { applicant, account, answers } = await readWritten(tx, {
    application,
    key: applicationKey(vault, application),
  });
  const papers = (await listPaperRows(tx, application.id)).filter(({ code }) => !isOfReport(code));
  const number = application.number ?? '';
  return applicant && account && receiptHash({ number, applicant, account, answers, papers });
}

async function checkReports({ db, who }: As, { vault }: Kept, raise: Raise): Promise<void> {
  for (let after: string | undefined = before; after; ) {
    const from: string = after;
    after = await inTransaction(db, who, async (tx) => {
      const rows = await listSentAfter(tx, { after: from, limit: atOnce });
      for (const { settlement, award, application } of rows) {
        const hash = await openRow(tx, vault, application)
          .then((opened) => readReport(tx, { ...opened, award, by: '' }))
          .then((report) => report && reportHash(report))
          .catch(cannotBeOpened);
        const { id: applicationId, bureauId } = application;
        if (hash !== settlement.receiptHash)
          await raise(tx, { applicationId, bureauId, paperId: null, kind: 'report' });
      }
      return rows.at(-1)?.settlement.id;
    });
  }
}

/** Once for each thing that is wrong; it stays until somebody has looked into it. */
async function raiseAlarm(tx: Tx, alarm: Raised, now: Date): Promise<boolean> {
  if (!(await insertAlarm(tx, { ...alarm, foundAt: now }))) return false;
  const subject = { kind: 'grant-application', id: alarm.applicationId };
  const facts = { kind: alarm.kind, ...(alarm.paperId && { paper: alarm.paperId }) };
  await record(tx, { event: 'grant-paper.alarm', subject, facts }, now);
  return true;
}

async function tellOffices(tx: Tx, { publicUrl }: Kept, found: ReadonlyMap<string, number>): Promise<void> {
  const url = publicUrl + applicationStaffPaths.entries.to({});
  for (const [organisationId, count] of found)
    await postToHolders(tx, { organisationId, role: grantOfficer.name }, (lang) => {
      const { subject, body } = alarmMail[lang];
      return { subject, body: body(count, url) };
    });
}
