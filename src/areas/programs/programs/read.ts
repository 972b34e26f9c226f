import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { listEntriesOfProgram } from '../entries/store.ts';
import { listMeasures, listPredecessors } from '../measures/store.ts';
import { listOffers } from '../offers/store.ts';
import { listPictures } from '../pictures/store.ts';
import { findProblemOfProgram, listNotes } from '../problems/store.ts';
import { findResult } from '../results/store.ts';
import { listTerms, type Term } from '../terms/store.ts';
import { listVoices } from '../voices/store.ts';
import { decideChange, type EntryStatus } from './rules.ts';
import { findEntryStatus, findProgram, listOtherYears, listPartners, listPillars } from './store.ts';

/** Everything that a program's page shows. */
export async function readProgram(tx: Tx, programId: string, lang: Lang) {
  const program = await findProgram(tx, programId);
  const terms = await listTerms(tx, program.fiscalYear);
  const problem = await findProblemOfProgram(tx, programId);
  const entries = await listEntriesOfProgram(tx, programId);
  const entryStatus = await findEntryStatus(tx, programId);
  return {
    program,
    terms,
    pillars: await listPillars(tx, programId),
    partners: await listPartners(tx, programId),
    measures: { measures: await listMeasures(tx, programId), before: await listPredecessors(tx, programId) },
    offers: await listOffers(tx, programId),
    result: await findResult(tx, programId),
    voices: await listVoices(tx, programId),
    pictures: await listPictures(tx, programId),
    years: await listOtherYears(tx, programId),
    entries: entries.map(({ entry, round }) => ({
      id: entry.id,
      title: round.title,
      status: entry.status as EntryStatus,
    })),
    handedIn: !decideChange({ isSecretariat: false, entryStatus }).ok,
    problem: problem && { problem, notes: await listNotes(tx, problem.id) },
    nameOf: await namesOfYear(tx, terms, lang),
  };
}

/** Bureaus as the year calls them, other organisations by their own name. */
async function namesOfYear(tx: Tx, terms: readonly Term[], lang: Lang) {
  const bureaus = terms.flatMap((term) =>
    term.scheme === 'bureau' && term.organisationId ? [{ ...term, id: term.organisationId }] : [],
  );
  const named = [...(await listOrganisations(tx, ['prefecture', 'bureau'])), ...bureaus];
  const names = new Map(
    named.map(({ id, nameJa, nameEn }) => [id, contentIn(lang, { ja: nameJa, en: nameEn })]),
  );
  return (organisationId: string) => names.get(organisationId) ?? '';
}
