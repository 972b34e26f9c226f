import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { reportTrail } from '../../trail.ts';
import { type AnsweringProgram, nameOf } from '../read-map.ts';
import { words } from '../words.ts';

interface AnswersProps {
  readonly view: View;
  readonly worry: { readonly code: string; readonly name: string };
  readonly year: string;
  readonly programs: readonly AnsweringProgram[];
}

/** `/staff/report/unmet/worries/debt`: which of the year's programs answer a worry. */
export function AnswersPage({ view, worry, year, programs }: AnswersProps) {
  const t = words[view.lang];
  const { code } = worry;
  return (
    <StaffFrame view={view} title={t.chooseAnswering}>
      <PageHead
        title={t.chooseAnswering}
        kicker={worry.name}
        lead={<p>{t.chooseLead}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              ...reportTrail(view),
              { href: view.href(paths.unmet.to({}, { worry: code })), label: t.title },
            ]}
            current={t.chooseAnswering}
          />
        }
      />
      {programs.length === 0 ? (
        <EmptyState title={t.noPrograms} />
      ) : (
        <Form action={view.href(paths.unmetAnswers.to({ worry: code }))}>
          <CheckboxGroup
            view={view}
            name="programs"
            label={t.programs(year)}
            values={programs.filter(({ answers }) => answers).map(({ id }) => id)}
            options={programs.map(({ id, name, bureau }) => ({
              value: id,
              label: nameOf(view.lang, name),
              hint: nameOf(view.lang, bureau),
            }))}
          />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
            <ButtonLink kind="quiet" href={view.href(paths.unmet.to({}, { worry: code }))}>
              {t.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
