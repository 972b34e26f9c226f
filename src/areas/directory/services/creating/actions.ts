import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { together } from '#platform/database/together.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, isKeeper, mustWriteService } from '../../access.ts';
import { readReviewDays } from '../../review-intervals/actions.ts';
import type { Around } from '../../search/store.ts';
import { reviewDays, type ServiceRefusal } from '../rules.ts';
import {
  findGroundOfPublic,
  insertServices,
  listMunicipalities,
  listOpenOwners,
  listTakenCodes,
  type ServiceRow,
} from '../store.ts';
import {
  municipalitiesIn,
  tellTrails,
  type Trail,
  type WriteResult,
  writeTrails,
  type Written,
} from '../write.ts';
import { type NewService, newRow } from './row.ts';

interface Asked {
  readonly input: NewService;
  readonly now: Date;
}

/** A new entry, a draft unless it is published at once. What one person adds at the same time is written together. */
export async function createService(
  db: Db,
  who: Who,
  input: NewService,
  now = new Date(),
): Promise<WriteResult> {
  mustWriteService(who, input);
  if (input.verified && !isKeeper(who)) throw new Forbidden(can.writeEntry.name);
  return addEach(db, who, { input, now });
}

const addEach = together(async (tx, asked: readonly Asked[]): Promise<readonly WriteResult[]> => {
  const { rows, around } = await rowsOf(tx, asked);
  const trails = trailsOf(asked, rows);
  const written = await writeNew(tx, trails, around);
  const left = trails.flatMap(({ after }) => (written.has(after.id) ? [] : [after.organisationId]));
  const owners = left.length === 0 ? [] : await listOpenOwners(tx, left);
  return rows.map((row) => {
    if (!row.ok) return row;
    const { id, code, organisationId } = row.value;
    if (written.has(id)) return ok({ serviceId: id, version: 1 });
    return refuse(owners.includes(organisationId) ? 'code-taken' : 'owner-unknown', { code });
  });
});

/** Entries that the keeper brings along from elsewhere: all of them or none, in few statements. What is refused is named. */
export async function createServices(
  db: Db,
  who: Who,
  inputs: readonly NewService[],
  now = new Date(),
): Promise<Result<readonly Written[], ServiceRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.writeEntry.name);
  return inTransaction(db, who, async (tx) => {
    const asked = inputs.map((input) => ({ input, now }));
    const { rows, around } = await rowsOf(tx, asked);
    const refused = rows.findIndex(({ ok: fits }) => !fits);
    const row = rows[refused];
    if (row && !row.ok) return refuse(row.refusal, { ...row.facts, code: codeOf(inputs[refused]) });
    const trails = trailsOf(asked, rows);
    const why = await whyNot(
      tx,
      trails.map(({ after }) => after),
    );
    if (why) return why;
    const written = await writeNew(tx, trails, around);
    if (written.size < trails.length) throw new Error('a new entry that was not written');
    return ok(trails.map(({ after }) => ({ serviceId: after.id, version: 1 })));
  });
}

function codeOf(input: NewService | undefined): string {
  return input?.code ?? input?.content.name.ja ?? '';
}

/** The first of many that could not be written, if one could not. */
async function whyNot(tx: Tx, rows: readonly ServiceRow[]) {
  const owners = await listOpenOwners(tx, [...new Set(rows.map(({ organisationId }) => organisationId))]);
  const codes = rows.map(({ code }) => code);
  const taken = await listTakenCodes(tx, codes);
  for (const [at, { code, organisationId }] of rows.entries()) {
    if (!owners.includes(organisationId)) return refuse('owner-unknown', { code });
    if (taken.includes(code) || codes.indexOf(code) < at) return refuse('code-taken', { code });
  }
  return undefined;
}

/** The rows of new entries, each if it may be; with what stands around them for the search, where one is to be public. */
async function rowsOf(tx: Tx, asked: readonly Asked[]) {
  const municipalities = [...new Set(asked.flatMap(({ input }) => municipalitiesIn(input.content)))];
  const publics = asked.flatMap(({ input }) => (input.publish ? [input.organisationId] : []));
  const around =
    publics.length === 0 ? undefined : await findGroundOfPublic(tx, { owners: publics, municipalities });
  const ground = {
    municipalities: around?.municipalities ?? (await listMunicipalities(tx, municipalities)),
    reviewDays: asked.some(({ input }) => input.verified) ? await readReviewDays(tx) : reviewDays,
  };
  const rows = asked.map(({ input, now }) => newRow(input, ground, { id: randomUUID(), now }));
  return { rows, around };
}

function trailsOf(asked: readonly Asked[], rows: readonly Result<ServiceRow, ServiceRefusal>[]): Trail[] {
  return rows.flatMap((row, at) => {
    const { how = 'create', note = '' } = asked[at]?.input ?? {};
    return row.ok ? [{ after: row.value, how, note }] : [];
  });
}

/** Writes what may be written, and gives the ids of it: an entry has an open organisation, and a code of its own. */
async function writeNew(
  tx: Tx,
  trails: readonly Trail[],
  around: Around | undefined,
): Promise<ReadonlySet<string>> {
  if (trails.length === 0) return new Set();
  // Sent together: where an entry is not written, there is none to which rows could be.
  const [written] = await Promise.all([
    insertServices(
      tx,
      trails.map(({ after }) => after),
    ),
    writeTrails(tx, trails, { around }),
  ]);
  await tellTrails(
    tx,
    trails.filter(({ after }) => written.has(after.id)),
  );
  return written;
}
