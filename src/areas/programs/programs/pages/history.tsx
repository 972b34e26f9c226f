import { fiscalYearName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { Row, Section } from '#ui/layout.tsx';
import { collectionPaths, problemPaths, programPaths } from '../../paths.ts';
import { ProblemThread } from '../../problems/pages/thread.tsx';
import type { Problem, ProblemNote } from '../../problems/store.ts';
import { words as problemWords } from '../../problems/words.ts';
import type { EntryStatus } from '../rules.ts';
import type { Program } from '../store.ts';
import { words } from '../words.ts';
import { EntryTag } from './tags.tsx';

export interface HistoryProps {
  readonly view: View;
  readonly program: Program;
  /** The same program in every year in which it stands, the earliest first. */
  readonly years: readonly { readonly id: string; readonly fiscalYear: number }[];
  /** What rounds asked for, the latest first; those that this person may read. */
  readonly entries: readonly { readonly id: string; readonly title: string; readonly status: EntryStatus }[];
  readonly problem: { readonly problem: Problem; readonly notes: readonly ProblemNote[] } | undefined;
  readonly nameOf: (organisationId: string) => string;
}

/** Where the program comes from and what was done with it. */
export function HistorySection({ view, program, years, entries, problem, nameOf }: HistoryProps) {
  const t = words[view.lang];
  return (
    <Section title={t.history} id="history">
      <DefinitionList
        items={[
          {
            term: t.years,
            value: (
              <Row>
                {years.map((year) =>
                  year.id === program.id ? (
                    <b aria-current="true">
                      {fiscalYearName(view.lang, year.fiscalYear)}
                      <span class="vh"> {t.thisYear}</span>
                    </b>
                  ) : (
                    <a href={view.href(programPaths.program.to({ programId: year.id }))}>
                      {fiscalYearName(view.lang, year.fiscalYear)}
                    </a>
                  ),
                )}
              </Row>
            ),
          },
          {
            term: t.roundsOf,
            value:
              entries.length === 0
                ? t.noHistory
                : entries.map((entry) => (
                    <Row>
                      <a href={view.href(collectionPaths.entry.to({ entryId: entry.id }))}>{entry.title}</a>
                      <EntryTag view={view} status={entry.status} />
                    </Row>
                  )),
          },
          ...(problem
            ? [
                {
                  term: t.cameOf,
                  value: (
                    <a href={view.href(problemPaths.problem.to({ problemId: problem.problem.id }))}>
                      {problem.problem.title}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {problem && (
        <>
          <h3>{problemWords[view.lang].threadWithProgram}</h3>
          <ProblemThread
            view={view}
            notes={problem.notes}
            label={problemWords[view.lang].threadWithProgram}
            nameOf={nameOf}
          />
        </>
      )}
    </Section>
  );
}
