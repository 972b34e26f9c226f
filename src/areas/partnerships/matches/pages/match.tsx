import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { matchPaths } from '../../paths.ts';
import { words } from '../words.ts';
import { TalkBody, type TalkProps } from './talk.tsx';
import { MatchTag } from './thread.tsx';

export function MatchPage(props: TalkProps) {
  const { view, state, talk } = props;
  const t = words[view.lang];
  const trail = [{ href: view.href(matchPaths.list.to({})), label: t.title }];
  return (
    <StaffFrame view={view} title={talk.match.title} problems={state.problems}>
      <PageHead
        title={talk.match.title}
        tags={<MatchTag view={view} status={talk.match.status} />}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={talk.match.title} />}
      />
      <TalkBody {...props} />
    </StaffFrame>
  );
}
