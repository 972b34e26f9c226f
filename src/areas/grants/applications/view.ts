import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import { ok } from '#platform/result.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listMunicipalities, type Municipality } from '#areas/directory/index.ts';
import {
  asLink,
  type DeadLink,
  type Editor,
  type Entrance,
  enter,
  type Opened,
  readEditors,
  readWritten,
  type Written,
} from './open.ts';
import { readPapers, type ShownPaper } from './papers/actions.ts';
import { listGaps, stepOwner } from './sending/actions.ts';
import type { Gap } from './sending/rules.ts';
import { listSteps } from './store.ts';
import { fieldWords } from './field-words.ts';

/** All that a page of an application may need to show. */
export interface Sight {
  readonly opened: Opened;
  readonly written: Written;
  readonly papers: readonly ShownPaper[];
  readonly gaps: readonly Gap[];
  readonly places: readonly Municipality[];
  readonly steps: readonly ShownStep[];
  /** Names of whoever writes in the office. */
  readonly staff: ReadonlyMap<string, string>;
}

export interface ShownStep {
  readonly move: string;
  readonly at: Date;
  readonly personName: string | null;
  readonly reason: string;
}

export async function lookAtApplication(
  db: Db,
  { entrance, vault }: { entrance: Entrance; vault: Vault },
): Promise<Result<Sight, DeadLink>> {
  return enter(db, { entrance, vault }, async (tx, opened) => ok(await sightOf(tx, opened)));
}

export async function sightOf(tx: Tx, opened: Opened): Promise<Sight> {
  const written = await readWritten(tx, opened);
  const papers = await readPapers(tx, opened);
  const hands = [...written.marks.values(), ...papers.map(({ addedBy }) => ({ by: addedBy }))];
  return {
    opened,
    written,
    papers,
    gaps: await listGaps(tx, opened, written),
    places: await listMunicipalities(tx),
    steps: await readSteps(tx, opened),
    staff: await listPersonNames(tx, [...new Set(hands.flatMap(({ by }) => by ?? []))]),
  };
}

async function readSteps(tx: Tx, { application, key }: Opened): Promise<readonly ShownStep[]> {
  const owner = stepOwner(application);
  return (await listSteps(tx, application.id)).map(({ move, at, personName, sealedReason }) => ({
    move,
    at,
    personName,
    reason: sealedReason ? unseal(key, { sealed: sealedReason, owner }) : '',
  }));
}

/** Links are the product's own: also for the office it looks who holds them, once row-level security has shown the application. */
export async function editorsOf(db: Db, opened: Opened): Promise<readonly Editor[]> {
  return inTransaction(db, asLink, (tx) => readEditors(tx, opened));
}

/** Who wrote something: a person by their link, somebody of the office, or another; null: it was taken over from last year. */
export function nameOfHand(
  lang: Lang,
  { editors, staff }: { editors: readonly Editor[]; staff: ReadonlyMap<string, string> },
  by: string | null,
): string {
  const t = fieldWords[lang];
  if (by === null) return t.lastYear;
  return editors.find(({ id }) => id === by)?.name ?? (staff.has(by) ? t.office : t.someone);
}
