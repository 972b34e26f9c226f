import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import type { SurveyState } from '../rules.ts';
import type { FieldSurvey } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<SurveyState, Tone> = { draft: 'neutral', open: 'good', closed: 'info' };

export function StateTag({ view, state }: { view: View; state: string }) {
  return (
    <StatusTag tone={tones[state as SurveyState]}>{words[view.lang].states[state as SurveyState]}</StatusTag>
  );
}

interface SurveysProps {
  readonly view: View;
  readonly surveys: readonly FieldSurvey[];
  readonly counts: ReadonlyMap<string, number>;
  readonly keeps: boolean;
  readonly answers: boolean;
}

export function SurveysPage({ view, surveys, counts, keeps, answers }: SurveysProps) {
  const t = words[view.lang];
  const day = (on: string) => dayName(view.lang, on);
  return (
    <StaffFrame view={view} title={t.title} islands={answers ? ['survey'] : []}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={keeps && <ButtonLink href={view.href(paths.new.to({}))}>{t.newSurvey}</ButtonLink>}
      />
      {answers && <Unsent view={view} />}
      {surveys.length === 0 ? (
        <EmptyState title={keeps ? t.none : t.noneForSurveyor} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'title', label: t.name, head: true },
            { key: 'state', label: t.state },
            { key: 'days', label: t.days },
            { key: 'answers', label: t.answers, align: 'number', unit: t.answersUnit },
            ...(answers ? [{ key: 'write' as const, label: t.answer }] : []),
          ]}
          rows={surveys.map(({ id, title, state, opensOn, closesOn }) => ({
            title: <a href={view.href(paths.survey.to({ surveyId: id }))}>{title}</a>,
            state: <StateTag view={view} state={state} />,
            days: t.until(day(opensOn), day(closesOn)),
            answers: counts.get(id) ?? 0,
            ...(answers && {
              write:
                state === 'open' ? (
                  <ButtonLink small href={view.href(paths.answer.to({ surveyId: id }))}>
                    {t.answer}
                  </ButtonLink>
                ) : (
                  '—'
                ),
            }),
          }))}
        />
      )}
    </StaffFrame>
  );
}

/** Where the island says what is still on this device; a sign-out asks first. */
export function Unsent({ view }: { view: View }) {
  const t = words[view.lang];
  return <p class="notice warn" data-unsent={t.unsent(0)} data-leaving={t.leaving} role="status" hidden />;
}
