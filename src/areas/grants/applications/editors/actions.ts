import { randomUUID } from 'node:crypto';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { ok, type Result } from '#platform/result.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { applicationPaths } from '../../paths.ts';
import {
  asLink,
  type DeadLink,
  type Entrance,
  enter,
  type Opened,
  openEditor,
  openRow,
  readEditors,
  sealEditor,
} from '../open.ts';
import { decideEnd, decideInvite, type EditorRefusal } from './rules.ts';
import { endEditors, insertEditor, listOfMail } from './store.ts';
import { mailWords } from './mail-words.ts';
import { listChanges } from '../store.ts';

export type Letter = keyof (typeof mailWords)['ja'];

const mailKeyOf = (vault: Vault, mail: string) => blindIndex(vault, { purpose: 'grant-editor', value: mail });

/** Gives somebody a link of their own, and mails it. The token is kept nowhere. */
export async function addEditor(
  tx: Tx,
  opened: Omit<Opened, 'by'>,
  input: {
    name: string;
    mail: string;
    lang: Lang;
    vault: Vault;
    publicUrl: string;
    invitedBy: string | null;
    letter: Letter;
  },
  now: Date,
): Promise<string> {
  const { application, call, terms } = opened;
  const { name, mail, lang, vault, letter } = input;
  const token = newToken();
  await insertEditor(tx, {
    id: randomUUID(),
    applicationId: application.id,
    token,
    sealed: sealEditor(opened, { name, mail, lang }),
    mailKey: mailKeyOf(vault, mail),
    invitedBy: input.invitedBy,
    createdAt: now,
  });
  const url = `${input.publicUrl}${applicationPaths.overview.to({ token }, { lang: lang === 'ja' ? undefined : lang })}`;
  const { subject, body } = mailWords[lang][letter];
  const about = { call: terms.name[lang], year: call.fiscalYear, number: application.number ?? '', url };
  await post(tx, { to: mail, subject: subject(about), body: body(about) });
  return token;
}

/** Several people may write on one application; each is known by their own link. */
export async function inviteEditor(
  db: Db,
  entrance: Entrance,
  input: { name: string; mail: string; lang: Lang; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<Result<'invited', EditorRefusal | DeadLink>> {
  return enter(db, { entrance, vault: input.vault, lock: true }, async (tx, opened) => {
    const mails = mailsOf(await readEditors(tx, opened));
    const decision = decideInvite({ mails, mail: input.mail });
    if (!decision.ok) return decision;
    await addEditor(tx, opened, { ...input, invitedBy: opened.by, letter: 'invited' }, now);
    await tell(tx, opened, 'invite', now);
    return ok('invited');
  });
}

/** The office gives whoever applied on paper or by telephone a link, so that they can read along and mend. Links are the product's own. */
export async function giveLink(
  db: Database,
  entrance: Extract<Entrance, { by: 'office' }>,
  input: { name: string; mail: string; lang: Lang; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<Result<'invited', EditorRefusal | DeadLink>> {
  const looked = await enter(db, { entrance, vault: input.vault }, async (_, opened) => ok(opened));
  if (!looked.ok) return looked;
  return inTransaction(db, asLink, async (tx) => {
    const opened = looked.value;
    const decision = decideInvite({ mails: mailsOf(await readEditors(tx, opened)), mail: input.mail });
    if (!decision.ok) return decision;
    await addEditor(tx, opened, { ...input, invitedBy: opened.by, letter: 'opened' }, now);
    await tell(tx, opened, 'invite', now);
    return ok('invited');
  });
}

/** All links that somebody holds on this application stop working; what they wrote stays. */
export async function endEditor(
  db: Db,
  entrance: Entrance,
  { editorId, vault }: { editorId: string; vault: Vault },
  now = new Date(),
): Promise<Result<'ended', EditorRefusal | DeadLink>> {
  return enter(db, { entrance, vault, lock: true }, async (tx, opened) => {
    const editors = await readEditors(tx, opened);
    const editor = editors.find(({ id, ended }) => id === editorId && !ended);
    if (!editor) throw new NotFound('editor');
    const decision = decideEnd({ mails: mailsOf(editors), mail: editor.mail });
    if (!decision.ok) return decision;
    await endEditors(tx, { applicationId: opened.application.id, mailKey: editor.mailKey, endedAt: now });
    await tell(tx, opened, 'end-link', now);
    return ok('ended');
  });
}

/**
 * Somebody lost their links: new ones go to the address, for each application on which it still writes. Whoever asks is told the
 * same whether there are any; what is mailed only the holder of the mailbox reads.
 */
export async function sendLinks(
  db: Db,
  { mail, vault, publicUrl }: { mail: string; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, asLink, async (tx) => {
    for (const { editor, application } of (await listOfMail(tx, mailKeyOf(vault, mail))).slice(
      -mostLetters,
    )) {
      const opened = await openRow(tx, vault, application);
      const { name, lang } = openEditor(opened, editor);
      const letter = {
        name,
        mail,
        lang,
        vault,
        publicUrl,
        invitedBy: editor.invitedBy,
        letter: 'lost' as const,
      };
      await addEditor(tx, opened, letter, now);
      await tell(tx, { ...opened, by: editor.id }, 'send-link', now);
    }
  });
}
const mostLetters = 10;

function mailsOf(editors: readonly { mail: string; ended: boolean }[]): readonly string[] {
  return [...new Set(editors.filter(({ ended }) => !ended).map(({ mail }) => mail))];
}

async function tell(
  tx: Tx,
  { application, by }: Opened,
  verb: 'invite' | 'end-link' | 'send-link',
  now: Date,
) {
  const subject = { kind: 'grant-application', id: application.id };
  await record(tx, { event: `grant-application.${verb}`, subject, facts: { by } }, now);
}

/** Who changed which part of an application last, and when. */
export async function readChanges(db: Db, { application }: Pick<Opened, 'application'>) {
  return inTransaction(db, asLink, (tx) => listChanges(tx, application.id));
}
