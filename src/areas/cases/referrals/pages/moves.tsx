import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import {
  asksForWords,
  movesOf,
  outcomes,
  type ReferralMove,
  type ReferralState,
  rejectReasons,
  type Side,
} from '../rules.ts';
import type { Referral } from '../store.ts';
import { words } from '../words.ts';

interface MovesProps {
  readonly view: View;
  readonly state: FormState;
  readonly referral: Referral;
  readonly sides: readonly Side[];
  readonly title: string;
  readonly by: 'account' | 'telephone' | 'link';
  readonly action: (move: ReferralMove) => string;
}

/** A form for each move that a side has now. */
export function MoveForms(props: MovesProps) {
  const { view, referral, sides, title, by, action } = props;
  const t = words[view.lang];
  const moves = movesOf({ state: referral.state as ReferralState, side: sides });
  if (moves.length === 0) return null;
  return (
    <Section title={title}>
      {moves.map((move, at) => (
        <Form action={action(move)} label={t.move[move]}>
          <HiddenField name="by" value={by} />
          <MoveField {...props} move={move} />
          <Actions>
            <SubmitButton kind={kindOf(move, at)}>{t.move[move]}</SubmitButton>
          </Actions>
        </Form>
      ))}
    </Section>
  );
}

function MoveField({ view, state, referral, move }: MovesProps & { move: ReferralMove }) {
  const t = words[view.lang];
  const common = { view, state };
  if (move === 'reject')
    return (
      <SelectField
        {...common}
        name="reason"
        label={t.reason}
        options={rejectReasons.map((value) => ({ value, label: t.reasons[value] }))}
      />
    );
  if (move === 'close')
    return (
      <SelectField
        {...common}
        name="outcome"
        label={t.outcome}
        options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
      />
    );
  if (!asksForWords(move, referral.state as ReferralState)) return null;
  return (
    <TextField
      {...common}
      name={`${move}Reason`}
      label={`${t.move[move]}：${t.reason}`}
      hint={t.reasonHint}
      width="full"
      autocomplete="off"
    />
  );
}

/** What goes on stands out; what ends it looks like it. */
function kindOf(move: ReferralMove, at: number) {
  if (move === 'cancel' || move === 'fail') return 'danger';
  return at === 0 ? 'primary' : 'secondary';
}
