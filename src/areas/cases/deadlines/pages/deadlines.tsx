import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { HiddenField, NumberField, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { casesTrail } from '../../case-files/pages/trail.tsx';
import { deadlinePaths, referralPaths } from '../../paths.ts';
import { words as referralWords } from '../../referrals/words.ts';
import { type Deadlines, deadlineBounds, deadlinesOn } from '../rules.ts';
import { words } from '../words.ts';

interface OrganisationDeadlines {
  readonly organisationId: string;
  readonly name: string;
  readonly rows: readonly (Deadlines & { readonly fromOn: string })[];
}

interface DeadlinesProps {
  readonly view: View;
  readonly state: FormState;
  /** Whose form was sent, when it comes back. */
  readonly changed: string;
  readonly organisations: readonly OrganisationDeadlines[];
  readonly today: string;
}

export const deadlineNames = Object.keys(deadlineBounds) as (keyof Deadlines)[];

/** How long an organisation waits at each turn of its referrals. */
export function DeadlinesPage(props: DeadlinesProps) {
  const { view, state, organisations } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              ...casesTrail(view),
              { href: view.href(referralPaths.boxes.to({})), label: referralWords[view.lang].title },
            ]}
            current={t.title}
          />
        }
      />
      {organisations.map((organisation) => (
        <Section title={organisation.name}>
          <Current {...props} organisation={organisation} />
          <Change {...props} organisation={organisation} />
        </Section>
      ))}
    </StaffFrame>
  );
}

type OneProps = DeadlinesProps & { readonly organisation: OrganisationDeadlines };

function unitOf(view: View, name: keyof Deadlines): string {
  return name === 'urgentAnswerHours' ? words[view.lang].hour : words[view.lang].day;
}

function Current({ view, organisation, today }: OneProps) {
  const t = words[view.lang];
  const held = deadlinesOn(organisation.rows, today);
  if (organisation.rows.length === 0)
    return (
      <>
        <p>{t.usual}</p>
        <DefinitionList
          items={deadlineNames.map((name) => ({
            term: t.names[name],
            value: `${held[name]} ${unitOf(view, name)}`,
          }))}
        />
      </>
    );
  return (
    <DataTable
      view={view}
      caption={t.history}
      stacked
      columns={[
        { key: 'from', label: t.from, head: true },
        ...deadlineNames.map((name) => ({
          key: name,
          label: t.names[name],
          unit: unitOf(view, name),
          align: 'number' as const,
        })),
      ]}
      rows={organisation.rows.map((row) => ({
        ...Object.fromEntries(deadlineNames.map((name) => [name, row[name]])),
        from: dayName(view.lang, row.fromOn),
      }))}
    />
  );
}

function Change({ view, state, changed, organisation, today }: OneProps) {
  const t = words[view.lang];
  const { organisationId, rows } = organisation;
  const common = { view, state: changed === organisationId ? state : { values: {}, problems: [] } };
  const held = deadlinesOn(rows, today);
  return (
    <Form action={view.href(deadlinePaths.deadlines.to({}))} label={`${t.change}：${organisation.name}`}>
      <HiddenField name="organisationId" value={organisationId} />
      {deadlineNames.map((name) => (
        <NumberField
          {...common}
          name={name}
          label={t.names[name]}
          unit={unitOf(view, name)}
          value={held[name]}
        />
      ))}
      <TextField
        {...common}
        name="fromOn"
        label={t.from}
        hint={t.fromHint}
        value={today}
        width="short"
        autocomplete="off"
      />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}
