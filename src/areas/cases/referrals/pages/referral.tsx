import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure, Notice, Tag } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { referralPaths } from '../../paths.ts';
import { decideNext, isInCare, type ReferralMove, type Side } from '../rules.ts';
import type { Referral } from '../store.ts';
import type { ReferralStep, Shares } from '../told.ts';
import { words } from '../words.ts';
import { StateTag } from './boxes.tsx';
import { Chain, type ChainLink, History } from './history.tsx';
import { MoveForms } from './moves.tsx';
import { SheetCode } from '../paper/page.tsx';
import { Received } from './received.tsx';

interface ReferralProps {
  readonly view: View;
  readonly state: FormState;
  readonly referral: Referral;
  readonly title: string;
  readonly trail: readonly Link[];
  readonly from: string;
  readonly shares: Shares;
  readonly steps: readonly ReferralStep[];
  readonly chain: readonly ChainLink[];
  /** Names of those who would be asked next, in order. */
  readonly further: readonly string[];
  /** None: the case's organisation looks at what a receiver has passed on, and sees states. */
  readonly sides: readonly Side[];
  /** May take it out of the case on paper. */
  readonly mayPrint: boolean;
}

/** One referral, as both sides see it: what was told, where it stands, what can be done next. */
export function ReferralPage(props: ReferralProps) {
  const { view, state, referral, title, trail, sides } = props;
  const t = words[view.lang];
  const sender = sides.includes('sender');
  const at = { view, state, referral, action: (move: ReferralMove) => moveUrl(view, referral.id, move) };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={t.title}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
        tags={
          <>
            <StateTag view={view} state={referral.state} />{' '}
            {referral.urgent && <Tag tone="bad">{t.urgent}</Tag>}
          </>
        }
      />
      {sides.length === 0 && <Notice view={view} title={t.statesOnly} />}
      {sender && <Notice view={view} title={t.preview} />}
      {sides.length > 0 && <Received {...props} />}
      {sender && <MoveForms {...at} sides={['sender']} title={t.sender} by="account" />}
      {sender && <Further {...props} />}
      {sides.includes('receiver') && (
        <MoveForms {...at} sides={['receiver']} title={t.receiver} by="account" />
      )}
      {sides.includes('receiver') && <Onward {...props} />}
      {sender && !sides.includes('receiver') && referral.state !== 'draft' && (
        <Disclosure summary={t.telephone}>
          <MoveForms {...at} sides={['receiver']} title={t.telephone} by="telephone" />
        </Disclosure>
      )}
      {props.mayPrint && (
        <p>
          <a href={view.href(referralPaths.sheet.to({ referralId: referral.id }))}>{t.sheet}</a>
        </p>
      )}
      <Chain view={view} links={props.chain} current={referral.id} />
      <History {...props} />
    </StaffFrame>
  );
}

function moveUrl(view: View, referralId: string, move: ReferralMove): string {
  return view.href(referralPaths.move.to({ referralId, move }));
}

/** Who would be asked next, and the button once it is time. */
function Further({ view, referral, further }: ReferralProps) {
  const t = words[view.lang];
  if (further.length === 0 || referral.closedAt) return null;
  return (
    <Section title={t.further} lead={t.advancers[referral.advancedBy as keyof typeof t.advancers]}>
      <ol>
        {further.map((name) => (
          <li>{name}</li>
        ))}
      </ol>
      {decideNext(referral).ok && (
        <ActionForm action={view.href(referralPaths.next.to({ referralId: referral.id }))} kind="secondary">
          {t.askNext}
        </ActionForm>
      )}
    </Section>
  );
}

/** Who has the person in their care may pass them on, with what they were told themselves. */
function Onward({ view, referral }: ReferralProps) {
  const t = words[view.lang];
  if (!isInCare(referral.state)) return null;
  return (
    <Actions>
      <ButtonLink kind="quiet" href={view.href(referralPaths.onward.to({ referralId: referral.id }))}>
        {t.passOn}
      </ButtonLink>
    </Actions>
  );
}

/** On paper: what is told, and where to say the answer. */
export function SheetPage({
  view,
  referral,
  title,
  trail,
  from,
  shares,
  code,
  publicUrl,
}: Pick<ReferralProps, 'view' | 'referral' | 'title' | 'trail' | 'from' | 'shares'> & {
  /** Absent: there is nothing to answer. */
  readonly code: string | undefined;
  readonly publicUrl: string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.sheet}>
      <PageHead
        title={title}
        kicker={t.sheet}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.sheet} />}
      />
      <Received view={view} referral={referral} from={from} shares={shares} />
      {code && <SheetCode view={view} code={code} publicUrl={publicUrl} />}
      <p>{t.sheetNote}</p>
      <Actions>
        <ButtonLink href={view.href(referralPaths.referral.to({ referralId: referral.id }))} kind="quiet">
          {title}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
