import { CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure, EmptyState } from '#ui/content.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import { words } from '../words.ts';
import type { SurveyProps } from './survey.tsx';

export function Teams({ view, state, survey, teams, municipalities, organisations, keeps }: SurveyProps) {
  const t = words[view.lang];
  const nameOf = (code: string) => municipalities.find((each) => each.code === code)?.nameJa ?? code;
  const edits = keeps && survey.state !== 'closed';
  const area = (codes: readonly string[]) =>
    codes.length === 0 ? t.everywhere : codes.map(nameOf).join('・');
  return (
    <Section title={t.teams} lead={t.teamsLead}>
      {teams.length === 0 ? (
        <EmptyState title={t.noTeams} />
      ) : (
        <DataTable
          view={view}
          caption={t.teams}
          captionHidden
          stacked
          columns={[
            { key: 'name', label: t.team, head: true },
            { key: 'area', label: t.area },
            ...(edits ? [{ key: 'end' as const, label: t.endTeam }] : []),
          ]}
          rows={teams.map(({ organisationId, name, municipalities: codes }) => ({
            name,
            area: area(codes),
            ...(edits && {
              end: (
                <ActionForm
                  small
                  kind="quiet"
                  action={view.href(paths.endTeam.to({ surveyId: survey.id }))}
                  fields={{ organisationId }}
                >
                  {t.endTeam}
                </ActionForm>
              ),
            }),
          }))}
        />
      )}
      {edits && (
        <Disclosure summary={t.addTeam}>
          <Form action={view.href(paths.team.to({ surveyId: survey.id }))} label={t.addTeam}>
            <SelectField
              view={view}
              state={state}
              name="organisationId"
              label={t.team}
              required
              options={organisations.map(({ id, nameJa }) => ({ value: id, label: nameJa }))}
            />
            <CheckboxGroup
              view={view}
              state={state}
              name="municipalities"
              label={t.area}
              hint={t.areaHint}
              spread="columns"
              options={municipalities.map(({ code, nameJa }) => ({ value: code, label: nameJa }))}
            />
            <SubmitButton>{t.addTeam}</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
