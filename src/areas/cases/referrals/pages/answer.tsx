import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { referralLinkPaths } from '../../paths.ts';
import type { LinkedReferral } from '../actions.ts';
import { words } from '../words.ts';
import { StateTag } from './boxes.tsx';
import { MoveForms } from './moves.tsx';
import { Received } from './received.tsx';

/** Behind a mailed link, for an organisation without an account: what is asked, and the answer in one press. */
export function AnswerPage({
  view,
  state,
  token,
  from,
  linked,
}: {
  view: View;
  state: FormState;
  token: string;
  from: string;
  linked: LinkedReferral;
}) {
  const t = words[view.lang];
  const { referral, shares } = linked;
  return (
    <PublicFrame view={view} title={t.linkTitle} problems={state.problems}>
      <PageHead
        title={t.linkTitle}
        lead={t.linkLead(contentIn(view.lang, view.site.operator))}
        tags={<StateTag view={view} state={referral.state} />}
      />
      <Received view={view} referral={referral} from={from} shares={shares} />
      <MoveForms
        view={view}
        state={state}
        referral={referral}
        sides={['receiver']}
        title={t.receiver}
        by="link"
        action={(move) => view.href(referralLinkPaths.move.to({ token, move }))}
      />
    </PublicFrame>
  );
}

export function DeadLinkPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.dead}>
      <PageHead title={t.dead} />
      <EmptyState title={t.deadText} />
    </PublicFrame>
  );
}
