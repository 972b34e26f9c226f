import { type PersonWho, system, type Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { mustWorkAt } from '../access.ts';
import type { Account, ApplicantFacts } from '../applicants/rules.ts';
import { type Call, findCall, termsOf } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { type EditorRow, findEditorByToken, listEditors } from './editors/store.ts';
import { type Answer, type Answers, isWritable } from './rules.ts';
import { type Application, findApplication, listAnswers, lockApplication } from './store.ts';

/** Whoever holds a link has no account: the product acts for them, on this one application. */
export const asLink = system('grant-link');

/** By which door somebody comes to an application: a link that they hold, or the office where they work. */
export type Entrance =
  | { readonly by: 'link'; readonly token: string }
  | { readonly by: 'office'; readonly who: PersonWho; readonly applicationId: string };

/** unknown: cut off or made up · ended: somebody of the group took it back */
export type DeadLink = 'unknown' | 'ended';

export interface Opened {
  readonly application: Application;
  readonly call: Call;
  readonly terms: CallTerms;
  /** The application's data key. */
  readonly key: Buffer;
  /** A link of the application, or a person of the office: who changes it. */
  readonly by: string;
}

/** Before it was sent and when it came back; the office writes only what it wrote down itself, never what a group wrote. */
export function mayWrite({ application }: Pick<Opened, 'application'>, { by }: Entrance): boolean {
  return isWritable(application.state) && (by === 'link' || application.door !== 'web');
}

export function applicationKey(
  vault: Vault,
  { id, sealedKey }: Pick<Application, 'id' | 'sealedKey'>,
): Buffer {
  return openDataKey(vault, { sealed: sealedKey, owner: `grant-application:${id}` });
}

/** Runs `work` on one application as whoever came: once the link or the office was asked. `lock`: to change it. */
export async function enter<T, Refusal extends string = never>(
  db: Db,
  { entrance, vault, lock = false }: { entrance: Entrance; vault: Vault; lock?: boolean },
  work: (tx: Tx, opened: Opened) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal | DeadLink>> {
  const who: Who = entrance.by === 'link' ? asLink : entrance.who;
  return inTransaction(db, who, async (tx) => {
    let by: string;
    let id: string;
    if (entrance.by === 'link') {
      const editor = await findEditorByToken(tx, entrance.token);
      if (!editor) return refuse('unknown');
      if (editor.endedAt) return refuse('ended');
      [by, id] = [editor.id, editor.applicationId];
    } else [by, id] = [entrance.who.personId, entrance.applicationId];
    const application = await (lock ? lockApplication : findApplication)(tx, id);
    if (entrance.by === 'office') mustWorkAt(entrance.who, application.bureauId);
    return work(tx, { ...(await openRow(tx, vault, application)), by });
  });
}

export async function openRow(tx: Tx, vault: Vault, application: Application): Promise<Omit<Opened, 'by'>> {
  return {
    application,
    call: await findCall(tx, application.callId),
    terms: await termsOf(tx, application.versionId),
    key: applicationKey(vault, application),
  };
}

/** Who asks and where the money goes stand beside the answers, as parts of their own. */
export const applicantPart = '@applicant';
export const accountPart = '@account';

export interface Written {
  readonly answers: Answers;
  readonly applicant: ApplicantFacts | undefined;
  readonly account: Account | undefined;
  /** Of each part that was written: how often, by whom, and when last. */
  readonly marks: ReadonlyMap<string, { version: number; by: string | null; at: Date }>;
}

/** Everything that stands in an application, opened. */
export async function readWritten(
  tx: Tx,
  { application, key }: Pick<Opened, 'application' | 'key'>,
): Promise<Written> {
  const rows = await listAnswers(tx, application.id);
  const parts = new Map(
    rows.map(({ code, sealed }) => [
      code,
      JSON.parse(unseal(key, { sealed, owner: ownerOfPart(application.id, code) })) as unknown,
    ]),
  );
  return {
    answers: new Map(
      [...parts].filter(([code]) => !code.startsWith('@')).map(([code, answer]) => [code, answer as Answer]),
    ),
    applicant: parts.get(applicantPart) as ApplicantFacts | undefined,
    account: parts.get(accountPart) as Account | undefined,
    marks: new Map(
      rows.map(({ code, version, changedBy, changedAt }) => [
        code,
        { version, by: changedBy, at: changedAt },
      ]),
    ),
  };
}

/** What stands in a part, whatever it is. */
export function standingPart({ answers, applicant, account }: Written, code: string): unknown {
  if (code === applicantPart) return applicant;
  return code === accountPart ? account : answers.get(code);
}

const ownerOfPart = (applicationId: string, code: string) => `grant-application:${applicationId}:${code}`;

export function sealPart(
  { application, key }: Pick<Opened, 'application' | 'key'>,
  { code, said }: { code: string; said: unknown },
): string {
  return seal(key, { text: JSON.stringify(said), owner: ownerOfPart(application.id, code) });
}

export interface Editor {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly lang: 'ja' | 'en';
  readonly mailKey: string;
  readonly ended: boolean;
}

/** Those who write on an application by link. */
export async function readEditors(
  tx: Tx,
  opened: Pick<Opened, 'application' | 'key'>,
): Promise<readonly Editor[]> {
  return (await listEditors(tx, opened.application.id)).map((row) => openEditor(opened, row));
}

export function openEditor({ key }: Pick<Opened, 'key'>, row: EditorRow): Editor {
  const owner = `grant-application:${row.applicationId}:editor`;
  const said = JSON.parse(unseal(key, { sealed: row.sealed, owner })) as Pick<
    Editor,
    'name' | 'mail' | 'lang'
  >;
  return { id: row.id, ...said, mailKey: row.mailKey, ended: row.endedAt !== null };
}

export function sealEditor(
  { application, key }: Pick<Opened, 'application' | 'key'>,
  said: Pick<Editor, 'name' | 'mail' | 'lang'>,
): string {
  const owner = `grant-application:${application.id}:editor`;
  return seal(key, { text: JSON.stringify(said), owner });
}

/** For other slices of the office: an application as it stands, when row-level security shows it. */
export async function readApplication(tx: Tx, vault: Vault, id: string) {
  const opened = await openRow(tx, vault, await findApplication(tx, id));
  return { ...opened, ...(await readWritten(tx, opened)) };
}
