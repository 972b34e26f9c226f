import { dayName, fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, FigureLink, Notice, type Term } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { measureFigure, targetFigure } from '../../figures/named.ts';
import { reportPaths } from '../../paths.ts';
import { RatingTag } from '../../publication/pages/marks.tsx';
import { valueWithUnit } from '../../publication/shown.ts';
import type { ProgramContent } from '../../editions/content.ts';
import type { ComparedMeasure, YearOfStory } from '../rules.ts';
import { words } from '../words.ts';
import { Budget, Decided } from './money.tsx';

interface StoryProps {
  readonly view: View;
  readonly thread: string;
  /** The oldest first; at least one. */
  readonly years: readonly YearOfStory[];
}

/** `/reports/programs/:thread`: a program from what was expected to what it led to, year by year. */
export function StoryPage({ view, thread, years }: StoryProps) {
  const { lang } = view;
  const text = words[lang];
  const name = contentIn(lang, (years.at(-1) as YearOfStory).name);
  return (
    <PublicFrame
      view={view}
      title={text.story(name)}
      description={text.storyLead}
      canonical={reportPaths.story.to({ thread })}
    >
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(reportPaths.reports.to({})), label: text.reports }]}
            current={text.story(name)}
          />
        }
        title={text.story(name)}
        lead={<p>{text.storyLead}</p>}
      />
      {years.map((year) => (
        <Section title={fiscalYearName(lang, year.fiscalYear)} id={`y${year.fiscalYear}`}>
          <Expected view={view} thread={thread} year={year} />
          <Actual view={view} year={year} />
          <Led view={view} thread={thread} year={year} />
        </Section>
      ))}
    </PublicFrame>
  );
}

interface PartProps {
  readonly view: View;
  readonly thread: string;
  readonly year: YearOfStory;
}

function Expected({ view, thread, year: { expected, fiscalYear } }: PartProps) {
  const { lang } = view;
  const text = words[lang];
  if (!expected)
    return (
      <>
        <h3>{text.expected}</h3>
        <p>{text.notFrozen}</p>
      </>
    );
  const steps = (['inputs', 'activities', 'outputs', 'outcomes'] as const).map((step) => ({
    term: text[step],
    value: expected.logic[step],
  }));
  const { budget } = expected;
  const money = budget !== null && ({ fiscalYear, amount: budget, of: 'expectation' } as const);
  const items: Term[] = [
    { term: text.purpose, value: expected.purpose },
    { term: text.targetPeople, value: expected.targetPeople },
    ...steps,
    { term: text.budget, value: money ? <Budget view={view} thread={thread} money={money} /> : '' },
  ];
  const told = items.filter(({ value }) => value !== '');
  return (
    <>
      <h3>{text.expected}</h3>
      <p class="hint">{text.frozenOn(dayName(lang, expected.frozenOn))}</p>
      {told.length > 0 && <DefinitionList items={told} />}
    </>
  );
}

function Actual({ view, year }: { view: View; year: YearOfStory }) {
  const { lang } = view;
  const text = words[lang];
  const { result, measures, fiscalYear } = year;
  return (
    <>
      <h3>{text.actual}</h3>
      {!result && <p>{text.notYet}</p>}
      {measures.length > 0 && (
        <DataTable
          view={view}
          caption={`${fiscalYearName(lang, fiscalYear)} ${text.actual}`}
          captionHidden
          stacked
          columns={[
            { key: 'measure', label: text.measure, head: true },
            { key: 'target', label: text.target, align: 'number' },
            { key: 'value', label: text.value, align: 'number' },
          ]}
          rows={measures.map((measure) => ({
            measure: contentIn(lang, measure.label),
            target: <TargetOf view={view} measure={measure} year={year} />,
            value: <ValueOf view={view} measure={measure} result={result} />,
          }))}
        />
      )}
    </>
  );
}

/** What was kept has a path of its own; what the report calls the target is told by that of the year's number. */
function TargetOf({ view, measure, year }: { view: View; measure: ComparedMeasure; year: YearOfStory }) {
  const { lang } = view;
  const text = words[lang];
  const { thread, target, targetSaidLater, unit } = measure;
  const said = (value: number) => valueWithUnit(lang, value, contentIn(lang, unit));
  const kept = view.href(reportPaths.figurePath.to({ id: targetFigure(year.fiscalYear, thread) }));
  const [before, after] = text.saidLater('\u0001').split('\u0001');
  return (
    <>
      {target === null ? (
        year.expected ? (
          text.noTarget
        ) : (
          text.targetNotKept
        )
      ) : (
        <FigureLink href={kept}>{said(target)}</FigureLink>
      )}
      {targetSaidLater !== null && (
        <>
          （{before}
          <FigureLink href={year.result ? pathOf(view, year.result, measure) : undefined}>
            {said(targetSaidLater)}
          </FigureLink>
          {after}）
        </>
      )}
    </>
  );
}

function pathOf(view: View, { fiscalYear }: ProgramContent, { thread }: ComparedMeasure): string {
  return view.href(reportPaths.figurePath.to({ id: measureFigure(fiscalYear, thread) }));
}

/** A published number leads to its path, and so does a blank: it says why. */
function ValueOf({
  view,
  measure,
  result,
}: {
  view: View;
  measure: ComparedMeasure;
  result: ProgramContent | null;
}) {
  const text = words[view.lang];
  const { value, unit, withheld, isPrinted } = measure;
  if (!result) return <></>;
  const blank = withheld ? text.withheld : text.notReported;
  const said = value === null ? blank : valueWithUnit(view.lang, value, contentIn(view.lang, unit));
  return <FigureLink href={isPrinted ? pathOf(view, result, measure) : undefined}>{said}</FigureLink>;
}

function Led({ view, thread, year }: PartProps) {
  const { result, decision, fiscalYear } = year;
  const { lang } = view;
  const text = words[lang];
  if (!result && !decision) return null;
  const evaluation = result?.evaluation ?? '';
  return (
    <>
      {result && (
        <>
          <h3>{text.evaluation}</h3>
          {result.rating && (
            <p>
              <RatingTag view={view} rating={result.rating} />
            </p>
          )}
          <TypedJapanese text={evaluation} none={text.noEvaluation} />
          {result.nextStep !== '' && (
            <>
              <h3>{text.nextStep}</h3>
              <TypedJapanese text={result.nextStep} none="" />
            </>
          )}
          <p>
            <a
              href={view.href(reportPaths.program.to({ year: String(fiscalYear), slug: result.slug }))}
              aria-label={`${fiscalYearName(lang, fiscalYear)} ${text.page}`}
            >
              {text.page}
            </a>
          </p>
        </>
      )}
      <Notice view={view} title={text.decision(fiscalYearName(lang, fiscalYear + 1))}>
        {decision ? <Decided view={view} thread={thread} decision={decision} /> : text.undecided}
      </Notice>
    </>
  );
}

function TypedJapanese({ text, none }: { text: string; none: string }) {
  if (text === '') return <p>{none}</p>;
  return (
    <div lang="ja">
      <Prose>
        <TypedText text={text} />
      </Prose>
    </div>
  );
}
