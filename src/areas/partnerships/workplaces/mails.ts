import type { Role } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { isLang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { listMailRecipients, listOrganisations } from '#platform/people/organisations.ts';
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
  const at = organisationId
    ? [organisationId]
    : (await listOrganisations(tx))
        .filter(({ kind }) => (role.at as readonly string[]).includes(kind))
        .map(({ id }) => id);
  const url = publicUrl + workplacePaths.page.to({ workplaceId });
  for (const id of at) {
    for (const { email, lang } of await listMailRecipients(tx, { organisationId: id, role: role.name })) {
      const { subject, body } = mailWords[isLang(lang) ? lang : 'ja'][letter];
      await post(tx, { to: email, subject, body: body(url) }, once);
    }
  }
}
