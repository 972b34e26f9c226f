import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, EmptyState } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { formatNumber } from '#platform/i18n.ts';
import { exchangeStaffPaths } from '../../../paths.ts';
import { kinds } from '../../fields.ts';
import { kindTable } from '../../kind-table.ts';
import { type PlaceNames, saidTopics } from '../../said.ts';
import { words as exchangeWords } from '../../words.ts';
import { keyOf, type Lack } from '../rules.ts';
import { words } from '../words.ts';

interface UnmetProps {
  readonly view: View;
  readonly state: FormState;
  readonly lacks: readonly Lack[];
  readonly names: PlaceNames;
}

export function UnmetPage({ view, state, lacks, names }: UnmetProps) {
  const { lang } = view;
  const t = words[lang];
  const trail = [{ href: view.href(exchangeStaffPaths.list.to({})), label: exchangeWords[lang].staffTitle }];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      {lacks.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <Grid min="large">
          {lacks.map((lack) => (
            <Card title={saidTopics(lang, [lack.topic])} level={2}>
              <p>
                {names.get(lack.municipality) ?? t.anywhere} ・ {lack.month} ・ {t.whys[lack.why]}{' '}
                {formatNumber(lang, lack.times)}
              </p>
              <Form action={view.href(exchangeStaffPaths.unmet.to({}))} inline label={keyOf(lack)}>
                <HiddenField name="key" value={keyOf(lack)} />
                <SelectField
                  view={view}
                  name="kind"
                  label={t.kind}
                  value="skills"
                  empty={false}
                  options={kinds.map((value) => ({ value, label: kindTable[value].name[lang] }))}
                />
                <SubmitButton kind="secondary">{t.draft}</SubmitButton>
              </Form>
            </Card>
          ))}
        </Grid>
      )}
    </StaffFrame>
  );
}
