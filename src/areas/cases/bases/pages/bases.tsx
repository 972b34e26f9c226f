import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { basisPaths } from '../../paths.ts';
import { type FieldClass, fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { givenHow } from '../rules.ts';
import { words } from '../words.ts';

export interface BasisLine {
  readonly id: string;
  readonly lane: 'consent' | 'urgency';
  readonly to: string;
  readonly classes: readonly string[];
  readonly purpose: string;
  readonly givenOn: string;
  readonly until: string;
  readonly state: 'open' | 'over' | 'withdrawn';
}

interface BasesProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly bases: readonly BasisLine[];
  readonly organisations: readonly Option[];
  readonly mayCarry: boolean;
  readonly today: string;
}

const tones: Record<BasisLine['state'], Tone> = { open: 'good', over: 'neutral', withdrawn: 'bad' };

/** What may leave a case, and on what ground. */
export function BasesPage(props: BasesProps) {
  const { view, state, caseFile, bases, mayCarry } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {bases.length === 0 ? <EmptyState title={t.empty} /> : null}
      {bases.map((basis) => (
        <BasisCard {...props} basis={basis} />
      ))}
      {mayCarry && <NewConsent {...props} />}
    </StaffFrame>
  );
}

function BasisCard({ view, basis, mayCarry }: BasesProps & { basis: BasisLine }) {
  const t = words[view.lang];
  const classes = basis.classes.map((each) => classWords[view.lang][each as FieldClass]).join('、');
  return (
    <Card
      level={2}
      title={t.lane[basis.lane]}
      tags={<StatusTag tone={tones[basis.state]}>{t.state[basis.state]}</StatusTag>}
    >
      <DefinitionList
        items={[
          { term: t.to, value: basis.to },
          { term: t.classes, value: classes },
          { term: basis.lane === 'consent' ? t.purpose : t.reason, value: basis.purpose },
          { term: t.given, value: dayName(view.lang, basis.givenOn) },
          { term: t.until, value: basis.until },
        ]}
      />
      {mayCarry && basis.lane === 'consent' && basis.state === 'open' && (
        <ActionForm action={view.href(basisPaths.withdraw.to({ basisId: basis.id }))} kind="danger">
          {t.withdraw}
        </ActionForm>
      )}
    </Card>
  );
}

function NewConsent({ view, state, caseFile, organisations, today }: BasesProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.newConsent} lead={t.newConsentLead}>
      <Form action={view.href(basisPaths.consent.to({ caseId: caseFile.id }))} label={t.newConsent}>
        <SelectField {...common} name="organisationId" label={t.to} options={organisations} />
        {(['organisationId2', 'organisationId3'] as const).map((name, at) => (
          <SelectField
            {...common}
            name={name}
            label={t.alsoTo(at + 2)}
            empty={t.nobodyElse}
            options={organisations}
          />
        ))}
        <CheckboxGroup
          {...common}
          name="classes"
          label={t.classes}
          options={fieldClasses
            .filter((each) => each !== 'protected')
            .map((each) => ({ value: each, label: classWords[view.lang][each] }))}
        />
        <TextArea {...common} name="purpose" label={t.purpose} rows={2} />
        <SelectField
          {...common}
          name="how"
          label={t.how}
          empty={false}
          options={givenHow.map((each) => ({ value: each, label: t.hows[each] }))}
        />
        <TextField
          {...common}
          name="givenOn"
          label={t.given}
          value={today}
          width="short"
          autocomplete="off"
        />
        <TextField
          {...common}
          name="untilOn"
          label={t.until}
          hint={t.untilHint}
          width="short"
          autocomplete="off"
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
