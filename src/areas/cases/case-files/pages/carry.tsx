import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { casePaths } from '../../paths.ts';
import { closeReasonOf } from '../../reviews/rules.ts';
import type { Overview } from '../../timelines/overview.ts';
import { closeReasons } from '../rules.ts';
import type { CaseFile } from '../store.ts';
import { words } from '../words.ts';

interface CarryProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly workers: readonly Option[];
  readonly overview: Pick<Overview, 'review'>;
}

/** Who carries the case. */
export function Assign({ view, state, caseFile, workers }: CarryProps) {
  const t = words[view.lang];
  return (
    <Section title={t.assign}>
      <Form action={view.href(casePaths.assign.to({ caseId: caseFile.id }))} label={t.assign}>
        <SelectField
          view={view}
          state={state}
          name="to"
          label={t.assignTo}
          empty={t.nobody}
          value={caseFile.assignedTo ?? ''}
          options={workers}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.assign}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

/** 終結 or 中断, with its reason: the one of the review, when there is one. */
export function Close({ view, state, caseFile, overview }: CarryProps) {
  const t = words[view.lang];
  return (
    <Disclosure
      summary={t.close}
      open={state.problems.some(({ field }) => field === 'reason') || isReviewed(overview)}
    >
      <p>{t.closeLead}</p>
      <Form action={view.href(casePaths.close.to({ caseId: caseFile.id }))} label={t.close}>
        <SelectField
          view={view}
          state={state}
          name="reason"
          label={t.reason}
          value={overview.review?.confirmedOn ? closeReasonOf(overview.review) : undefined}
          options={closeReasons.map((value) => ({ value, label: t.reasons[value] }))}
        />
        <TextField
          view={view}
          state={state}
          name="followUpOn"
          label={t.followUpOn}
          hint={t.birthHint}
          width="short"
          autocomplete="off"
        />
        <Actions>
          <SubmitButton kind="danger">{t.close}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

/** A confirmed review has proposed to end it. */
function isReviewed({ review }: CarryProps['overview']): boolean {
  return review !== undefined && review.confirmedOn !== null && closeReasonOf(review) !== undefined;
}
