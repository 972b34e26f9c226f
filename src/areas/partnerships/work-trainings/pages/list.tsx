import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { casePaths } from '#areas/cases/paths.ts';
import { StatusTag } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { workplacePaths, workTrainingPaths } from '../../paths.ts';
import { words as workplaceWords } from '../../workplaces/words.ts';
import type { Listed } from '../store.ts';
import { words } from '../words.ts';

export const tones = {
  draft: 'neutral',
  proposed: 'info',
  accepted: 'info',
  declined: 'neutral',
  agreed: 'good',
  ended: 'neutral',
  withdrawn: 'warn',
  dropped: 'neutral',
} as const;

export function StateTag({ view, state }: { view: View; state: string }) {
  const known = state as keyof typeof tones;
  return <StatusTag tone={tones[known]}>{words[view.lang].states[known]}</StatusTag>;
}

export function TrainingCrumbs({ view, current }: { view: View; current: string }) {
  const items = [
    { href: view.href(workplacePaths.home.to({})), label: workplaceWords[view.lang].home },
    { href: view.href(workTrainingPaths.list.to({})), label: workplaceWords[view.lang].trainings },
  ];
  return <Breadcrumbs view={view} items={items} current={current} />;
}

interface Props {
  readonly view: View;
  /** Cases whose plan has a work training; undefined for whoever carries none. */
  readonly waiting: readonly { readonly caseId: string; readonly number: string }[] | undefined;
  readonly trainings: readonly Listed[];
  readonly before: string | undefined;
}

export function TrainingListPage({ view, waiting, trainings, before }: Props) {
  const t = words[view.lang];
  const title = workplaceWords[view.lang].trainings;
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        lead={t.lead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(workplacePaths.home.to({})), label: workplaceWords[view.lang].home }]}
            current={title}
          />
        }
      />
      {waiting && (
        <Section title={t.waiting}>
          <DataTable
            view={view}
            caption={t.waiting}
            captionHidden
            stacked
            empty={t.none}
            columns={[
              { key: 'case', label: t.case, head: true },
              { key: 'go', label: t.workplace },
            ]}
            rows={waiting.map(({ caseId, number }) => ({
              case: <a href={view.href(casePaths.case.to({ caseId }))}>{number}</a>,
              go: <a href={view.href(workTrainingPaths.choose.to({ caseId }))}>{t.choose}</a>,
            }))}
          />
        </Section>
      )}
      <Section title={t.trainings}>
        <DataTable
          view={view}
          caption={t.trainings}
          captionHidden
          stacked
          empty={t.none}
          columns={[
            { key: 'workplace', label: t.workplace, head: true },
            { key: 'period', label: t.period },
            { key: 'kind', label: t.kind },
            { key: 'state', label: t.state },
          ]}
          rows={trainings.map(({ id, workplace, startsOn, endsOn, kind, state }) => ({
            workplace: <a href={view.href(workTrainingPaths.page.to({ trainingId: id }))}>{workplace}</a>,
            period: `${dayName(view.lang, startsOn)} – ${dayName(view.lang, endsOn)}`,
            kind: workplaceWords[view.lang].kinds[kind as 'employed'],
            state: <StateTag view={view} state={state} />,
          }))}
        />
        {before && (
          <Actions>
            <ButtonLink kind="secondary" href={view.href(workTrainingPaths.list.to({}, { before }))}>
              {t.next}
            </ButtonLink>
          </Actions>
        )}
      </Section>
    </StaffFrame>
  );
}
