import type { Db, Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findPublishedTerms } from '../../calls/store.ts';
import { readApplicant } from '../../applicants/actions.ts';
import type { OpenedAward } from '../../awards/open.ts';
import { findAwardOf } from '../../awards/store.ts';
import { readReport } from '../../settlements/report.ts';
import { isOpen, makeDraft, type PartInput, putParts, type StartRefusal } from '../actions.ts';
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
import { type LastReport, takenOver } from './rules.ts';
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
 * Begins a new application from one that somebody holds a link of: who asks, the account, and of the answers and of the report those
 * that the new call takes over from last year. Whoever can open the one has seen all of it.
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
    const { name, mail, lang } = editor;
    const letter = { name, mail, lang, vault, publicUrl, invitedBy: null, letter: 'started' as const };
    const given = await addEditor(tx, made, letter, now);
    const parts = await partsOf(tx, { vault, opened, made, isNext: callId !== opened.call.id });
    await putParts(tx, { ...made, by: null }, parts, now);
    return ok({ token: given, applicationId: made.application.id });
  });
}

/** What stands in the new application from the first moment: to be seen and changed before it is sent. */
async function partsOf(
  tx: Tx,
  {
    vault,
    opened,
    made,
    isNext,
  }: { vault: Vault; opened: Opened; made: Pick<Opened, 'terms'>; isNext: boolean },
): Promise<readonly PartInput[]> {
  const { answers, applicant, account: written } = await readWritten(tx, opened);
  const award = await findAwardOf(tx, opened.application.id);
  const { applicantId } = opened.application;
  // The office has looked at who they are and paid there: where the account was put right meanwhile, that is the one.
  const known = award && applicantId ? (await readApplicant(tx, vault, applicantId)).account : undefined;
  const report = award && isNext ? await readLastReport(tx, { ...opened, award }) : null;
  const said = [
    { code: applicantPart, said: applicant },
    { code: accountPart, said: known ?? written },
    ...(isNext ? takenOver(made.terms, { answers, report }) : []),
  ];
  return said.flatMap((part) => (part.said === undefined ? [] : [{ ...part, base: 0 }]));
}

/** What was spent and counted, as it was sent to the office; null: nothing was yet. */
async function readLastReport(tx: Tx, opened: OpenedAward): Promise<LastReport | null> {
  const report = await readReport(tx, opened);
  if (!report?.settlement?.submittedAt) return null;
  return {
    costs: report.lines.map(({ what, spentYen }) => ({ what, yen: spentYen ?? 0 })),
    numbers: report.said.numbers ?? {},
    done: report.settlement.done,
  };
}
