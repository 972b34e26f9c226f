import type { Lang } from '#platform/i18n.ts';
import { nameIn } from '../members/shown.ts';
import { lawyerStaffPaths, watchPaths, watchStaffPaths } from '../paths.ts';
import { words as lawyerWords } from './lawyer-days/words.ts';
import { words as warningWords } from './warnings/words.ts';
import { words as noticeWords } from './notices/words.ts';
import type { KeptPart } from './pages/staff.tsx';
import type { Kept } from './store.ts';
import { words } from './words.ts';

/** What there is to do at a network, with what each of it waits for. */
export function keptAt(lang: Lang, kept: Kept): KeptPart {
  const t = words[lang];
  const { organisationId, begun, code, unread, members, proposed, coming } = kept;
  const settings = settingsPart(lang, kept);
  const named = { organisationId, name: nameIn(lang, kept), begun };
  if (!begun) return { ...named, parts: [settings] };
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
        said: warningWords[lang].toCheckCount(proposed),
        warn: proposed > 0,
      },
      {
        title: lawyerWords[lang].title,
        href: lawyerStaffPaths.days.to({ organisationId }),
        said: lawyerWords[lang].coming(coming),
        warn: false,
      },
      settings,
      { title: t.publicPage, href: watchPaths.network.to({ code }), said: '', warn: false },
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
