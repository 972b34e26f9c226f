import { formatNumber } from '#platform/i18n.ts';
import { ProblemTag } from '#areas/programs/index.ts';
import { problemPaths } from '#areas/programs/paths.ts';
import { EmptyState } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { namePlace, nameWorry } from '../facts.ts';
import { type Cell, type Line, originOf, type Shown, sources } from '../rules.ts';
import { words } from '../words.ts';
import { queryOf, type UnmetMapProps } from './map-props.ts';

interface LinesProps extends UnmetMapProps {
  readonly by: 'place' | 'worry';
  readonly lines: readonly Line[];
  /** Sums alone, where there is no room for the sources. */
  readonly short?: boolean;
}

/** One line for each place or worry: how often, by what was not met, and whether a problem was raised of it. */
export function Lines(props: LinesProps) {
  const { view, by, lines, short, source } = props;
  const t = words[view.lang];
  if (lines.length === 0) return <EmptyState title={t.none} />;
  const columns = source || short ? [] : sources;
  return (
    <DataTable
      view={view}
      caption={by === 'place' ? t.byPlace : t.byWorry}
      captionHidden
      columns={[
        { key: 'name', label: by === 'place' ? t.place : t.worry, head: true },
        ...columns.map((each) => ({ key: each, label: t.sources[each], align: 'number' as const })),
        { key: 'all', label: source ? t.sources[source] : t.all, align: 'number', unit: t.times },
        { key: 'problem', label: t.problem },
      ]}
      rows={lines.map((line) => {
        const cell = { ...props.cell, [by]: line.code };
        return {
          name: (
            <a href={view.href(paths.unmet.to({}, queryOf({ ...props, cell })))}>{nameOf(props, line)}</a>
          ),
          ...Object.fromEntries(columns.map((each) => [each, <Count {...props} n={line.bySource[each]} />])),
          all: <Count {...props} n={line.all} />,
          problem: <ProblemOf {...props} cell={cell} name={nameOf(props, line)} />,
        };
      })}
    />
  );
}

function nameOf({ view, by, areas }: LinesProps, { code }: Line): string {
  return by === 'place' ? namePlace(view.lang, code, areas) : nameWorry(view.lang, code);
}

function Count({ view, n }: Pick<LinesProps, 'view'> & { n: Shown }) {
  return <>{n === null ? words[view.lang].few : formatNumber(view.lang, n)}</>;
}

/** The problem that was raised of the cell and how it stands, or the way to raise one. */
function ProblemOf({ cell, name, ...props }: LinesProps & { cell: Cell; name: string }) {
  const { view, problems, period, mayStart } = props;
  const t = words[view.lang];
  const problem = problems.get(originOf(cell));
  const open = problem?.status === 'raised' || problem?.status === 'considered';
  return (
    <>
      {problem && (
        <a href={view.href(problemPaths.problem.to({ problemId: problem.id }))}>
          <ProblemTag view={view} status={problem.status} />
          <span class="vh"> {problem.title}</span>
        </a>
      )}
      {mayStart && !open && (
        <a href={view.href(paths.unmetProblem.to({}, queryOf({ period, cell, source: undefined })))}>
          {t.toProblem}
          <span class="vh"> {name}</span>
        </a>
      )}
    </>
  );
}
