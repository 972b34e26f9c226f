import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import type { FormSet } from './form.ts';
import { standardSet } from './standard/set.ts';
import { findPublishedForms } from './store.ts';

/** The forms by which a case that was received on this day is asked; the standard ones while none were published. */
export async function formSetFor(tx: Tx, receivedOn: string): Promise<FormSet> {
  return (await findPublishedForms(tx, fiscalYearOf(receivedOn)))?.content ?? standardSet;
}
