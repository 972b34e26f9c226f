import { contentIn, type Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, SelectField } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import type { Paper, Question } from '../../terms.ts';
import { words } from '../words.ts';

export interface Common {
  readonly view: View;
  readonly state: FormState;
}

interface TextPairProps extends Common {
  /** `name.ja` and `name.en`. */
  readonly name: string;
  readonly label: string;
  readonly value: Text | undefined;
  readonly hint?: string;
  readonly required?: boolean;
  /** Lines; without them one. */
  readonly rows?: number;
}

/** A text in Japanese and in English; where the English is left empty, the Japanese is shown. */
export function TextPair({ name, label, value, hint, required, rows, ...common }: TextPairProps) {
  const english = `${label}（${words[common.view.lang].english}）`;
  const ja = { ...common, name: `${name}.ja`, label, hint, required, value: value?.ja };
  const en = { ...common, name: `${name}.en`, label: english, value: value?.en };
  return rows ? (
    <>
      <TextArea {...ja} rows={rows} />
      <TextArea {...en} rows={rows} />
    </>
  ) : (
    <>
      <TextField {...ja} width="full" />
      <TextField {...en} width="full" />
    </>
  );
}

/** The answers on which something may depend: 「はい」 to a question that is asked before. */
export function OnlyIfField({
  name,
  label,
  none,
  value,
  questions,
  ...common
}: Common & {
  name: string;
  label: string;
  none: string;
  value: Question['onlyIf'];
  questions: readonly Question[];
}) {
  const { lang } = common.view;
  const t = words[lang];
  const options = questions.flatMap(({ code, kind, label: asked, options: all = [] }) => {
    const question = contentIn(lang, asked);
    const answers =
      kind === 'yes-no'
        ? [
            { code: 'yes', name: t.yes },
            { code: 'no', name: t.no },
          ]
        : all.map((option) => ({ code: option.code, name: contentIn(lang, option.label) }));
    return answers.map((answer) => ({
      value: `${code}=${answer.code}`,
      label: t.when(question, answer.name),
    }));
  });
  return (
    <SelectField
      {...common}
      name={name}
      label={label}
      empty={none}
      value={value && `${value.code}=${value.is}`}
      options={options}
    />
  );
}

/** Rows of papers: of the application, or of the report. */
export function PaperRows({
  list,
  title,
  papers,
  questions,
  ...common
}: Common & { list: string; title: string; papers: readonly Paper[]; questions: readonly Question[] }) {
  const t = words[common.view.lang];
  return (
    <FieldRows
      {...common}
      list={list}
      count={rowCount(common.state.values, list, papers.length)}
      title={title}
      add={t.addPaper}
      ordered
      row={(at, name) => {
        const paper = papers[at];
        return (
          <>
            <HiddenField name={name('code')} value={codeOf(common.state, name('code'), paper?.code)} />
            <TextPair {...common} name={name('label')} label={title} value={paper?.label} />
            <TextField
              {...common}
              name={name('hint.ja')}
              label={t.hint}
              value={paper?.hint?.ja}
              width="full"
            />
            <TextField
              {...common}
              name={name('hint.en')}
              label={`${t.hint}（${t.english}）`}
              value={paper?.hint?.en}
              width="full"
            />
            <Checkbox
              {...common}
              name={name('required')}
              label={t.paperRequired}
              checked={paper?.required ?? true}
            />
            <OnlyIfField
              {...common}
              name={name('onlyIf')}
              label={t.paperIf}
              none={t.alwaysPaper}
              value={paper?.onlyIf}
              questions={questions}
            />
          </>
        );
      }}
    />
  );
}

/** The code of a row goes with it when rows are moved; a new row has none yet. */
export function codeOf(state: FormState, name: string, stored: string | undefined): string {
  const typed = state.values[name];
  return typeof typed === 'string' ? typed : (stored ?? '');
}
