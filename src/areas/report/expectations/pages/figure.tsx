import { dayName, fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, FigureLink } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { programPaths } from '#areas/programs/paths.ts';
import { words as chainWords } from '../../figures/chain-words.ts';
import { MoneyEntered, Step } from '../../figures/pages/chain.tsx';
import { Meaning, ShownValue } from '../../figures/pages/meaning.tsx';
import { PathFrame } from '../../figures/pages/path-frame.tsx';
import { blankIn, editionName, pathTitle, valueIn } from '../../figures/shown-path.ts';
import { reportPaths, staffReportPaths } from '../../paths.ts';
import { reportTrail } from '../../trail.ts';
import { words } from '../figure-words.ts';
import type { ExpectedFigure } from '../read.ts';

interface ExpectedProps {
  readonly view: View;
  readonly expected: ExpectedFigure;
}

/** `/figures/:id` of a number that was kept before the results: before them and after. */
export function ExpectedFigurePage({ view, expected }: ExpectedProps) {
  const { figure, thread } = expected;
  const within = { href: view.href(reportPaths.story.to({ thread })), label: programName(view, expected) };
  return (
    <PathFrame view={view} figure={figure} within={within}>
      <ExpectedBody view={view} expected={expected} />
    </PathFrame>
  );
}

/** `/staff/report/figures/:id` of the same, with who kept it and where it leads on. */
export function StaffExpectedFigurePage({
  view,
  expected,
  keptBy,
}: ExpectedProps & { keptBy: string | undefined }) {
  const { figure, programId } = expected;
  const text = words[view.lang];
  const title = pathTitle(view, figure);
  const links = [
    { href: programPaths.program.to({ programId }), label: text.toProgram },
    { href: staffReportPaths.expectations.to({ year: String(figure.fiscalYear) }), label: text.toYear },
    { href: reportPaths.figurePath.to({ id: figure.id }), label: text.publicPage },
  ];
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        breadcrumbs={<Breadcrumbs view={view} items={reportTrail(view)} current={title} />}
        kicker={chainWords[view.lang].kicker}
        title={title}
      />
      <ExpectedBody view={view} expected={expected} />
      <Section title={text.leadsOn} id="trail">
        <ul>
          {links.map(({ href, label }) => (
            <li>
              <a href={view.href(href)}>{label}</a>
            </li>
          ))}
        </ul>
        {keptBy && <DefinitionList items={[{ term: text.keptBy, value: keptBy }]} />}
      </Section>
    </StaffFrame>
  );
}

function ExpectedBody({ view, expected }: ExpectedProps) {
  const { figure } = expected;
  return (
    <>
      <ShownValue view={view} shown={{ path: figure, value: figure.value, corrections: [] }} />
      <Came view={view} expected={expected} />
      <Chain view={view} expected={expected} />
      <Meaning view={view} path={figure} value={figure.value} />
    </>
  );
}

/** What the year brought, each number with its own path. */
function Came({ view, expected: { figure, later } }: ExpectedProps) {
  const { lang } = view;
  const text = words[lang];
  return (
    <Section title={text.came} id="came">
      {!later && <p>{text.notYet(fiscalYearName(lang, figure.fiscalYear))}</p>}
      {later?.length === 0 && <p>{text.notTold}</p>}
      {later && later.length > 0 && (
        <DefinitionList
          items={later.map(({ what, value, withheld, id }) => ({
            term: text.later[what],
            value: (
              <FigureLink href={view.href(reportPaths.figurePath.to({ id }))}>
                {value === null ? blankIn(view, { withheld }) : valueIn(view, figure, value)}
              </FigureLink>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function Chain({ view, expected }: ExpectedProps) {
  const { lang } = view;
  const { figure, keptAt, keptOn } = expected;
  const text = words[lang];
  const story = view.href(reportPaths.story.to({ thread: expected.thread }));
  return (
    <Section title={chainWords[lang].path} id="path">
      <ol class="chain">
        <Step name={chainWords[lang].published}>
          <p>{seenIn(view, expected)}</p>
          <p>
            <a href={story}>{text.story(programName(view, expected))}</a>
          </p>
        </Step>
        <Step name={chainWords[lang].approved}>
          <p>{text.approved}</p>
        </Step>
        <Step name={text.kept}>
          <p>{text.keptOn(dayName(lang, keptOn))}</p>
          <p class="hint">{text.keptAt(tokyoMinute(keptAt))}</p>
        </Step>
        <MoneyEntered view={view} path={figure} />
      </ol>
    </Section>
  );
}

function seenIn(view: View, { figure, seen }: ExpectedFigure): string {
  const { lang } = view;
  if (!seen) return words[lang].unseen;
  const { fiscalYear } = figure;
  const edition = editionName(view, { kind: seen.kind, fiscalYear });
  const number = chainWords[lang].editionOf(String(seen.number));
  return words[lang].seen({ edition, number, day: dayName(lang, seen.since) });
}

function programName({ lang }: View, { figure }: ExpectedFigure): string {
  return figure.program ? contentIn(lang, figure.program.name) : '';
}
