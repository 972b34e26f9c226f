import type { Db, Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findPublishedTerms } from '../../calls/store.ts';
import { isOpen, makeDraft, putParts, type StartRefusal } from '../actions.ts';
import { addEditor } from '../editors/actions.ts';
import {
  accountPart,
  applicantPart,
  type DeadLink,
  enter,
  type Opened,
  readEditors,
  readWritten,
} from '../open.ts';
import { listNextCalls } from './store.ts';

/** Calls that take a new application with what is known here: those that follow this one, and itself where each place has its own. */
export async function listAgain(
  tx: Tx,
  { application, call, terms }: Pick<Opened, 'application' | 'call' | 'terms'>,
  now: Date,
): Promise<readonly { readonly id: string; readonly name: Text }[]> {
  if (application.state === 'draft') return [];
  const places = terms.unit === 'site' || terms.unit === 'municipality';
  const calls = [...(places ? [call] : []), ...(await listNextCalls(tx, call.id))];
  const open: { id: string; name: Text }[] = [];
  for (const each of calls)
    if (await isOpen(tx, each, tokyoDay(now)))
      open.push({ id: each.id, name: (await findPublishedTerms(tx, each.id)).terms.name });
  return open;
}

/**
 * Begins a new application from one that somebody holds a link of: who asks, the account, and of the answers those that the new
 * call takes over from last year. Whoever can open the one has seen all of it.
 */
export async function applyAgain(
  db: Db,
  { token, callId, vault, publicUrl }: { token: string; callId: string; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<Result<{ token: string; applicationId: string }, StartRefusal | DeadLink>> {
  return enter(db, { entrance: { by: 'link', token }, vault }, async (tx, opened) => {
    const calls = await listAgain(tx, opened, now);
    if (!calls.some(({ id }) => id === callId)) return refuse('call-not-open');
    const editor = (await readEditors(tx, opened)).find(({ id }) => id === opened.by);
    if (!editor) return refuse('unknown');
    const made = await makeDraft(tx, vault, { callId, door: 'web' }, now);
    const written = await readWritten(tx, opened);
    const { name, mail, lang } = editor;
    const letter = { name, mail, lang, vault, publicUrl, invitedBy: null, letter: 'started' as const };
    const given = await addEditor(tx, made, letter, now);
    const added = (await readEditors(tx, made))[0];
    if (!added) throw new Error('no link was made');
    await putParts(tx, { ...made, by: added.id }, takenOver(made, written, callId !== opened.call.id), now);
    return ok({ token: given, applicationId: made.application.id });
  });
}

function takenOver(
  { terms }: Pick<Opened, 'terms'>,
  { applicant, account, answers }: Awaited<ReturnType<typeof readWritten>>,
  isNext: boolean,
) {
  const part = (code: string, said: unknown) => (said === undefined ? [] : [{ code, said, base: 0 }]);
  const kept = terms.questions.filter(({ fillFrom }) => isNext && fillFrom === 'last-year');
  return [
    ...part(applicantPart, applicant),
    ...part(accountPart, account),
    ...kept.flatMap(({ code }) => part(code, answers.get(code))),
  ];
}
