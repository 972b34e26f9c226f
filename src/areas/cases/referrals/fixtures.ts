import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeOwner, makeService } from '#areas/directory/services/fixtures.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { basisPaths, referralPaths } from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { referralJobs } from './jobs.ts';

type Fields = Record<string, string | string[]>;
interface Receiver {
  readonly organisationId: string;
  readonly serviceId: string;
}
/** The product, and who refers somebody where nobody else is named. */
interface At {
  readonly app: TestApp;
  readonly as: SignedIn;
}

/** Referring as people do it, through the pages. */
export function referring(app: TestApp, as: SignedIn) {
  const at = { app, as };
  return {
    receiver: (of: { account: boolean }) => makeReceiver(at, of),
    makeCase: () => makeNamedCase(at),
    consent: (caseId: string, to: string | readonly string[], classes?: string[]) =>
      consentTo(at, { caseId, to: typeof to === 'string' ? [to] : to, ...(classes ? { classes } : {}) }),
    refer: (to: Receiver, fields: Fields = {}, further: readonly Receiver[] = []) =>
      referTo(at, { to, fields, further }),
    move: (referralId: string, name: string, fields: Fields = {}, who = as) =>
      app.post(referralPaths.move.to({ referralId, move: name }), fields, who),
    shown: async (referralId: string, who = as) =>
      textOf(await app.get(referralPaths.referral.to({ referralId }), who)),
    run: (name: string, payload: object = {}, now = new Date()) => runJob(app, { name, payload, now }),
    /** Bodies of the mail to an address, newest first. */
    mails: (to: string) =>
      column(app, 'select body from mail_outbox where recipient = $1 order by created_at desc', to),
    stateOf: async (referralId: string) =>
      (await column(app, 'select state from referrals where id = $1', referralId))[0],
  };
}

async function column({ db }: TestApp, text: string, value: string): Promise<string[]> {
  return inTransaction(db, system('test'), async (tx) => {
    const { rows } = await tx.$client.query<Record<string, string>>(text, [value]);
    return rows.flatMap((row) => Object.values(row));
  });
}

/** A receiver in the directory: with an account, or with a mail address only. */
async function makeReceiver({ app, as }: At, { account }: { account: boolean }) {
  const organisationId = await makeOwner(app.db);
  const mail = `${organisationId}@example.jp`;
  const { serviceId } = await makeService(app.db, { organisationId, publish: true });
  if (!account)
    await column(
      app,
      `insert into confirmation_addresses (organisation_id, email) values ($1::uuid, $1 || '@example.jp')`,
      organisationId,
    );
  const worker = account ? await app.signIn(caseWorker, { organisationId, name: '受 取子' }) : as;
  return { organisationId, serviceId, worker, mail };
}

async function makeNamedCase({ app, as }: At): Promise<string> {
  const { id } = await makeCase(
    { db: app.db, vault: app.tools.vault },
    {
      organisationId: as.organisationId,
      assignedTo: as.who.personId,
      identity: { ...noIdentity, name: '川 岸子', phone: '090-0000-0001' },
      worries: ['housing'],
    },
  );
  return id;
}

async function consentTo(
  { app, as }: At,
  {
    caseId,
    to: [organisationId = '', organisationId2 = '', organisationId3 = ''],
    classes = ['identity', 'basic', 'health'],
  }: { caseId: string; to: readonly string[]; classes?: string[] },
): Promise<string> {
  const whom = { organisationId, organisationId2, organisationId3, 'classes[]': classes };
  const how = { purpose: '住まいを探すため', how: 'spoken', givenOn: '2026-04-01', untilOn: '2099-03-31' };
  const answer = await app.post(basisPaths.consent.to({ caseId }), { ...whom, ...how }, as);
  if (answer.status !== 303) throw new Error(`no consent: ${await textOf(answer)}`);
  const ids = 'select id from case_bases where case_id = $1 order by created_at desc limit 1';
  return (await column(app, ids, caseId))[0] ?? '';
}

/** A draft to one receiver, or to several in order, on a consent that names them all. */
async function referTo(
  at: At,
  { to, fields, further }: { to: Receiver; fields: Fields; further: readonly Receiver[] },
) {
  const caseId = await makeNamedCase(at);
  const ids = [to, ...further].map(({ organisationId }) => organisationId);
  const basisId = await consentTo(at, { caseId, to: ids });
  const [next1 = '', next2 = ''] = further.map(({ serviceId }) => serviceId);
  const told = { basisId, 'fields[]': ['氏名'], message: '部屋を探しています', next1, next2, ...fields };
  const url = referralPaths.fill.to({ caseId, serviceId: to.serviceId });
  const answer = await at.app.post(url, told, at.as);
  const referralId = /referrals\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
  if (!referralId) throw new Error(`no draft: ${await textOf(answer)}`);
  return { caseId, basisId, referralId };
}

async function runJob(
  { db, tools }: TestApp,
  { name, payload, now }: { name: string; payload: object; now: Date },
): Promise<void> {
  const jobs = referralJobs({ publicUrl: 'http://localhost', vault: tools.vault });
  const job = jobs.find((each) => each.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.run({ db, who: system(name), now, log: makeLog('silent') }, payload);
}
