import { organisationsWith, type PersonWho, type Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, caseSupervisor, caseWorker } from '../access.ts';
import { type KnownPerson, readPersons } from '../persons/actions.ts';
import { type FieldClass, mayDo, relationKinds, relationsOf, type Standing } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { insertView } from '../views/store.ts';
import { type CaseFile, findCaseFile } from './store.ts';

/** The case's data key; an erased case has none. */
export function caseKey(vault: Vault, { id, sealedKey }: Pick<CaseFile, 'id' | 'sealedKey'>): Buffer {
  if (!sealedKey) throw new NotFound('case');
  return openDataKey(vault, { sealed: sealedKey, owner: `case:${id}` });
}

/** How somebody stands to a case, in the facts that the access table is asked with. */
export async function standingOf(
  tx: Tx,
  { who, caseFile, now }: { who: PersonWho; caseFile: CaseFile; now: Date },
): Promise<Standing> {
  return {
    personId: who.personId,
    worksAt: organisationsWith(who, caseWorker),
    supervisesAt: organisationsWith(who, caseSupervisor),
    caseFile,
    rows: await listRelations(tx, caseFile.id),
    now,
  };
}

/** What row-level security would refuse as well, said as what it is. */
export async function mustWrite(
  tx: Tx,
  { who, caseFile, fieldClass }: { who: Who; caseFile: CaseFile; fieldClass: FieldClass },
  now: Date,
): Promise<void> {
  if (who.kind === 'system') return;
  if (who.kind !== 'person' || !mayDo(await standingOf(tx, { who, caseFile, now }), 'write', fieldClass))
    throw new Forbidden(can.writeCase.name);
}

export interface OpenedCase {
  readonly caseFile: CaseFile;
  readonly standing: Standing;
  readonly person: KnownPerson | undefined;
}

/** Opens a case for somebody to look at: what they may see of it, and the look goes on record. */
export async function lookAtCase(
  tx: Tx,
  { who, vault, caseId, what }: { who: PersonWho; vault: Vault; caseId: string; what: string },
  now: Date,
): Promise<OpenedCase> {
  const caseFile = await findCaseFile(tx, caseId);
  if (caseFile.erasedAt) throw new NotFound('case');
  const standing = await standingOf(tx, { who, caseFile, now });
  const held = relationsOf(standing).map(({ kind }) => kind);
  await insertView(tx, {
    caseId,
    organisationId: caseFile.organisationId,
    personId: who.personId,
    at: now,
    what,
    as: relationKinds.find((kind) => held.includes(kind)) ?? 'none',
  });
  const { personId } = caseFile;
  const person = personId ? (await readPersons(tx, vault, [personId])).get(personId) : undefined;
  return { caseFile, standing, person };
}
