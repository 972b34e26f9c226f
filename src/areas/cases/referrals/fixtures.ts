import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeOwner, makeService } from '#areas/directory/services/fixtures.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { makeCase as makeCaseFile } from '../case-files/fixtures.ts';
import { basisPaths, referralPaths } from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { referralJobs } from './jobs.ts';

type Fields = Record<string, string | string[]>;
interface Receiver {
  readonly organisationId: string;
  readonly serviceId: string;
}

/** Referring as people do it, through the pages; `as` signs in where nobody else is named. */
export function referring(app: TestApp, as: SignedIn) {
  const { db, tools } = app;
  const rows = (text: string, values: readonly unknown[]) =>
    inTransaction(db, system('test'), async (tx) => {
      const answer = await tx.$client.query<Record<string, unknown>>(text, [...values]);
      return answer.rows;
    });

  /** A receiver in the directory: with an account, or with a mail address only. */
  async function receiver({ account }: { account: boolean }) {
    const organisationId = await makeOwner(db);
    const { serviceId } = await makeService(db, { organisationId, publish: true });
    if (!account)
      await rows('insert into confirmation_addresses (organisation_id, email) values ($1, $2)', [
        organisationId,
        `${organisationId}@example.jp`,
      ]);
    const worker = account ? await app.signIn(caseWorker, { organisationId, name: '受 取子' }) : as;
    return { organisationId, serviceId, worker, mail: `${organisationId}@example.jp` };
  }

  async function makeCase(): Promise<string> {
    const { id } = await makeCaseFile(
      { db, vault: tools.vault },
      {
        organisationId: as.organisationId,
        assignedTo: as.who.personId,
        identity: { ...noIdentity, name: '川 岸子', phone: '090-0000-0001' },
        worries: ['housing'],
      },
    );
    return id;
  }

  async function consent(
    caseId: string,
    to: string | readonly [string, string, string?],
    classes = ['identity', 'basic', 'health'],
  ): Promise<string> {
    const [organisationId, organisationId2 = '', organisationId3 = ''] = typeof to === 'string' ? [to] : to;
    const answer = await app.post(
      basisPaths.consent.to({ caseId }),
      {
        organisationId,
        organisationId2,
        organisationId3,
        'classes[]': classes,
        purpose: '住まいを探すため',
        how: 'spoken',
        givenOn: '2026-04-01',
        untilOn: '2099-03-31',
      },
      as,
    );
    if (answer.status !== 303) throw new Error('no consent');
    const [basis] = await rows(
      'select id from case_bases where case_id = $1 order by created_at desc limit 1',
      [caseId],
    );
    return String(basis?.['id']);
  }

  /** A draft to one receiver, or to several in order, on a consent that names them all. */
  async function refer(to: Receiver, fields: Fields = {}, further: readonly Receiver[] = []) {
    const caseId = await makeCase();
    const ids = [to, ...further].map(({ organisationId }) => organisationId);
    const basisId = await consent(caseId, ids as [string, string, string?]);
    const url = referralPaths.fill.to({ caseId, serviceId: to.serviceId });
    const [next1 = '', next2 = ''] = further.map(({ serviceId }) => serviceId);
    const told = { basisId, 'fields[]': ['氏名'], message: '部屋を探しています', next1, next2, ...fields };
    const answer = await app.post(url, told, as);
    const referralId = /referrals\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
    if (!referralId) throw new Error(`no draft: ${await textOf(answer)}`);
    return { caseId, basisId, referralId };
  }

  return {
    receiver,
    makeCase,
    consent,
    refer,
    move: (referralId: string, name: string, fields: Fields = {}, who = as) =>
      app.post(referralPaths.move.to({ referralId, move: name }), fields, who),
    shown: async (referralId: string, who = as) =>
      textOf(await app.get(referralPaths.referral.to({ referralId }), who)),
    run: async (name: string, payload: object = {}, now = new Date()) => {
      const { vault } = tools;
      const job = referralJobs({ publicUrl: 'http://localhost', vault }).find((each) => each.name === name);
      if (!job) throw new Error(`no job ${name}`);
      await job.run({ db, who: system(name), now, log: makeLog('silent') }, payload);
    },
    /** Bodies of the mail to an address, newest first. */
    mails: async (to: string): Promise<string[]> => {
      const found = await rows('select body from mail_outbox where recipient = $1 order by created_at desc', [
        to,
      ]);
      return found.map(({ body }) => String(body));
    },
    stateOf: async (referralId: string): Promise<unknown> => {
      const [row] = await rows('select state from referrals where id = $1', [referralId]);
      return row?.['state'];
    },
  };
}
