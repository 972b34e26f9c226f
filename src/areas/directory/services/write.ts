import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { directoryEditor, directoryKeeper, mustWriteService } from '../access.ts';
import { listKnownMunicipalities } from '../municipalities/store.ts';
import { filedUnder, knownCodes } from '../taxonomy/terms.ts';
import type { ServiceContent } from './content.ts';
import { decideContent, isSame, type ServiceRefusal } from './rules.ts';
import {
  findService,
  insertVersion,
  lockService,
  replaceServiceLocations,
  type ServiceRow,
  updateService,
} from './store.ts';

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
  const codes = [...content.areas, ...content.locations.map(({ municipality }) => municipality)];
  const municipalities = new Set(await listKnownMunicipalities(tx, [...new Set(codes)]));
  return decideContent(content, { ...knownCodes, municipalities });
}

/** Columns that repeat the content for queries. */
export function columnsOf(content: ServiceContent) {
  const { kind, status, topics, areas } = content;
  return { content, kind, status, topics: [...topics], areas: [...areas], terms: filedUnder(content) };
}

export interface Change {
  readonly how: How;
  readonly note?: string;
  readonly content?: ServiceContent;
  readonly fields?: Partial<
    Pick<ServiceRow, 'publishedAt' | 'sealed' | 'verifiedOn' | 'verifiedBy' | 'reviewOn' | 'organisationId'>
  >;
}

/** Writes a change as the next version of an entry that is held. */
export async function writeChange(
  tx: Tx,
  held: ServiceRow,
  { how, note = '', content, fields = {} }: Change,
  now: Date,
): Promise<WriteResult> {
  const after = { ...held, ...fields, ...(content && columnsOf(content)), version: held.version + 1 };
  await updateService(tx, held.id, {
    ...fields,
    ...(content && columnsOf(content)),
    version: after.version,
    updatedAt: now,
  });
  await leaveTrail(tx, { before: held, after, how, note }, now);
  return ok({ serviceId: held.id, version: after.version });
}

/** The version, the places, the ledger. Of the content the ledger holds nothing: a sealed entry leaves no trace there. */
export async function leaveTrail(
  tx: Tx,
  { before, after, how, note }: { before?: ServiceRow; after: ServiceRow; how: How; note: string },
  now: Date,
): Promise<void> {
  const { id: serviceId, version, content, sealed } = after;
  await insertVersion(tx, {
    serviceId,
    version,
    content,
    sealed,
    published: after.publishedAt !== null,
    at: now,
    how,
    note,
    organisationId: actingFor(tx.who, after.organisationId),
    personName: tx.who.kind === 'anonymous' ? '' : tx.who.name,
  });
  if (!before || !isSame(before.content.locations, content.locations))
    await replaceServiceLocations(tx, serviceId, { locations: content.locations, isNew: !before });
  if (isPublic(after) || (before && isPublic(before))) await publicPagesChanged(tx);
  const event = { event: `service.${how}`, subject: { kind: 'service', id: serviceId } } as const;
  await record(tx, { ...event, facts: { version } }, now);
}

function isPublic({ publishedAt, sealed }: ServiceRow): boolean {
  return publishedAt !== null && !sealed;
}

/** The organisation for which somebody writes: the owner where they belong to it, otherwise the one they keep the directory for. */
function actingFor(who: Who, owner: string): string | null {
  if (organisationsWith(who, directoryEditor).includes(owner)) return owner;
  return organisationsWith(who, directoryKeeper)[0] ?? null;
}
