import { inTransaction } from '#platform/database/database.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findContact } from '../contacts/store.ts';
import { deskPaths } from '../paths.ts';
import { boardPage } from './board.tsx';

export type ContactVisit = Visit<{ contactId: string }>;

/** Done: the desk with this contact open, and a sentence. */
export async function back(visit: ContactVisit, notice?: string): Promise<Response> {
  const { contactId } = visit.params;
  const { deskId } = await inTransaction(visit.db, visit.who, (tx) => findContact(tx, contactId));
  return visit.go(deskPaths.desk.to({ deskId }, { contact: contactId }), notice);
}

/** Refused: the same page with the reason and all that was typed. */
export async function again(visit: ContactVisit, state: FormState): Promise<Response> {
  const { contactId } = visit.params;
  const { deskId } = await inTransaction(visit.db, visit.who, (tx) => findContact(tx, contactId));
  return boardPage({ ...visit, person: visit.person, params: { deskId } }, contactId, state);
}
