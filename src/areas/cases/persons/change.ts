import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { changeCase } from '../case-files/actions.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import { formSetFor } from '../forms/read.ts';
import { codeIn, listOf } from '../forms/rules.ts';
import { isStopped } from '../protections/stop.ts';
import { type PersonRefusal, readPersons, savePersonDetail } from './actions.ts';
import { ageBandOf, ageOn, type Identity, noPlace, type Place } from './rules.ts';

export interface PersonChange {
  readonly vault: Vault;
  readonly caseId: string;
  readonly identity: Identity;
  readonly place: Place;
  /** Of the facts that the form was made from; 0 where there were none. */
  readonly versions: { readonly identity: number; readonly place: number };
}

/** The facts about a person as they are now; what is counted of them (age band, sex) follows on the case. Nothing is overwritten unseen. */
export async function changePerson(
  db: Db,
  who: PersonWho,
  { vault, caseId, identity, place, versions }: PersonChange,
  now = new Date(),
): Promise<Result<'kept', PersonRefusal | 'protected-needs-second' | 'code-unknown'>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const { personId } = caseFile;
    if (!personId) throw new NotFound('person');
    const known = (await readPersons(tx, vault, [personId])).get(personId);
    const before = known?.place ?? noPlace;
    const stale =
      (known?.versions.identity ?? 0) !== versions.identity ||
      (known?.versions.place ?? 0) !== versions.place;
    if (stale) return refuse('changed-meanwhile');
    const moves = place.address !== before.address || place.postalCode !== before.postalCode;
    if (moves && (await isStopped(tx, { who, caseFile, what: 'address' }, now)))
      return refuse('protected-needs-second');
    const sex = codeIn(listOf(await formSetFor(tx, caseFile.receivedOn), 'sex'), identity.sex);
    if (sex === undefined) return refuse('code-unknown');
    const detail = { vault, personId };
    const one = {
      ...detail,
      fieldClass: 'identity',
      facts: { ...identity, sex },
      version: versions.identity,
    } as const;
    const saved = await savePersonDetail(tx, who, one, now);
    if (!saved.ok) return saved;
    if (moves) {
      const other = { ...detail, fieldClass: 'place', facts: place, version: versions.place } as const;
      const moved = await savePersonDetail(tx, who, other, now);
      if (!moved.ok) return moved;
    }
    const change = countedOf(caseFile, { ...identity, sex });
    if (change) await changeCase(tx, caseFile, { event: 'case.person', change }, now);
    return ok('kept');
  });
}

function countedOf({ sex, ageBand, receivedOn }: CaseFile, identity: Identity) {
  const after = {
    sex: identity.sex || null,
    ageBand: identity.birth ? ageBandOf(ageOn(identity.birth, receivedOn)) : ageBand,
  };
  return after.sex === sex && after.ageBand === ageBand ? undefined : after;
}
