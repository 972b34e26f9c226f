import { dayName, tokyoDay } from '#platform/dates.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import type { OpenCall } from '#areas/grants/index.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { workplacePaths, workTrainingPaths } from '../../paths.ts';
import { standingOf } from '../rules.ts';
import type { Workplace, WorkplaceRequest } from '../store.ts';
import { words } from '../words.ts';
import { listed, placeName } from './public.tsx';

export interface HomeProps {
  readonly view: View;
  readonly today: string;
  readonly own: readonly Workplace[] | undefined;
  /** For the office: what waits. */
  readonly waiting: readonly (WorkplaceRequest & { readonly name: string })[] | undefined;
  readonly certified: readonly Workplace[];
  readonly calls: readonly (OpenCall & { readonly named: boolean })[] | undefined;
  readonly municipalities: readonly Municipality[];
  readonly maySeeTrainings: boolean;
}

/** Where everybody of work training begins: what waits for them first. */
export function WorkHomePage(props: HomeProps) {
  const { view, own, waiting, calls, maySeeTrainings } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.home}>
      <PageHead
        title={t.home}
        lead={t.homeLead}
        actions={
          <>
            {maySeeTrainings && (
              <ButtonLink href={view.href(workTrainingPaths.list.to({}))}>{t.trainings}</ButtonLink>
            )}
            <ButtonLink kind="quiet" href={view.href(workplacePaths.list.to({}))}>
              {t.public}
            </ButtonLink>
          </>
        }
      />
      {waiting && <Waiting {...props} waiting={waiting} />}
      {own && (
        <Section
          title={t.own}
          actions={
            <ButtonLink kind="secondary" href={view.href(workplacePaths.new.to({}))}>
              {t.add}
            </ButtonLink>
          }
        >
          <Places {...props} caption={t.own} workplaces={own} />
        </Section>
      )}
      <Section title={t.certified}>
        <Places {...props} caption={t.certified} workplaces={props.certified} />
      </Section>
      {calls && <Calls view={view} calls={calls} />}
    </StaffFrame>
  );
}

function Waiting({ view, waiting }: HomeProps & { waiting: NonNullable<HomeProps['waiting']> }) {
  const t = words[view.lang];
  return (
    <Section title={t.waiting}>
      {waiting.length === 0 ? (
        <EmptyState title={t.noWaiting} />
      ) : (
        <DataTable
          view={view}
          caption={t.waiting}
          captionHidden
          stacked
          columns={[
            { key: 'name', label: t.name, head: true },
            { key: 'kind', label: t.request },
            { key: 'state', label: t.state },
            { key: 'day', label: t.sentOn },
          ]}
          rows={waiting.map(({ workplaceId, name, kind, state, submittedAt }) => ({
            name: <a href={view.href(workplacePaths.page.to({ workplaceId }))}>{name}</a>,
            kind: t.requestKinds[kind as 'first'],
            state: (
              <StatusTag tone={state === 'proposed' ? 'warn' : 'info'}>
                {t.states[state as 'draft']}
              </StatusTag>
            ),
            day: submittedAt ? dayName(view.lang, tokyoDay(submittedAt)) : '',
          }))}
        />
      )}
    </Section>
  );
}

export const standingTones = {
  none: 'neutral',
  certified: 'good',
  ending: 'warn',
  lapsed: 'bad',
  ended: 'neutral',
} as const;

function Places({
  view,
  today,
  caption,
  workplaces,
  municipalities,
}: HomeProps & { caption: string; workplaces: readonly Workplace[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      empty={t.none}
      columns={[
        { key: 'name', label: t.name, head: true },
        { key: 'place', label: t.municipality },
        { key: 'tasks', label: t.task },
        { key: 'days', label: t.daysLabel },
        { key: 'standing', label: t.standing },
      ]}
      rows={workplaces.map((workplace) => {
        const standing = standingOf(workplace, today);
        return {
          name: (
            <a href={view.href(workplacePaths.page.to({ workplaceId: workplace.id }))}>{workplace.name}</a>
          ),
          place: placeName(view, municipalities, workplace.municipality),
          tasks: listed(t.tasks, workplace.tasks),
          days: listed(t.days, workplace.days),
          standing: <StatusTag tone={standingTones[standing]}>{t.standings[standing]}</StatusTag>,
        };
      })}
    />
  );
}

function Calls({ view, calls }: { view: View; calls: NonNullable<HomeProps['calls']> }) {
  const t = words[view.lang];
  return (
    <Section title={t.calls} lead={t.callsLead}>
      {calls.length === 0 ? (
        <p>{t.noCalls}</p>
      ) : (
        <Form action={view.href(workplacePaths.call.to({}))} label={t.calls}>
          <CheckboxGroup
            view={view}
            state={emptyForm}
            name="calls"
            label={t.calls}
            values={calls.filter(({ named }) => named).map(({ callId }) => callId)}
            options={calls.map(({ callId, name }) => ({ value: callId, label: name[view.lang] }))}
          />
          <Actions>
            <SubmitButton kind="secondary">{t.save}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
