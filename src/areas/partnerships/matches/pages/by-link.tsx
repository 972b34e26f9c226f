import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { matchPaths } from '../../paths.ts';
import { words } from '../words.ts';
import { TalkBody, type TalkProps } from './talk.tsx';
import { MatchTag } from './thread.tsx';

/** The thread behind a mailed link: nobody is signed in, and nothing else can be reached from here. */
export function LinkPage(props: TalkProps) {
  const { view, state, talk } = props;
  return (
    <PublicFrame view={view} title={talk.match.title} problems={state.problems} bare>
      <PageHead
        title={talk.match.title}
        tags={<MatchTag view={view} status={talk.match.status} />}
        lead={words[view.lang].byLink}
      />
      <TalkBody {...props} />
    </PublicFrame>
  );
}

export function DeadLinkPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.deadLink} bare>
      <PageHead
        title={t.deadLink}
        lead={t.deadLinkLead}
        actions={<ButtonLink href={view.href(matchPaths.list.to({}))}>{t.signIn}</ButtonLink>}
      />
    </PublicFrame>
  );
}
