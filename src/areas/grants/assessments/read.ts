import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listOrganisations, listPersonNames } from '#platform/people/organisations.ts';
import { findApplicant } from '../applicants/store.ts';
import { readApplication } from '../applications/open.ts';
import { listCalls } from '../calls/store.ts';
import { listLettersOf } from '../letters/store.ts';
import { openAssessment } from './assess.ts';
import { openNote } from './office.ts';
import { spreadOf } from './rules.ts';
import { findChecklist, listAssignments, listSame } from './store.ts';

/** Names of calls, of those that one may see. */
export async function callNames(tx: Tx, lang: Lang): Promise<(callId: string) => string> {
  const calls = await listCalls(tx);
  return (id) => {
    const terms = calls.find((call) => call.id === id)?.terms;
    return terms ? terms.name[lang] || terms.name.ja : '';
  };
}

/** An application as the office reviews it, everything opened. */
export async function readReview(
  tx: Tx,
  { vault, lang, applicationId }: { vault: Vault; lang: Lang; applicationId: string },
) {
  const { application, terms } = await readApplication(tx, vault, applicationId);
  const { applicantId } = application;
  const rows = await listAssignments(tx, applicationId);
  const checklist = await findChecklist(tx, applicationId);
  const organisations = await listOrganisations(tx);
  return {
    application,
    terms,
    name: applicantId ? ((await findApplicant(tx, applicantId)).name ?? '') : '',
    same: await listSame(tx, applicationId),
    callName: await callNames(tx, lang),
    officeName: (id: string) => {
      const office = organisations.find((each) => each.id === id);
      return (lang === 'en' && office?.nameEn) || office?.nameJa || '';
    },
    spread: spreadOf(
      rows.flatMap(({ state, assessment }) => (state === 'done' && assessment ? assessment : [])),
    ),
    assignments: rows.map((row) => ({
      ...row,
      said: openAssessment(vault, application, row.assessment?.sealed),
    })),
    ticked: checklist?.ticked ?? [],
    note: checklist ? openNote(vault, application, checklist) : '',
    letters: await listLettersOf(tx, applicationId),
  };
}

/** Reviewers belong to other organisations: the product says their names to the office that asked them. */
export async function reviewerNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return inTransaction(db, system('grant-review'), (tx) => listPersonNames(tx, ids));
}
