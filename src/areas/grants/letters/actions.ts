import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can, worksAt } from '../access.ts';
import { decidePublish, decideTemplate, isSymbol, sameTemplate, type TemplateRefusal } from './rules.ts';
import { standardTemplates } from './standard.ts';
import {
  deleteTemplate,
  insertTemplate,
  lockTemplates,
  type TemplateRow,
  updateTemplate,
  writeLetterOffice,
} from './store.ts';
import type { LetterKind, LetterTemplate } from './kinds/rules.ts';

interface Place {
  readonly bureauId: string;
  readonly kind: LetterKind;
}

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

function mustWrite(who: Who, bureauId: string): void {
  if (!can.writeLetters.allows(who) || !worksAt(who, bureauId)) throw new Forbidden(can.writeLetters.name);
}

/** The office's sign before its numbers, and in whose name letters go out: from the next letter on. */
export async function saveLetterOffice(
  db: Db,
  who: Who,
  { bureauId, symbol, issuer }: { bureauId: string; symbol: string; issuer: Text },
  now = new Date(),
): Promise<Result<'saved', TemplateRefusal>> {
  mustWrite(who, bureauId);
  if (!isSymbol(symbol)) return refuse('symbol-form');
  if (!issuer.ja.trim()) return refuse('issuer-missing');
  return inTransaction(db, who, async (tx) => {
    const said = { ja: issuer.ja, en: issuer.en || issuer.ja };
    await writeLetterOffice(tx, { bureauId, symbol, issuer: said, updatedBy: personOf(who), updatedAt: now });
    await note(tx, { bureauId, what: 'office' }, now);
    return ok('saved');
  });
}

/** Writes the words of a kind of letter; they hold when another person has published them. */
export async function saveTemplate(
  db: Db,
  who: Who,
  { bureauId, kind, version, template }: Place & { version: number; template: LetterTemplate },
  now = new Date(),
): Promise<Result<{ version: number }, TemplateRefusal>> {
  mustWrite(who, bureauId);
  const decision = decideTemplate(kind, template);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    const rows = await lockTemplates(tx, { bureauId, kind });
    const draft = rows.find(({ state }) => state === 'draft');
    const latest = rows[0]?.version ?? 0;
    if (version !== latest) return refuse('changed-meanwhile');
    const fields = { content: decision.value, editedBy: personOf(who), editedAt: now };
    // Each saving is a version of its own number: a page that is older is told.
    if (draft) await updateTemplate(tx, draft.id, { ...fields, version: latest + 1 });
    else await insertTemplate(tx, { bureauId, kind, version: latest + 1, state: 'draft', ...fields });
    await note(tx, { bureauId, what: kind }, now);
    return ok({ version: latest + 1 });
  });
}

/** From now on letters of this kind say it so; letters that went out stay as they are. */
export async function publishTemplate(
  db: Db,
  who: Who,
  { bureauId, kind, version }: Place & { version: number },
  now = new Date(),
): Promise<Result<{ version: number }, TemplateRefusal>> {
  if (!can.publishLetters.allows(who) || !worksAt(who, bureauId))
    throw new Forbidden(can.publishLetters.name);
  return inTransaction(db, who, async (tx) => {
    const { draft, held } = standing(await lockTemplates(tx, { bureauId, kind }));
    if (!draft) return refuse('no-draft');
    if (draft.version !== version) return refuse('changed-meanwhile');
    const same = sameTemplate(draft.content, held?.content ?? standardTemplates[kind]);
    const decision = decidePublish({ editedBy: draft.editedBy, personId: personOf(who), same });
    if (!decision.ok) return decision;
    if (held) await updateTemplate(tx, held.id, { state: 'replaced' });
    await updateTemplate(tx, draft.id, { state: 'published', publishedBy: personOf(who), publishedAt: now });
    const subject = { kind: 'grant-letter', id: bureauId };
    await record(tx, { event: 'grant-letter.publish', subject, facts: { letter: kind, version } }, now);
    return ok({ version });
  });
}

export async function discardTemplate(
  db: Db,
  who: Who,
  { bureauId, kind }: Place,
  now = new Date(),
): Promise<Result<'discarded', TemplateRefusal>> {
  mustWrite(who, bureauId);
  return inTransaction(db, who, async (tx) => {
    const { draft } = standing(await lockTemplates(tx, { bureauId, kind }));
    if (!draft) return refuse('no-draft');
    await deleteTemplate(tx, draft.id);
    await note(tx, { bureauId, what: kind, discarded: true }, now);
    return ok('discarded');
  });
}

export function standing(rows: readonly TemplateRow[]) {
  return {
    draft: rows.find(({ state }) => state === 'draft'),
    held: rows.find(({ state }) => state === 'published'),
  };
}

async function note(
  tx: Tx,
  { bureauId, ...facts }: { bureauId: string; what: string; discarded?: boolean },
  now: Date,
) {
  const subject = { kind: 'grant-letter', id: bureauId };
  await record(tx, { event: 'grant-letter.write', subject, facts }, now);
}
