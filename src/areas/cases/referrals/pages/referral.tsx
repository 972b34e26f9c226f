import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice, Tag } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { referralPaths } from '../../paths.ts';
import { type FieldClass, fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import type { Shares } from '../actions.ts';
import {
  movesOf,
  outcomes,
  type ReferralMove,
  type ReferralState,
  rejectReasons,
  type Side,
} from '../rules.ts';
import type { Referral, ReferralMoveRow } from '../store.ts';
import { words } from '../words.ts';
import { StateTag } from './boxes.tsx';

interface ReferralProps {
  readonly view: View;
  readonly state: FormState;
  readonly referral: Referral;
  readonly title: string;
  readonly trail: readonly Link[];
  readonly shares: Shares;
  readonly steps: readonly ReferralMoveRow[];
  readonly sides: readonly Side[];
}

/** One referral, as both sides see it: what was told, where it stands, what can be done next. */
export function ReferralPage(props: ReferralProps) {
  const { view, state, referral, title, trail, sides } = props;
  const t = words[view.lang];
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
      <SharedPart {...props} />
      {sides.includes('sender') && <MoveForms {...at} sides={['sender']} title={t.sender} by="account" />}
      {sides.includes('receiver') && (
        <MoveForms {...at} sides={['receiver']} title={t.receiver} by="account" />
      )}
      {sides.includes('sender') && !sides.includes('receiver') && referral.state !== 'draft' && (
        <Disclosure summary={t.telephone}>
          <MoveForms {...at} sides={['receiver']} title={t.telephone} by="telephone" />
        </Disclosure>
      )}
      {sides.includes('sender') && (
        <p>
          <a href={view.href(referralPaths.sheet.to({ referralId: referral.id }))}>{t.sheet}</a>
        </p>
      )}
      <Steps {...props} />
    </StaffFrame>
  );
}

function moveUrl(view: View, referralId: string, move: ReferralMove): string {
  return view.href(referralPaths.move.to({ referralId, move }));
}

export function SharedPart({ view, referral, shares }: Pick<ReferralProps, 'view' | 'referral' | 'shares'>) {
  const t = words[view.lang];
  const classes = fieldClasses.filter((each): each is FieldClass => shares[each] !== undefined);
  return (
    <Section title={t.preview}>
      {referral.contactProhibited && <Notice view={view} tone="warn" title={t.contactVia} />}
      {classes.length === 0 && <p>{t.nothing}</p>}
      {classes.map((each) => (
        <>
          <h3>{classWords[view.lang][each]}</h3>
          <DefinitionList items={(shares[each] ?? []).map(({ label, value }) => ({ term: label, value }))} />
        </>
      ))}
    </Section>
  );
}

/** A form for each move that a side has now. */
export function MoveForms({
  view,
  state,
  referral,
  sides,
  title,
  by,
  action,
}: {
  view: View;
  state: FormState;
  referral: Referral;
  sides: readonly Side[];
  title: string;
  by: 'account' | 'telephone' | 'link';
  action: (move: ReferralMove) => string;
}) {
  const t = words[view.lang];
  const moves = movesOf({ state: referral.state as ReferralState, side: sides });
  if (moves.length === 0) return null;
  const common = { view, state };
  return (
    <Section title={title}>
      {moves.map((move, at) => (
        <Form action={action(move)} label={t.move[move]}>
          <HiddenField name="by" value={by} />
          {move === 'reject' && (
            <SelectField
              {...common}
              name="reason"
              label={t.reason}
              options={rejectReasons.map((value) => ({ value, label: t.reasons[value] }))}
            />
          )}
          {(move === 'hold' || move === 'fail' || move === 'cancel') && (
            <TextField
              {...common}
              name={`${move}Reason`}
              label={`${t.move[move]}：${t.reason}`}
              autocomplete="off"
            />
          )}
          {move === 'close' && (
            <SelectField
              {...common}
              name="outcome"
              label={t.outcome}
              options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
            />
          )}
          <Actions>
            <SubmitButton kind={kindOf(move, at)}>{t.move[move]}</SubmitButton>
          </Actions>
        </Form>
      ))}
    </Section>
  );
}

/** What goes on stands out; what ends it looks like it. */
function kindOf(move: ReferralMove, at: number) {
  if (move === 'cancel' || move === 'fail') return 'danger';
  return at === 0 ? 'primary' : 'secondary';
}

function Steps({ view, steps }: ReferralProps) {
  const t = words[view.lang];
  return (
    <Section title={t.steps}>
      <ol>
        {steps.map(({ at, move, by, reason }) => (
          <li>
            <time datetime={at.toISOString()}>{tokyoMinute(at)}</time> {t.moved[move as ReferralMove]}（
            {t.by[by as keyof typeof t.by]}）{reason && t.reasons[reason as keyof typeof t.reasons]}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** On paper: what is told, and where to say the answer. */
export function SheetPage({
  view,
  referral,
  title,
  trail,
  shares,
}: Omit<ReferralProps, 'state' | 'steps' | 'sides'>) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.sheet}>
      <PageHead
        title={title}
        kicker={t.sheet}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.sheet} />}
      />
      <SharedPart view={view} referral={referral} shares={shares} />
      <p>{t.sheetNote}</p>
      <Actions>
        <ButtonLink href={view.href(referralPaths.referral.to({ referralId: referral.id }))} kind="quiet">
          {title}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
