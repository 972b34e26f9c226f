import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { ProgramContent } from '../../editions/content.ts';
import { staffReportPaths } from '../../paths.ts';
import { targetName } from '../../publication/shown.ts';
import { type Correction, correctedTexts, shownAt, type Target, targetText } from '../rules.ts';
import { words } from '../words.ts';

interface NewErratumProps {
  readonly view: View;
  readonly editionId: string;
  readonly program: ProgramContent;
  readonly corrections: readonly Correction[];
  readonly state: FormState;
}

/** One figure or text of a published program, what it should say, and why. */
export function NewErratumPage({ view, editionId, program, corrections, state }: NewErratumProps) {
  const text = words[view.lang];
  const title = text.newTitle(contentIn(view.lang, program.name));
  const edition = view.href(staffReportPaths.edition.to({ id: editionId }));
  const option = (target: Target) => ({
    value: targetText(target),
    label: `${targetName(view.lang, program, target)}${nowText(view, program, corrections, target)}`,
  });
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(staffReportPaths.home.to({})), label: text.report },
              { href: edition, label: text.ofYear(fiscalYearName(view.lang, program.fiscalYear)) },
            ]}
            current={title}
          />
        }
        title={title}
        lead={<p>{text.lead}</p>}
      />
      <Form action={view.href(staffReportPaths.newErratum.to({ id: editionId, slug: program.slug }))}>
        <SelectField
          view={view}
          state={state}
          name="target"
          label={text.target}
          required
          options={[
            { label: text.figures, options: figureTargets(program).map(option) },
            {
              label: text.texts,
              options: correctedTexts.map((field) => option({ kind: 'text', field })),
            },
          ]}
        />
        <TextArea
          view={view}
          state={state}
          name="newValue"
          label={text.newValue}
          hint={text.newValueHint}
          rows={3}
        />
        <TextArea view={view} state={state} name="reason" label={text.reason} required rows={2} />
        <Actions>
          <SubmitButton>{text.propose}</SubmitButton>
          <ButtonLink kind="secondary" href={edition}>
            {text.report}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function figureTargets({ fiscalYear, measures }: ProgramContent): readonly Target[] {
  return measures.flatMap(({ id: measureId, value, months }) => [
    ...(value === null ? [] : [{ kind: 'figure', measureId, period: String(fiscalYear) } as const]),
    ...months.map(({ period }) => ({ kind: 'figure', measureId, period }) as const),
  ]);
}

function nowText(
  view: View,
  program: ProgramContent,
  corrections: readonly Correction[],
  target: Target,
): string {
  const now = shownAt(program, corrections, target) ?? '';
  if (target.kind === 'text') return '';
  return words[view.lang].now(formatNumber(view.lang, Number(now)));
}
