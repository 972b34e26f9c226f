import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { formPaths } from '../../paths.ts';
import { fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { type Form as NationalForm, type FormField, type FormPart, fieldKinds, sources } from '../form.ts';
import type { CaseForms } from '../store.ts';
import { words } from '../words.ts';
import { SelectCell, TextCell, TickCell } from './cells.tsx';
import { BeginFirst, yearTrail } from './list.tsx';

interface FormFieldsProps {
  readonly view: View;
  readonly state: FormState;
  readonly forms: CaseForms;
  readonly form: NationalForm;
}

/** The questions of one form: their words, which are reported, why they matter, which are asked no more, and one's own. */
export function FormFieldsPage(props: FormFieldsProps) {
  const { view, state, forms, form } = props;
  const t = words[view.lang];
  const title = form.name[view.lang];
  const year = String(forms.fiscalYear);
  const draft = forms.state === 'draft';
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.formLead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, forms)} current={title} />}
      />
      {!draft && <BeginFirst view={view} forms={forms} />}
      <Form action={view.href(formPaths.form.to({ year, form: form.code }))} label={title}>
        <HiddenField name="revision" value={forms.revision} />
        {form.parts.map((part) => (
          <Part {...props} part={part} />
        ))}
        {draft && <OwnField {...props} />}
        <Actions>
          {draft && <SubmitButton>{t.save}</SubmitButton>}
          <ButtonLink kind="quiet" href={view.href(formPaths.year.to({ year }))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Part({ view, state, forms, part }: FormFieldsProps & { part: FormPart }) {
  const t = words[view.lang];
  const disabled = forms.state !== 'draft';
  const sourceOptions = sources.map((source) => [source, t.sources[source]] as const);
  const row = (field: FormField) => {
    const named = field.name[view.lang];
    const cell = (name: string, label: string, value: string) => ({
      state,
      disabled,
      name: `f.${field.code}.${name}`,
      label: t.of(label, named),
      value,
    });
    return {
      ja: (
        <>
          <TextCell {...cell('ja', t.ja, field.name.ja)} />
          <TextCell {...cell('en', t.en, field.name.en)} />
        </>
      ),
      kind: `${t.kinds[field.kind]}／${classWords[view.lang][field.class]}`,
      source: <SelectCell {...cell('source', t.source, field.source)} options={sourceOptions} />,
      reported: (
        <TickCell {...cell('reported', t.reported, field.reported ? 'on' : '')} label={t.isReported(named)} />
      ),
      why: (
        <>
          <TextCell {...cell('whyJa', t.why, field.why?.ja ?? '')} />
          <TextCell {...cell('whyEn', t.whyEn, field.why?.en ?? '')} />
        </>
      ),
      retired: (
        <TickCell {...cell('retired', t.retired, field.retired ? 'on' : '')} label={t.retire(named)} />
      ),
    };
  };
  return (
    <Section title={part.name[view.lang]}>
      <DataTable
        view={view}
        caption={part.name[view.lang]}
        captionHidden
        stacked
        columns={[
          { key: 'ja', label: `${t.ja}／${t.en}` },
          { key: 'kind', label: `${t.kind}／${t.class}` },
          { key: 'source', label: t.source },
          { key: 'reported', label: t.reported },
          { key: 'why', label: t.why },
          { key: 'retired', label: t.retired },
        ]}
        rows={part.fields.map(row)}
      />
    </Section>
  );
}

function OwnField({ view, state, forms, form }: FormFieldsProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.addField}>
      <SelectField
        {...common}
        name="new.part"
        label={t.part}
        empty={false}
        options={form.parts.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
      />
      <TextField {...common} name="new.ja" label={t.ja} autocomplete="off" />
      <TextField {...common} name="new.en" label={t.en} autocomplete="off" />
      <SelectField
        {...common}
        name="new.kind"
        label={t.kind}
        empty={false}
        options={fieldKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <SelectField
        {...common}
        name="new.class"
        label={t.class}
        empty={false}
        value="basic"
        options={fieldClasses
          .filter((each) => each !== 'protected')
          .map((each) => ({ value: each, label: classWords[view.lang][each] }))}
      />
      <SelectField
        {...common}
        name="new.list"
        label={t.ofList}
        options={forms.content.lists.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
      />
    </Section>
  );
}
