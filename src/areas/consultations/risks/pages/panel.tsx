import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Thread } from '#ui/thread.tsx';
import type { Contact } from '../../contacts/store.ts';
import { riskPaths } from '../../paths.ts';
import { listFields, riskCodes, type RiskField, singleFields } from '../codes.ts';
import type { Danger } from '../read.ts';
import { words } from '../words.ts';

interface PanelProps {
  readonly view: View;
  readonly contact: Contact;
  readonly danger: Danger;
  readonly form: FormState;
}

/** The questions about danger, opened by one key; what was found before stands below them. */
export function RiskPanel({ view, contact, danger, form }: PanelProps) {
  const t = words[view.lang];
  const { assessments } = danger;
  const asked = 'riskSent' in form.values;
  const [last] = assessments;
  return (
    <section aria-labelledby="risk-title" data-risk>
      <h2 id="risk-title">{t.title}</h2>
      <p class="row">
        {last ? (
          <StatusTag tone={toneOf(last.level)}>{t.risk(t.levels[last.level as 0] ?? '')}</StatusTag>
        ) : (
          <span class="hint">{t.none}</span>
        )}
      </p>
      {contact.sealedKey && (
        <Disclosure summary={t.title} open={asked}>
          <RiskForm view={view} contact={contact} state={asked ? form : undefined} />
        </Disclosure>
      )}
      {assessments.length > 0 && (
        <Disclosure summary={t.history(assessments.length)}>
          <Thread
            label={t.history(assessments.length)}
            entries={assessments.map((row) => entryOf(view, row))}
          />
        </Disclosure>
      )}
    </section>
  );
}

export function toneOf(level: number): 'bad' | 'warn' | 'neutral' {
  return level >= 3 ? 'bad' : level >= 1 ? 'warn' : 'neutral';
}

function entryOf(view: View, row: Danger['assessments'][number]) {
  const t = words[view.lang];
  const named = (field: RiskField, code: string) =>
    (riskCodes[field] as Record<string, { ja: string; en: string }>)[code]?.[view.lang] ?? code;
  const single = singleFields.flatMap((field) => {
    const code = row[field];
    return code ? [`${t.fields[field]}：${named(field, code)}`] : [];
  });
  const lists = listFields.flatMap((field) =>
    row[field].length > 0
      ? [`${t.fields[field]}：${row[field].map((code) => named(field, code)).join('・')}`]
      : [],
  );
  return {
    by: row.by,
    when: tokyoMinute(row.at),
    at: row.at.toISOString(),
    title: t.levels[row.level as 0] ?? '',
    tone: toneOf(row.level),
    body: (
      <>
        {[...single, ...lists].map((line) => (
          <p>{line}</p>
        ))}
        {row.note && <p class="typed">{row.note}</p>}
      </>
    ),
  };
}

function RiskForm({ view, contact, state }: { view: View; contact: Contact; state: FormState | undefined }) {
  const t = words[view.lang];
  const common = { view, ...(state ? { state } : {}) };
  const optionsOf = (field: RiskField) =>
    Object.entries(riskCodes[field]).map(([value, text]) => ({ value, label: text[view.lang] }));
  return (
    <Form action={view.href(riskPaths.assess.to({ contactId: contact.id }))} label={t.title}>
      <input type="hidden" name="riskSent" value="1" />
      <p class="hint">{t.lead}</p>
      {singleFields.map((field) => (
        <SelectField
          {...common}
          name={`risk-${field}`}
          label={t.fields[field]}
          empty={t.notAsked}
          options={optionsOf(field)}
        />
      ))}
      {listFields.map((field) => (
        <CheckboxGroup
          {...common}
          name={`risk-${field}`}
          label={t.fields[field]}
          options={optionsOf(field)}
        />
      ))}
      <TextArea {...common} name="risk-note" label={t.note} rows={2} maxlength={2000} />
      <RadioGroup
        {...common}
        name="risk-level"
        label={t.level}
        required
        options={t.levels.map((label, value) => ({
          value: String(value),
          label,
          hint: t.levelHints[value as 0] ?? '',
        }))}
      />
      <Actions>
        <SubmitButton>{t.keep}</SubmitButton>
      </Actions>
    </Form>
  );
}
