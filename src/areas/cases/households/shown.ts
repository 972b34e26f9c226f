import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listName } from '../case-files/shown.ts';
import { readPersons } from '../persons/actions.ts';
import { listCasesOfPersons } from '../persons/store.ts';
import { readHousehold, type ShownMember } from './actions.ts';

/** A member as shown: under the name of their own case where they have one, otherwise under what was said. */
export interface MemberLine extends ShownMember {
  readonly shownName: string;
  readonly case: { readonly id: string; readonly number: string } | undefined;
}

export interface HouseholdLines {
  readonly members: readonly MemberLine[];
  /** Cases in whose household the person stands, and as what. */
  readonly belongsTo: readonly {
    readonly id: string;
    readonly number: string;
    readonly relation: string | null;
  }[];
}

export async function linesOf(
  tx: Tx,
  { vault, lang, personId }: { vault: Vault; lang: Lang; personId: string | null },
): Promise<HouseholdLines> {
  if (!personId) return { members: [], belongsTo: [] };
  const { members, belongsTo } = await readHousehold(tx, vault, personId);
  const others = [
    ...members.flatMap(({ memberId }) => memberId ?? []),
    ...belongsTo.map((each) => each.personId),
  ];
  const cases = await listCasesOfPersons(tx, others);
  const known = await readPersons(tx, vault, others);
  const caseOf = (id: string | null) => cases.find((each) => each.personId === id);
  return {
    members: members.map((member) => {
      const own = caseOf(member.memberId);
      const shownName = own ? listName(lang, own, known.get(member.memberId ?? '')) : member.name;
      return { ...member, shownName, case: own && { id: own.id, number: own.number } };
    }),
    belongsTo: belongsTo.flatMap(({ personId: id, relation }) => {
      const own = caseOf(id);
      return own && !own.isProtected ? [{ id: own.id, number: own.number, relation }] : [];
    }),
  };
}
