import { contentIn } from '#platform/i18n.ts';
import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { callStaffPaths } from '../../../paths.ts';
import { type CallTerms, type FillFrom, type Question, questionKinds } from '../../terms.ts';
import { fillsOf } from '../questions.ts';
import { words } from '../words.ts';
import { codeOf, OnlyIfField, TextPair } from './fields.tsx';
import { EditForm, EditFrame, type EditProps } from './frame.tsx';

/** The questions in their order; each has a page of its own. */
export function QuestionsPage(props: EditProps) {
  const { view, callId, revision, terms } = props;
  const t = words[view.lang];
  const to = (at: string) => view.href(callStaffPaths.question.to({ callId, at }));
  return (
    <EditFrame {...props} section="questions">
      <DataTable
        view={view}
        caption={t.question}
        captionHidden
        stacked
        empty={t.noQuestions}
        columns={[
          { key: 'label', label: t.question, head: true },
          { key: 'kind', label: t.questionKind },
          { key: 'required', label: t.requiredShort },
          { key: 'when', label: t.onlyIf },
          { key: 'up', label: t.act },
        ]}
        rows={terms.questions.map((question, at) => ({
          label: (
            <a href={to(String(at))}>
              {at + 1}. {contentIn(view.lang, question.label)}
            </a>
          ),
          kind: t.questionKinds[question.kind],
          required: question.required ? t.requiredShort : '',
          when: question.onlyIf ? whenText(props, question.onlyIf) : t.always,
          up: at > 0 && (
            <ActionForm
              action={view.href(callStaffPaths.questionUp.to({ callId, at: String(at) }))}
              fields={{ revision }}
              kind="quiet"
              small
            >
              ↑ {t.up}
            </ActionForm>
          ),
        }))}
      />
      <Actions>
        <ButtonLink href={to('new')}>{t.addQuestion}</ButtonLink>
        <ButtonLink kind="quiet" href={view.href(callStaffPaths.call.to({ callId }))}>
          {t.back}
        </ButtonLink>
      </Actions>
    </EditFrame>
  );
}

function whenText({ view, terms }: EditProps, { code, is }: NonNullable<Question['onlyIf']>): string {
  const t = words[view.lang];
  const question = terms.questions.find((each) => each.code === code);
  const option = question?.options?.find((each) => each.code === is);
  const answer = option ? contentIn(view.lang, option.label) : is === 'no' ? t.no : t.yes;
  return t.when(question ? contentIn(view.lang, question.label) : '?', answer);
}

function fillName({ lang }: EditProps['view'], { report }: CallTerms, from: FillFrom): string {
  const { fills } = words[lang];
  if (from === 'applicant' || from === 'last-year' || from === 'last-report') return fills[from];
  const counted = report?.questions?.find(({ code }) => `last-report:${code}` === from);
  return fills.counted(counted ? contentIn(lang, counted.label) : from);
}

export function QuestionPage({ at, ...props }: EditProps & { at: number | 'new' }) {
  const { view, state, callId, revision, terms } = props;
  const t = words[view.lang];
  const own = { view, state };
  const question = at === 'new' ? undefined : terms.questions[at];
  const before = at === 'new' ? terms.questions : terms.questions.slice(0, at);
  const place = { callId, at: String(at) };
  return (
    <EditFrame {...props} section="questions" title={at === 'new' ? t.addQuestion : t.question}>
      <EditForm {...props} action={callStaffPaths.question.to(place)} onward={false}>
        <TextPair {...own} name="label" label={t.question} value={question?.label} required />
        <SelectField
          {...own}
          name="kind"
          label={t.questionKind}
          required
          empty={false}
          value={question?.kind ?? 'line'}
          options={questionKinds.map((value) => ({ value, label: t.questionKinds[value] }))}
        />
        <TextPair {...own} name="hint" label={t.hint} value={question?.hint} />
        <Checkbox {...own} name="required" label={t.required} checked={question?.required ?? true} />
        <OptionRows {...props} question={question} />
        <OnlyIfField
          {...own}
          name="onlyIf"
          label={t.onlyIf}
          none={t.always}
          value={question?.onlyIf}
          questions={before}
        />
        <SelectField
          {...own}
          name="fillFrom"
          label={t.fillFrom}
          empty={t.fills.none}
          value={question?.fillFrom}
          options={fillsOf(terms).map((value) => ({ value, label: fillName(view, terms, value) }))}
        />
      </EditForm>
      {at !== 'new' && (
        <Disclosure summary={t.remove}>
          <p>{t.removeLead}</p>
          <ActionForm
            action={view.href(callStaffPaths.questionRemove.to(place))}
            fields={{ revision }}
            kind="danger"
          >
            {t.remove}
          </ActionForm>
        </Disclosure>
      )}
    </EditFrame>
  );
}

function OptionRows({ view, state, question }: EditProps & { question: Question | undefined }) {
  const t = words[view.lang];
  const options = question?.options ?? [];
  return (
    <Section title={t.options} lead={t.optionsHint}>
      <FieldRows
        view={view}
        state={state}
        list="options"
        count={rowCount(state.values, 'options', options.length)}
        title={t.option}
        add={t.addOption}
        ordered
        row={(at, name) => (
          <>
            <HiddenField name={name('code')} value={codeOf(state, name('code'), options[at]?.code)} />
            <TextPair
              view={view}
              state={state}
              name={name('label')}
              label={t.label}
              value={options[at]?.label}
            />
          </>
        )}
      />
    </Section>
  );
}
