import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState } from '#ui/content.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { workTrainingPaths } from '../../paths.ts';
import { kinds, tasks, weekdays } from '../../workplaces/rules.ts';
import type { Workplace } from '../../workplaces/store.ts';
import { listed, offered, placeName } from '../../workplaces/pages/public.tsx';
import { words as workplaceWords } from '../../workplaces/words.ts';
import type { Place, Suggestion, Wanted, Why } from '../suggest.ts';
import { words } from '../words.ts';
import { TrainingCrumbs } from './list.tsx';

interface Props {
  readonly view: View;
  readonly state: FormState;
  readonly caseId: string;
  readonly number: string;
  readonly wanted: Wanted;
  readonly suggestions: readonly Suggestion<Workplace & Place>[];
  readonly municipalities: readonly Municipality[];
}

/** Workplaces for somebody's plan, each with why. Nothing of the person goes anywhere yet. */
export function ChoosePage(props: Props) {
  const { view, state, number, suggestions, caseId, wanted } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.choose} problems={state.problems}>
      <PageHead
        title={t.choose}
        kicker={`${t.case} ${number}`}
        breadcrumbs={<TrainingCrumbs view={view} current={t.choose} />}
      />
      <Wishes {...props} />
      <Section title={t.suggestions}>
        {suggestions.length === 0 && <EmptyState title={t.noSuggestions} />}
        {suggestions.map(({ place, why }) => (
          <Card title={place.name}>
            <p>{why.map((each) => sayWhy(view, each)).join('')}</p>
            <DefinitionList items={offered(view, place, props.municipalities)} />
            <Actions>
              <ActionForm
                kind="primary"
                action={view.href(workTrainingPaths.begin.to({ caseId, workplaceId: place.id }))}
                fields={{ days: wanted.days.join(' '), kind: wanted.kind }}
              >
                {t.begin}
              </ActionForm>
            </Actions>
          </Card>
        ))}
      </Section>
    </StaffFrame>
  );
}

function sayWhy(view: View, why: Why): string {
  const t = words[view.lang].why;
  const w = workplaceWords[view.lang];
  const space = view.lang === 'en' ? ' ' : '';
  if (why.is === 'near') return t.near + space;
  if (why.is === 'free') return t.free(why.n) + space;
  return (why.is === 'days' ? t.days(listed(w.days, why.of)) : t.tasks(listed(w.tasks, why.of))) + space;
}

function Wishes({ view, caseId, wanted, municipalities }: Props) {
  const t = words[view.lang];
  const w = workplaceWords[view.lang];
  return (
    <Form method="get" action={view.href(workTrainingPaths.choose.to({ caseId }))} label={t.wanted}>
      <CheckboxGroup
        view={view}
        name="days"
        label={t.wantedDays}
        spread="line"
        values={wanted.days}
        options={weekdays.map((value) => ({ value: value as string, label: w.days[value] }))}
      />
      <CheckboxGroup
        view={view}
        name="tasks"
        label={t.wantedTasks}
        spread="columns"
        values={wanted.tasks}
        options={tasks.map((value) => ({ value: value as string, label: w.tasks[value] }))}
      />
      <SelectField
        view={view}
        name="kind"
        label={t.kind}
        empty={w.all}
        value={wanted.kind}
        options={kinds.map((value) => ({ value, label: w.kinds[value] }))}
      />
      <SelectField
        view={view}
        name="municipality"
        label={w.municipality}
        empty={w.all}
        value={wanted.municipality}
        options={municipalities.map(({ code }) => ({
          value: code,
          label: placeName(view, municipalities, code),
        }))}
      />
      <Actions>
        <SubmitButton kind="secondary">{t.search}</SubmitButton>
      </Actions>
    </Form>
  );
}
