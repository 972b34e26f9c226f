import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { Job, JobTools } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { memberAgent } from '../access.ts';
import { admit } from '../applications/admissions.ts';
import { deleteUnconfirmed, listUnadmitted } from '../applications/store.ts';
import { memberStaffPaths } from '../paths.ts';
import { end } from './actions.ts';
import type { MemberEnding } from './endings.ts';
import { mailWords } from './mail-words.ts';
import { morningOf } from './rules.ts';
import { listMembers, lockMember, type Member, updateMember } from './store.ts';

interface Outside {
  readonly publicUrl: string;
  readonly vault: Vault;
  readonly endings: readonly MemberEnding[];
}

const hour = 3_600_000;
const unconfirmedHours = 48;

/** Each morning at 7:10 in Tokyo: reminds of renewals, ends what was not renewed, and drops what nobody confirmed. */
export function memberJob(outside: Outside): Job<unknown> {
  return {
    name: 'member.morning',
    cron: '10 22 * * *',
    run: async (tools) => {
      const { db, who, now } = tools;
      const { left, all } = await inTransaction(db, who, async (tx) => {
        await deleteUnconfirmed(tx, new Date(now.getTime() - unconfirmedHours * hour));
        return { left: await listUnadmitted(tx), all: await listMembers(tx) };
      });
      for (const { id } of left) await admit(db, { id, ...outside }, now);
      for (const member of all) await morning(tools, outside, member);
    },
  };
}

/** One member, one transaction: a failure of one keeps nobody else waiting. */
async function morning(
  { db, who, now }: JobTools,
  { publicUrl, endings }: Outside,
  { organisationId, nameJa, nameEn }: Member,
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const member = await lockMember(tx, organisationId);
    const due = member?.state === 'active' ? morningOf(member, tokyoDay(now)) : 'nothing';
    if (!member || due === 'nothing') return;
    if (due === 'lapse')
      await end(tx, { ended: { organisationId, why: 'lapsed', at: now }, reason: '', endings });
    else await updateMember(tx, organisationId, { remindedFor: member.until });
    const url = publicUrl + memberStaffPaths.member.to({ organisationId });
    await postToHolders(tx, { organisationId, role: memberAgent.name }, (lang) => {
      const { subject, body } = mailWords[lang][due];
      const name = contentIn(lang, { ja: nameJa, en: nameEn });
      return { subject, body: body({ name, url, until: member.until }) };
    });
  });
}
