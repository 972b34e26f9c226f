import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { DateField, HiddenField, NumberField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { reviewPaths } from '../../../paths.ts';
import type { KnownReviewer } from '../../actions.ts';
import { words } from '../../words.ts';

interface AskProps {
  readonly view: View;
  readonly state: FormState;
  readonly reviewers: readonly KnownReviewer[];
}

/** Reviewers to choose from, how many of them read one application, and until when. */
export function AskFields({ view, state, reviewers, each }: AskProps & { each: number }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <CheckboxGroup
        {...common}
        name="reviewers"
        label={t.chooseReviewers}
        required
        spread="columns"
        options={reviewers.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <NumberField {...common} name="each" label={t.each} unit={t.people} required value={each} />
      <DateField {...common} name="dueOn" label={t.dueOn} />
      <Actions>
        <SubmitButton>{t.ask}</SubmitButton>
      </Actions>
    </>
  );
}

export function AskForm(props: AskProps & { callId: string; unread: number }) {
  const { view, callId, unread, reviewers } = props;
  const t = words[view.lang];
  return (
    <Section title={t.askMany} lead={reviewers.length === 0 ? t.noReviewers : t.askManyLead(unread)}>
      {unread > 0 && reviewers.length > 0 && (
        <Form action={view.href(reviewPaths.askMany.to({}))} label={t.askMany}>
          <HiddenField name="call" value={callId} />
          <AskFields {...props} each={2} />
        </Form>
      )}
    </Section>
  );
}
