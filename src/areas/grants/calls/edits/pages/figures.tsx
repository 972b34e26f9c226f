import { contentIn } from '#platform/i18n.ts';
import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { countable } from '../../../figures/rules.ts';
import { figureWords } from '../figure-words.ts';
import { codeOf, TextPair } from './fields.tsx';
import type { EditProps } from './frame.tsx';

/** What groups count in their report, and which answers feed which measure of the program. */
export function FigureFields(props: EditProps) {
  const { view, terms, measures } = props;
  const t = figureWords[view.lang];
  return (
    <>
      {terms.report && (
        <Section title={t.countedPart} lead={t.countedLead}>
          <Numbers {...props} />
        </Section>
      )}
      <Section title={t.figuresPart} lead={t.figuresLead}>
        {measures.length > 0 ? (
          <FigureRows {...props} />
        ) : (
          <Notice view={view}>
            <p>{t.noMeasures}</p>
          </Notice>
        )}
      </Section>
    </>
  );
}

function Numbers({ view, state, terms }: EditProps) {
  const t = figureWords[view.lang];
  const own = { view, state };
  const questions = terms.report?.questions ?? [];
  return (
    <FieldRows
      {...own}
      list="counted"
      count={rowCount(state.values, 'counted', questions.length)}
      title={t.number}
      add={t.addNumber}
      ordered
      row={(at, name) => (
        <>
          <HiddenField name={name('code')} value={codeOf(state, name('code'), questions[at]?.code)} />
          <TextPair {...own} name={name('label')} label={t.number} value={questions[at]?.label} />
          <TextPair {...own} name={name('hint')} label={t.hint} value={questions[at]?.hint} />
          <Checkbox
            {...own}
            name={name('required')}
            label={t.required}
            checked={questions[at]?.required ?? true}
          />
        </>
      )}
    />
  );
}

function FigureRows(props: EditProps) {
  const { view, state, terms, measures } = props;
  const t = figureWords[view.lang];
  const own = { view, state };
  const figures = terms.figures ?? [];
  return (
    <FieldRows
      {...own}
      list="figures"
      count={rowCount(state.values, 'figures', figures.length)}
      title={t.figure}
      add={t.addFigure}
      row={(at, name) => {
        const figure = figures[at];
        return (
          <>
            <HiddenField name={name('code')} value={codeOf(state, name('code'), figure?.code)} />
            <SelectField
              {...own}
              name={name('question')}
              label={t.question}
              value={figure && `${figure.from}:${figure.question}`}
              options={questionOptions(props)}
            />
            <SelectField
              {...own}
              name={name('measureId')}
              label={t.measure}
              value={figure?.measureId}
              options={measures.map((measure) => ({
                value: measure.id,
                label: measureLabel(props, measure),
              }))}
            />
            <RadioGroup
              {...own}
              name={name('how')}
              label={t.how}
              value={figure?.how ?? 'sum'}
              options={(['sum', 'count'] as const).map((value) => ({ value, label: t.hows[value] }))}
            />
          </>
        );
      }}
    />
  );
}

function questionOptions({ view, terms }: EditProps) {
  const t = figureWords[view.lang];
  const ofReport = (terms.report?.questions ?? []).map(({ code, label }) => ({
    value: `report:${code}`,
    label: t.inReport(contentIn(view.lang, label)),
  }));
  const ofApplication = terms.questions
    .filter(({ kind }) => countable.includes(kind))
    .map(({ code, label }) => ({
      value: `application:${code}`,
      label: t.inApplication(contentIn(view.lang, label)),
    }));
  return [...ofReport, ...ofApplication];
}

/** 延べ and 実 are told apart by name: they are never added up. */
function measureLabel({ view }: EditProps, { labelJa, labelEn, counting }: EditProps['measures'][number]) {
  const t = figureWords[view.lang];
  const label = contentIn(view.lang, { ja: labelJa, en: labelEn });
  return counting === 'total' || counting === 'distinct' ? t.counted(label, t.countings[counting]) : label;
}
