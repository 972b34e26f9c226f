import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths } from '../../paths.ts';
import { StatementSection } from '../../statements/pages/statement.tsx';
import type { Statement } from '../../statements/store.ts';
import type { LiveLine } from '../read.ts';
import { registry } from '../registry.ts';
import { parameterWords, words } from '../words.ts';
import { countedText } from './list.tsx';

interface LiveMeasureProps {
  readonly view: View;
  readonly state: FormState;
  readonly fiscalYear: number;
  readonly line: LiveLine;
  readonly statement: Statement | undefined;
}

/** `/staff/report/live/:year/:measureId`: what counts for a measure, and taking it over. */
export function LiveMeasurePage(props: LiveMeasureProps) {
  const { view, state, fiscalYear, line } = props;
  const { lang } = view;
  const text = words[lang];
  const year = String(fiscalYear);
  const title = contentIn(lang, line.label);
  const list = {
    href: view.href(staffReportPaths.live.to({ year })),
    label: text.title(fiscalYearName(lang, fiscalYear)),
  };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        breadcrumbs={<Breadcrumbs view={view} items={[list]} current={title} />}
        kicker={contentIn(lang, line.program)}
        title={title}
      />
      <Values {...props} />
      <BindForm {...props} />
      <StatementSection {...props} measureId={line.measureId} />
    </StaffFrame>
  );
}

function Values({ view, fiscalYear, line }: LiveMeasureProps) {
  const { lang } = view;
  const text = words[lang];
  const { typed, counted, measureId } = line;
  const said = (value: number) => formatNumber(lang, value);
  return (
    <Section title={text.live}>
      <DefinitionList
        items={[
          { term: text.typed, value: typed === null ? text.notReported : said(typed) },
          { term: text.live, value: line.bound ? countedText(view, line) : text.byNone },
          ...(line.bound ? [{ term: text.source, value: contentIn(lang, line.bound.definition) }] : []),
        ]}
      />
      {line.computedAt && <p class="hint">{text.asOf(tokyoMinute(line.computedAt), line.version ?? 0)}</p>}
      {counted !== null && counted !== typed && (
        <ActionForm
          action={view.href(staffReportPaths.takeLive.to({ year: String(fiscalYear), measureId }))}
          fields={{ counted, standing: line.standing ?? '' }}
        >
          {typed === null ? text.take(said(counted)) : text.takeOver(said(typed), said(counted))}
        </ActionForm>
      )}
    </Section>
  );
}

function BindForm({ view, state, fiscalYear, line }: LiveMeasureProps) {
  const { lang } = view;
  const text = words[lang];
  const common = { view, state };
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const { measureId, parameters } = line;
  return (
    <Section title={text.binding} lead={text.bindLead}>
      <Form action={view.href(staffReportPaths.liveMeasure.to({ year: String(fiscalYear), measureId }))}>
        <SelectField
          {...common}
          name="live"
          label={text.source}
          value={line.bound?.code ?? ''}
          empty={text.byNone}
          options={registry.map(({ code, name }) => ({ value: code, label: contentIn(lang, name) }))}
        />
        <TextField
          {...common}
          name="desk"
          label={parameterWords[lang]['desk'] ?? ''}
          hint={text.deskHint}
          value={parameters['desk']}
        />
        <SelectField
          {...common}
          name="door"
          label={parameterWords[lang]['door'] ?? ''}
          value={parameters['door'] ?? ''}
          options={options(text.doors)}
        />
        <SelectField
          {...common}
          name="domain"
          label={parameterWords[lang]['domain'] ?? ''}
          value={parameters['domain'] ?? ''}
          options={options(text.domains)}
        />
        <SelectField
          {...common}
          name="section"
          label={parameterWords[lang]['section'] ?? ''}
          value={parameters['section'] ?? ''}
          options={options(text.sections)}
        />
        <Actions>
          <SubmitButton>{text.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
