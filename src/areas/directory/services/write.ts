import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { foldForSearch } from '#platform/search-text.ts';
import { directoryEditor, directoryKeeper, mustWriteService } from '../access.ts';
import { type Around, forgetEntries, replaceSearchEntries, searchRowsOf } from '../search/store.ts';
import { filedUnder, knownCodes } from '../taxonomy/terms.ts';
import { channelKinds } from '../hours/hours.ts';
import { locationPrecisions, serviceKinds, serviceStatuses, type ServiceContent } from './content.ts';
import type { ContentProblem, Known } from './content-checks/problem.ts';
import { contentProblems } from './content-checks/rules.ts';
import { decideContent, isSame, type ServiceRefusal } from './rules.ts';
import {
  deleteServiceLocations,
  findService,
  listMunicipalities,
  lockService,
  type ServiceRow,
  updateService,
} from './store.ts';
import { insertTrails, type VersionSaid } from './trails/store.ts';

/** What every change of an entry leaves: a version, the places it is found by, the ledger, and public pages made anew. */

export interface Written {
  readonly serviceId: string;
  readonly version: number;
}

export type WriteResult = Result<Written, ServiceRefusal>;

/** How a version came about; the ledger says the same after `service.`. */
export type How =
  | 'create'
  | 'edit'
  | 'restore'
  | 'import'
  | 'proposal'
  | 'confirm'
  | 'publish'
  | 'withdraw'
  | 'seal'
  | 'unseal'
  | 'move';

/** Holds an entry that this person may write; NotFound and Forbidden for everybody else. */
export async function holdService(tx: Tx, serviceId: string): Promise<ServiceRow> {
  const held = await lockService(tx, serviceId);
  if (held) return held;
  mustWriteService(tx.who, await findService(tx, serviceId));
  throw new Error('an entry that may be written and not be locked');
}

export async function checkContent(tx: Tx, content: ServiceContent): Promise<Result<'fits', ServiceRefusal>> {
  return decideContent(content, await knownFor(tx, content));
}

/** Everything that is wrong with a content: a form shows it all. */
export async function problemsOf(tx: Tx, content: ServiceContent): Promise<readonly ContentProblem[]> {
  return contentProblems(content, await knownFor(tx, content));
}

async function knownFor(tx: Tx, content: ServiceContent): Promise<Known> {
  return knownWith(await listMunicipalities(tx, municipalitiesIn(content)));
}

export function municipalitiesIn({ areas, locations }: ServiceContent): readonly string[] {
  return [...new Set([...areas, ...locations.map(({ municipality }) => municipality)])];
}

export function knownWith(municipalities: readonly string[]): Known {
  return { ...knownKinds, ...knownCodes, municipalities: new Set(municipalities) };
}

/** Words that the model knows; what reads a file may bring others. */
export const knownKinds = {
  kinds: new Set<string>(serviceKinds),
  statuses: new Set<string>(serviceStatuses),
  channels: new Set<string>(channelKinds),
  precisions: new Set<string>(locationPrecisions),
} as const;

/** Columns that repeat the content for queries. */
export function columnsOf(content: ServiceContent) {
  const { kind, status, topics, areas, name, nameKana, alternateName } = content;
  const title = foldForSearch([nameKana || name.ja, name.ja, name['en'] ?? '', alternateName].join(' '));
  const terms = filedUnder(content);
  return { content, title, kind, status, topics: [...topics], areas: [...areas], terms };
}

export interface Change {
  readonly how: How;
  readonly note?: string;
  /** The organisation that speaks, where it is not whoever acts: by a mailed link. */
  readonly speaker?: string;
  readonly content?: ServiceContent;
  readonly fields?: Partial<
    Pick<ServiceRow, 'publishedAt' | 'sealed' | 'verifiedOn' | 'verifiedBy' | 'reviewOn' | 'organisationId'>
  >;
}

/** Writes a change as the next version of an entry that is held. */
export async function writeChange(
  tx: Tx,
  held: ServiceRow,
  { how, note = '', speaker, content, fields = {} }: Change,
  now: Date,
): Promise<WriteResult> {
  const version = held.version + 1;
  const change = { ...fields, ...(content && columnsOf(content)), version, updatedAt: now };
  await updateService(tx, held.id, change);
  const after = { ...held, ...change };
  await leaveTrail(tx, { before: held, after, how, note, ...(speaker ? { speaker } : {}) });
  return ok({ serviceId: held.id, version });
}

export interface Trail {
  readonly before?: ServiceRow;
  /** As it stands since the change; `updatedAt` is the moment of it. */
  readonly after: ServiceRow;
  readonly how: How;
  readonly note: string;
  readonly speaker?: string;
}

/** The version, the places, the search, the ledger. Of the content the ledger holds nothing: a sealed entry leaves no trace there. */
async function leaveTrail(tx: Tx, trail: Trail): Promise<void> {
  const written = await writeTrails(tx, [trail]);
  if (written === 0) throw new Error('an entry that was changed is not there');
  await tellTrails(tx, [trail]);
}

/** Their rows, of those of the entries that are there; gives how many that are. `around`: what was seen of it before. */
export async function writeTrails(
  tx: Tx,
  trails: readonly Trail[],
  { around }: { around?: Around | undefined } = {},
): Promise<number> {
  const moved = trails.filter(
    ({ before, after }) => before && !isSame(before.content.locations, after.content.locations),
  );
  const shown = shownOf(trails);
  await deleteServiceLocations(
    tx,
    moved.map(({ after }) => after.id),
  );
  await forgetEntries(tx, shown);
  return insertTrails(tx, {
    versions: trails.map((trail) => versionOf(tx.who, trail)),
    located: trails.filter((trail) => !trail.before || moved.includes(trail)).map(({ after }) => after),
    searched: await searchRowsOf(tx, shown, { now: lastOf(trails), around }),
  });
}

function lastOf(trails: readonly Trail[]): Date {
  return new Date(Math.max(...trails.map(({ after }) => after.updatedAt.getTime())));
}

/** The ledger, and whoever keeps public pages. */
export async function tellTrails(tx: Tx, trails: readonly Trail[]): Promise<void> {
  if (shownOf(trails).length > 0) await publicPagesChanged(tx);
  for (const trail of trails) await recordTrail(tx, trail);
}

function versionOf(who: Who, { after, how, note, speaker }: Trail): VersionSaid {
  return {
    serviceId: after.id,
    at: after.updatedAt,
    how,
    note,
    organisationId: speaker ?? actingFor(who, after.organisationId),
    personName: who.kind === 'person' ? who.name : '',
  };
}

async function recordTrail(tx: Tx, { after, how }: Trail): Promise<void> {
  const event = { event: `service.${how}`, subject: { kind: 'service', id: after.id } } as const;
  await record(tx, { ...event, facts: { version: after.version } }, after.updatedAt);
}

/** The search and the kept pages follow what everybody may see; of anything else they hear nothing. */
export async function showToPublic(
  tx: Tx,
  change: { before: ServiceRow; after: ServiceRow },
  now: Date,
): Promise<void> {
  if (!concernsPublic(change)) return;
  await replaceSearchEntries(tx, [change.after], now);
  await publicPagesChanged(tx);
}

function shownOf(trails: readonly Trail[]): readonly ServiceRow[] {
  return trails.filter(concernsPublic).map(({ after }) => after);
}

function concernsPublic({ before, after }: { before?: ServiceRow; after: ServiceRow }): boolean {
  return isPublic(after) || (before !== undefined && isPublic(before));
}

function isPublic({ publishedAt, sealed }: ServiceRow): boolean {
  return publishedAt !== null && !sealed;
}

/** The organisation for which somebody writes: the owner where they belong to it, otherwise the one they keep the directory for. */
function actingFor(who: Who, owner: string): string | null {
  if (organisationsWith(who, directoryEditor).includes(owner)) return owner;
  return organisationsWith(who, directoryKeeper)[0] ?? null;
}
