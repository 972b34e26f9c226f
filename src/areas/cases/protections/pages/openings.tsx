import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, DefinitionList, EmptyState, Notice } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { protectionPaths } from '../../paths.ts';
import type { WaitingOpening } from '../openings.ts';
import type { Stop } from '../rules.ts';
import { words } from '../words.ts';

/** For the second person: what is asked, by whom, why. */
export function OpeningsPage({
  view,
  state,
  trail,
  waiting,
}: {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly waiting: readonly WaitingOpening[];
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.openings} problems={state.problems}>
      <PageHead
        title={t.openings}
        lead={t.openingsLead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.openings} />}
      />
      {waiting.length === 0 && <EmptyState title={t.none} />}
      {waiting.map((opening) => (
        <Card level={2} title={t.whats[opening.what as Stop]}>
          <DefinitionList
            items={[
              { term: t.number, value: opening.number },
              { term: t.byWhom, value: opening.askedByName },
              { term: t.askedAt, value: tokyoMinute(opening.askedAt) },
              { term: t.reason, value: opening.reason },
            ]}
          />
          <Decide view={view} opening={opening} />
        </Card>
      ))}
    </StaffFrame>
  );
}

/** On the desk of those who may agree. */
export function WaitingOpenings({ view, count }: { readonly view: View; readonly count: number }) {
  const t = words[view.lang];
  if (count === 0) return null;
  return (
    <Notice view={view} tone="warn" title={t.openings}>
      <p>
        <a href={view.href(protectionPaths.openings.to({}))}>{t.waiting(count)}</a>
      </p>
    </Notice>
  );
}

function Decide({ view, opening: { id: openingId, own } }: { view: View; opening: WaitingOpening }) {
  const t = words[view.lang];
  if (own) return <p>{t.own}</p>;
  return (
    <Actions>
      <ActionForm
        action={view.href(protectionPaths.decide.to({ openingId, decision: 'agree' }))}
        kind="primary"
      >
        {t.agree}
      </ActionForm>
      <ActionForm action={view.href(protectionPaths.decide.to({ openingId, decision: 'refuse' }))}>
        {t.refuse}
      </ActionForm>
    </Actions>
  );
}
