import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { proposedRecord } from '../../bots/told.ts';
import { words as guideWords } from '../../bots/words.ts';
import { type CodeField, codes } from '../../contacts/codes.ts';
import { contactPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { Selected } from './conversation.tsx';

interface RecordProps {
  readonly view: View;
  readonly selected: Selected;
  readonly form: FormState;
}

/** What is counted, and the sealed words of the record. Everything may stay open. */
export function RecordPane({ view, selected, form }: RecordProps) {
  const { contact, texts } = selected;
  const t = words[view.lang];
  // What came back refused belongs to the form that was sent: another one must not empty the boxes of the record.
  const common = { view, ...('version' in form.values ? { state: form } : {}) };
  const proposed = proposedRecord(contact, selected.fills ? selected.told : undefined);
  return (
    <section aria-labelledby="record-title">
      <h2 id="record-title">{t.record}</h2>
      <p class="hint">{t.recordLead}</p>
      {selected.fills && selected.told && <Notice view={view}>{guideWords[view.lang].proposed}</Notice>}
      <Form action={view.href(contactPaths.record.to({ contactId: contact.id }))} label={t.record}>
        <HiddenField name="version" value={contact.version} />
        <TextArea {...common} name="content" label={t.content} value={texts['content']} rows={4} />
        <CheckboxGroup
          {...common}
          name="worries"
          label={t.worries}
          values={proposed.worries}
          options={worryTerms.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
        />
        <SelectField
          {...common}
          name="mainWorry"
          label={t.mainWorry}
          value={proposed.mainWorry}
          empty={t.notSaid}
          options={worryTerms.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
        />
        <CodeSelect {...common} name="about" label={t.about} value={contact.about} />
        <CodeSelect {...common} name="ageBand" label={t.age} value={contact.ageBand} />
        <CodeSelect {...common} name="sex" label={t.sex} value={contact.sex} />
        <SelectField
          {...common}
          name="municipality"
          label={t.municipality}
          value={proposed.municipality}
          empty={t.notSaid}
          options={selected.municipalities.map(({ code, nameJa, nameEn }) => ({
            value: code,
            label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
          }))}
        />
        <CodeSelect {...common} name="route" label={t.route} value={contact.route} />
        <CheckboxGroup
          {...common}
          name="actions"
          label={t.actions}
          values={contact.actions}
          options={Object.entries(codes.actions).map(([value, label]) => ({
            value,
            label: label[view.lang],
          }))}
        />
        <CodeSelect {...common} name="outcome" label={t.outcome} value={contact.outcome} />
        <TextArea {...common} name="response" label={t.response} value={texts['response']} rows={3} />
        <TextArea {...common} name="next" label={t.next} value={texts['next']} rows={2} />
        <NumberField {...common} name="minutes" label={t.minutes} unit={t.minute} value={contact.minutes} />
        <DateField {...common} name="followUpOn" label={t.followUp} value={contact.followUpOn} />
        <Checkbox {...common} name="interpreter" label={t.interpreter} checked={contact.interpreter} />
        <TextField {...common} name="accompaniedBy" label={t.accompaniedBy} value={texts['accompanied']} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </section>
  );
}

function CodeSelect({
  view,
  state,
  name,
  label,
  value,
}: {
  view: View;
  state?: FormState;
  name: CodeField;
  label: string;
  value: string | null;
}) {
  const t = words[view.lang];
  return (
    <SelectField
      view={view}
      {...(state ? { state } : {})}
      name={name}
      label={label}
      value={value}
      empty={t.notSaid}
      options={Object.entries(codes[name]).map(([code, text]) => ({ value: code, label: text[view.lang] }))}
    />
  );
}
