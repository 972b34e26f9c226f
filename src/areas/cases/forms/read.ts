import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import type { CaseFile } from '../case-files/store.ts';
import type { FormSet } from './form.ts';
import { type CaseLists, caseLists } from './lists.ts';
import { standardSet, withStandardLists } from './standard/set.ts';
import { findPublishedForms } from './store.ts';

/** The forms by which a case that was received on this day is asked; the standard ones while none were published. */
export async function formSetFor(tx: Tx, receivedOn: string): Promise<FormSet> {
  const published = await findPublishedForms(tx, fiscalYearOf(receivedOn));
  return published ? withStandardLists(published.content) : standardSet;
}

/** The lists with which plans, records and reviews of a case are written: those of the forms by which it is asked. */
export async function listsFor(tx: Tx, { receivedOn }: Pick<CaseFile, 'receivedOn'>): Promise<CaseLists> {
  return caseLists(await formSetFor(tx, receivedOn));
}
