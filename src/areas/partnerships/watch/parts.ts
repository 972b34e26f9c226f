import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Organisation } from '#platform/people/organisations.ts';
import { nameIn } from '../members/shown.ts';
import { lawyerStaffPaths, watchPaths, watchStaffPaths } from '../paths.ts';
import { words as lawyerWords } from './lawyer-days/words.ts';
import { listLawyerDays } from './lawyer-days/store.ts';
import { listWarnings } from './warnings/store.ts';
import { words as warningWords } from './warnings/words.ts';
import { countNew } from './notices/store.ts';
import { words as noticeWords } from './notices/words.ts';
import type { Kept } from './pages/staff.tsx';
import { countWatchMembers, findNetworkIfAny } from './store.ts';
import { words } from './words.ts';

/** What there is to do at a network, with what each of it waits for. */
export async function keptAt(
  tx: Tx,
  { organisation, lang, today }: { organisation: Organisation; lang: Lang; today: string },
): Promise<Kept> {
  const t = words[lang];
  const { id: organisationId } = organisation;
  const network = await findNetworkIfAny(tx, organisationId);
  const begun = network !== undefined;
  const settings = settingsPart(lang, { organisationId, begun });
  const named = { organisationId, name: nameIn(lang, organisation), begun };
  if (!network) return { ...named, parts: [settings] };
  const unread = await countNew(tx, organisationId);
  const members = await countWatchMembers(tx, organisationId);
  const proposed = await listWarnings(tx, { organisationId, state: 'proposed' });
  const coming = await listLawyerDays(tx, { organisationId, from: today });
  return {
    ...named,
    parts: [
      {
        title: noticeWords[lang].list,
        href: watchStaffPaths.notices.to({ organisationId }),
        said: t.waiting(unread),
        warn: unread > 0,
      },
      {
        title: t.members,
        href: watchStaffPaths.members.to({ organisationId }),
        said: t.membersCount(members),
        warn: false,
      },
      {
        title: warningWords[lang].title,
        href: watchStaffPaths.warnings.to({ organisationId }),
        said: warningWords[lang].toCheckCount(proposed.length),
        warn: proposed.length > 0,
      },
      {
        title: lawyerWords[lang].title,
        href: lawyerStaffPaths.days.to({ organisationId }),
        said: lawyerWords[lang].coming(coming.filter(({ cancelledAt }) => !cancelledAt).length),
        warn: false,
      },
      settings,
      { title: t.publicPage, href: watchPaths.network.to({ code: network.code }), said: '', warn: false },
    ],
  };
}

function settingsPart(lang: Lang, { organisationId, begun }: { organisationId: string; begun: boolean }) {
  const t = words[lang];
  return {
    title: begun ? t.settings : t.begin,
    href: watchStaffPaths.settings.to({ organisationId }),
    said: '',
    warn: false,
  };
}
