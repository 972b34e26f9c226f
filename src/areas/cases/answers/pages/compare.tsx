import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Card } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import type { FormField } from '../../forms/form.ts';
import { words } from '../words.ts';

export interface Compared {
  readonly field: FormField;
  /** In words. */
  readonly mine: string;
  readonly theirs: string;
}

interface CompareProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly action: string;
  readonly title: string;
  readonly by: string;
  readonly compared: readonly Compared[];
  /** Everything that was typed, to be sent again: names and values. */
  readonly kept: readonly (readonly [string, string])[];
}

/** Two wrote into the same field: both stand side by side, and the second decides, field by field. */
export function ComparePage({ view, state, caseFile, action, title, by, compared, kept }: CompareProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.compare} problems={state.problems}>
      <PageHead
        title={t.compare}
        kicker={title}
        lead={t.compareLead(by)}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.compare} />}
      />
      <p>{t.compareRest}</p>
      <Form action={action} label={t.compare}>
        {kept.map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        {compared.map(({ field, mine, theirs }) => (
          <Section title={field.name[view.lang]}>
            <Grid min="large">
              <Card title={t.mine} tone="info">
                <TypedText text={mine || t.empty} />
              </Card>
              <Card title={t.theirs(by)}>
                <TypedText text={theirs || t.empty} />
              </Card>
            </Grid>
            <HiddenField name="ask[]" value={field.code} />
            <RadioGroup
              view={view}
              state={state}
              name={`keep.${field.code}`}
              label={t.which(field.name[view.lang])}
              required
              options={[
                { value: 'mine', label: t.keepMine },
                { value: 'theirs', label: t.keepTheirs },
                ...(field.kind === 'long' && mine && theirs ? [{ value: 'both', label: t.keepBoth }] : []),
              ]}
            />
          </Section>
        ))}
        <Actions>
          <SubmitButton>{t.keep}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
