import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import type { KnownPerson } from '../persons/actions.ts';
import type { CaseFile } from './store.ts';
import { words } from './words.ts';

/** The name under which a case stands in a list: a protected person's is in none. */
export function listName(lang: Lang, caseFile: CaseFile, person: KnownPerson | undefined): string {
  const t = words[lang];
  if (caseFile.isProtected) return t.protected;
  if (!person?.identity) return t.hidden;
  const { name, nickname } = person.identity;
  return name || nickname || t.anonymous;
}

/** A place of the directory's list, by its code. */
export function municipalityName(
  lang: Lang,
  municipalities: readonly { code: string; nameJa: string; nameEn: string | null }[],
  code: string | null,
): string {
  const found = municipalities.find((each) => each.code === code);
  return found ? contentIn(lang, { ja: found.nameJa, en: found.nameEn }) : words[lang].notSaid;
}

/** Every organisation by name, to choose from. */
export async function organisationNames(tx: Tx, lang: Lang): Promise<{ value: string; label: string }[]> {
  const organisations = await listOrganisations(tx);
  return organisations.map(({ id, nameJa, nameEn }) => ({
    value: id,
    label: contentIn(lang, { ja: nameJa, en: nameEn }),
  }));
}
