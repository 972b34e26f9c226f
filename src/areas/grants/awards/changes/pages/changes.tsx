import { dayName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { Grid, TypedText } from '#ui/layout.tsx';
import type { ChangeKind, ChangeState, OfficeMove } from '../rules.ts';
import type { ShownChange } from '../shown.ts';
import { words } from '../words.ts';

const tones: Record<ChangeState, Tone> = {
  asked: 'info',
  returned: 'warn',
  checked: 'info',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

export interface ChangesProps {
  readonly view: View;
  readonly changes: readonly ShownChange[];
  /** Of the group: where it withdraws one, or asks again for one that came back. */
  readonly withdraw?: (changeId: string) => string;
  readonly askAgain?: (kind: ChangeKind) => string;
  /** Of the office: what whoever looks may do, and where to. */
  readonly moves?: (change: ShownChange) => readonly OfficeMove[];
  readonly move?: (changeId: string) => string;
  /** What was tried and refused, and on which change. */
  readonly tried?: { readonly changeId: string; readonly state: FormState };
}

export function Changes(props: ChangesProps) {
  const { view, changes } = props;
  const t = words[view.lang];
  if (changes.length === 0) return <p>{t.none}</p>;
  return (
    <Grid min="large">
      {changes.toReversed().map((change) => (
        <One {...props} change={change} />
      ))}
    </Grid>
  );
}

function One({ change, ...props }: ChangesProps & { change: ShownChange }) {
  const { view, withdraw, askAgain } = props;
  const t = words[view.lang];
  const { row, reason, answer } = change;
  const kind = row.kind as ChangeKind;
  const state = row.state as ChangeState;
  const day = (on: string | null) => on && dayName(view.lang, on);
  const open = state === 'asked' || state === 'returned' || state === 'checked';
  return (
    <article class="card">
      <h3>{t.kinds[kind]}</h3>
      <p>
        <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>
      </p>
      <DefinitionList
        items={[
          { term: t.yen[kind], value: yenFull(view.lang, row.yen) },
          ...(row.endsOn && (kind === 'change' || kind === 'abolish')
            ? [{ term: t.endsOn[kind], value: day(row.endsOn) }]
            : []),
          { term: t.askedOn, value: day(tokyoDay(row.askedAt)) },
          { term: t.reasonShown, value: <TypedText text={reason} /> },
          ...(answer ? [{ term: t.answerShown, value: <TypedText text={answer} /> }] : []),
        ]}
      />
      {open && withdraw && (
        <Actions>
          {state === 'returned' && askAgain && <ButtonLink href={askAgain(kind)}>{t.askAgain}</ButtonLink>}
          <ActionForm action={withdraw(row.id)} kind="quiet">
            {t.withdraw}
          </ActionForm>
        </Actions>
      )}
      <Moves {...props} change={change} />
    </article>
  );
}

/** One field for the answer, and a button for each thing that may be done now: the button says which. */
function Moves({ view, change, moves, move, tried }: ChangesProps & { change: ShownChange }) {
  const t = words[view.lang];
  const { id } = change.row;
  const possible = moves?.(change) ?? [];

  if (!move || possible.length === 0) return null;
  const own = tried?.changeId === id ? tried.state : emptyForm;

  return (
    <Form action={move(id)} label={t.kinds[change.row.kind as ChangeKind]}>
      <TextArea
        view={view}
        state={own}
        name="answer"
        label={t.answer}
        hint={t.answerHint}
        rows={3}
        maxlength={4000}
      />
      <Actions>
        {possible.map((each, at) => (
          <SubmitButton kind={at === 0 ? 'primary' : 'secondary'} name="move" value={each}>
            {t.moves[each]}
          </SubmitButton>
        ))}
      </Actions>
    </Form>
  );
}
