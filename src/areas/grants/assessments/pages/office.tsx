import { CheckboxGroup } from '#ui/choices.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { reviewPaths } from '../../paths.ts';
import type { KnownReviewer } from '../actions.ts';
import { AskFields } from '../lists/pages/ask.tsx';
import { isInReview } from '../rules.ts';
import { words } from '../words.ts';
import type { ReviewProps } from './review.tsx';

const empty = { values: {}, problems: [] };

/** What was typed belongs to the form that was sent. */
function stateOf({ state, tried }: ReviewProps, form: ReviewProps['tried']) {
  return tried === form ? state : empty;
}

export function ChecklistForm(props: ReviewProps) {
  const { view, application, terms, ticked, note } = props;
  const t = words[view.lang];
  if (!isInReview(application.state)) return null;
  const common = { view, state: stateOf(props, 'checklist') };
  return (
    <Section title={t.checklist}>
      <Form
        action={view.href(reviewPaths.checklist.to({ applicationId: application.id }))}
        label={t.checklist}
      >
        {terms.checks.length > 0 && (
          <CheckboxGroup
            {...common}
            name="ticked"
            label={t.checks}
            values={ticked}
            options={terms.checks.map(({ code, label }) => ({
              value: code,
              label: label[view.lang] || label.ja,
            }))}
          />
        )}
        <TextArea {...common} name="note" label={t.note} hint={t.noteHint} rows={3} value={note} />
        <Actions>
          <SubmitButton kind="secondary">{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

export function Moves(props: ReviewProps) {
  const { view, application } = props;
  const t = words[view.lang];
  const { state, id: applicationId } = application;
  const to = (move: string) => view.href(reviewPaths.move.to({ applicationId, move }));
  return (
    <>
      {state === 'submitted' && (
        <Section title={t.check} lead={t.checkLead}>
          <ActionForm action={to('check')} kind="primary">
            {t.check}
          </ActionForm>
        </Section>
      )}
      {state === 'checked' && (
        <Section title={t.nextSteps}>
          <ActionForm action={to('reopen')}>{t.reopen}</ActionForm>
        </Section>
      )}
      {(state === 'submitted' || state === 'checked') && (
        <Section title={t.return} lead={t.returnLead}>
          <Form action={to('return')} label={t.return}>
            <TextArea
              view={view}
              state={stateOf(props, 'move')}
              name="reason"
              label={t.returnReason}
              required
              rows={4}
            />
            <Actions>
              <SubmitButton kind="secondary">{t.return}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}

export function AskOne(props: ReviewProps & { reviewers: readonly KnownReviewer[] }) {
  const { view, application, assignments, reviewers } = props;
  const t = words[view.lang];
  const asked = assignments.map(({ reviewerId }) => reviewerId);
  const left = reviewers.filter(({ personId }) => !asked.includes(personId));
  if (left.length === 0 || !isInReview(application.state)) return null;
  return (
    <Section title={t.askOne}>
      <Form action={view.href(reviewPaths.ask.to({ applicationId: application.id }))} label={t.askOne}>
        <AskFields view={view} state={stateOf(props, 'ask')} reviewers={left} each={1} />
      </Form>
    </Section>
  );
}
