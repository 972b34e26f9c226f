import type { Role } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { workplacePaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';

type Letter = keyof (typeof mailWords)['ja'];

/** One mail to each holder of a role, at one organisation or anywhere; it names a page and nothing of what stands there. */
export async function tellRole(
  tx: Tx,
  told: {
    role: Role;
    organisationId?: string;
    letter: Letter;
    workplaceId: string;
    publicUrl: string;
    /** For jobs: told once. */
    once?: string;
  },
): Promise<void> {
  const { role, organisationId, letter, workplaceId, publicUrl, once } = told;
  const url = publicUrl + workplacePaths.page.to({ workplaceId });
  const holders = { role: role.name, ...(organisationId && { organisationId }) };
  const write = (lang: Lang) => {
    const { subject, body } = mailWords[lang][letter];
    return { subject, body: body(url) };
  };
  await postToHolders(tx, holders, write, once);
}
