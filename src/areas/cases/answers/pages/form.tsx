import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { fieldId } from '#ui/field-shell.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { words as caseWords } from '../../case-files/words.ts';
import type { Form as NationalForm, FormField, FormSet } from '../../forms/form.ts';
import { listOf, offered } from '../../forms/rules.ts';
import { answerPaths, sheetPaths } from '../../paths.ts';
import type { Fact } from '../shown.ts';
import { words } from '../words.ts';
import { type Asked, AskedField, BaseFields, nameOf } from './fields.tsx';

export interface AnswerFormProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly set: FormSet;
  readonly form: NationalForm;
  /** The questions of the reader's classes, by the part in which they stand. */
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  readonly known: readonly Fact[];
  readonly before: readonly Fact[];
  readonly missing: readonly FormField[];
  readonly last: { readonly at: Date; readonly by: string | null } | undefined;
  readonly mayWrite: boolean;
  /** Some fields are of classes that this reader does not see. */
  readonly hides: boolean;
  readonly mayPrint: boolean;
  readonly today: string;
}

/** One step of the way on one screen: what is known, what is missing and why it matters, and the questions themselves. */
export function AnswerFormPage(props: AnswerFormProps) {
  const { view, state, caseFile, form, mayWrite, mayPrint } = props;
  const t = words[view.lang];
  const title = form.name[view.lang];
  const sheet = form.code === 'reception' ? 'reception' : 'assessment';
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={caseFile.number}
        lead={t.lead[form.code]}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={title} />}
        actions={
          mayPrint && (
            <ButtonLink kind="quiet" href={view.href(sheetPaths.sheet.to({ caseId: caseFile.id, sheet }))}>
              {t.sheet}
            </ButtonLink>
          )
        }
      />
      <FormTabs {...props} />
      <Missing {...props} />
      <Disclosure summary={t.known} open={form.code === 'reception'}>
        <DefinitionList items={props.known} />
      </Disclosure>
      {props.before.length > 0 && (
        <Disclosure summary={t.before}>
          <DefinitionList items={props.before} />
        </Disclosure>
      )}
      {props.hides && <p class="hint">{t.notShown}</p>}
      {mayWrite ? <Questions {...props} /> : <Answered {...props} />}
    </StaffFrame>
  );
}

function FormTabs({ view, set, caseFile, form }: AnswerFormProps) {
  return (
    <Tabs
      label={words[view.lang].tabs}
      items={set.forms.map(({ code, name }) => ({
        href: view.href(answerPaths.form.to({ caseId: caseFile.id, form: code })),
        label: name[view.lang],
        current: code === form.code,
      }))}
    />
  );
}

/** What is not yet known though it matters; each leads to its question. */
function Missing({ view, missing }: AnswerFormProps) {
  const t = words[view.lang];
  if (missing.length === 0) return <Notice view={view} tone="good" title={t.missingNone} />;
  return (
    <Notice view={view} title={t.missing(missing.length)}>
      <ul>
        {missing.map((field) => (
          <li>
            <a href={`#${fieldId(nameOf(field.code))}`}>{field.name[view.lang]}</a>　{field.why?.[view.lang]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Questions(props: AnswerFormProps) {
  const { view, state, caseFile, form, asked, last } = props;
  const t = words[view.lang];
  const action = view.href(answerPaths.form.to({ caseId: caseFile.id, form: form.code }));
  return (
    <Form action={action} label={form.name[view.lang]}>
      {form.parts.map(({ code, name }) => {
        const own = asked.get(code) ?? [];
        return own.length === 0 ? null : (
          <Section title={name[view.lang]}>
            {own.map((each) => (
              <AskedField view={view} state={state} asked={each} />
            ))}
          </Section>
        );
      })}
      <BaseFields state={state} asked={[...asked.values()].flat()} />
      <p class="hint">{t.careful}</p>
      {last && <p class="hint">{t.lastSaved(tokyoMinute(last.at), last.by ?? '')}</p>}
      <Actions>
        <SubmitButton kind={form.code === 'reception' ? 'primary' : 'secondary'} name="do" value="save">
          {t.save}
        </SubmitButton>
      </Actions>
      <StepFields {...props} />
    </Form>
  );
}

/** What ends the step: the result of the screening, the day of the assessment. */
function StepFields({ view, state, caseFile, form, set, today }: AnswerFormProps) {
  const t = words[view.lang];
  const c = caseWords[view.lang];
  if (form.code === 'reception') return null;
  const screens = form.code === 'intake';
  const results = offered(listOf(set, 'screening')).map(({ code, name }) => ({
    value: code,
    label: name[view.lang],
  }));
  return (
    <Section title={screens ? c.screening : c.steps.assessed} lead={screens ? t.decideLead : t.concludeLead}>
      {screens && (
        <RadioGroup
          view={view}
          state={state}
          name="screening"
          label={c.screening}
          value={caseFile.screening}
          options={results}
        />
      )}
      <TextField
        view={view}
        state={state}
        name="on"
        label={c.on}
        hint={c.birthHint}
        value={(screens ? caseFile.screenedOn : caseFile.assessedOn) ?? today}
        width="short"
        autocomplete="off"
      />
      <Actions>
        <SubmitButton name="do" value="step">
          {screens ? t.decide : t.conclude}
        </SubmitButton>
      </Actions>
    </Section>
  );
}

function Answered({ view, ...props }: AnswerFormProps) {
  const t = words[view.lang];
  return (
    <>
      <Notice view={view} title={t.readOnly} />
      {props.form.parts.map(({ code, name }) => {
        const own = props.asked.get(code) ?? [];
        return own.length === 0 ? null : (
          <Section title={name[view.lang]}>
            <DefinitionList
              items={own.map(({ field, text }) => ({
                term: field.name[view.lang],
                value: text || t.notAnswered,
              }))}
            />
          </Section>
        );
      })}
    </>
  );
}
