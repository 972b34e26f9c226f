import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { StatesLink } from '../../states/pages/link.tsx';
import { EditionFiles, type FileLink } from '../../outputs/pages/files.tsx';
import { reportPaths } from '../../paths.ts';
import type { EditionHead } from '../../editions/content.ts';
import { ExpectedPrograms } from '../../expectations/pages/programs.tsx';
import type { ExpectedProgram } from '../../expectations/store.ts';
import type { EditionLinks, ErratumLine, ShownEdition } from '../shown.ts';
import type { NewestEdition } from '../store.ts';
import { words } from '../words.ts';
import {
  EditionInfo,
  ErrataList,
  MissingPrograms,
  OlderEdition,
  type OtherEdition,
} from './edition-info.tsx';
import { EditionCard } from './edition-card.tsx';
import { OverviewBody } from './overview.tsx';
import { YearHead, yearTitle } from './year-head.tsx';
import { OutlookBody, PlanBody } from './plan.tsx';
import { ProgramBody, type ProgramProps } from './program.tsx';

/** `/reports`: every year with what was published of it. */
export function ReportsPage({ view, editions }: { view: View; editions: readonly NewestEdition[] }) {
  const { lang, site } = view;
  const text = words[lang];
  const years = [...new Set(editions.map(({ fiscalYear }) => fiscalYear))];
  return (
    <PublicFrame
      view={view}
      title={text.reports}
      description={text.reportsLead(site.headquarters[lang])}
      canonical={reportPaths.reports.to({})}
    >
      <PageHead band title={text.reports} lead={<p>{text.reportsLead(site.headquarters[lang])}</p>} />
      {years.length === 0 && (
        <EmptyState title={text.reportsNone}>
          <p>{text.reportsNoneNext}</p>
        </EmptyState>
      )}
      {years.map((year) => (
        <Section title={fiscalYearName(lang, year)}>
          <Grid min="large">
            {editions
              .filter(({ fiscalYear }) => fiscalYear === year)
              .map((edition) => (
                <EditionCard
                  view={view}
                  edition={edition}
                  alone={!editions.some((each) => each.fiscalYear === year && each.kind !== edition.kind)}
                />
              ))}
          </Grid>
        </Section>
      ))}
      {years.length > 0 && (
        <Section title={text.findFigures}>
          <p>{text.findFiguresLead}</p>
          <p>
            <a href={view.href(reportPaths.figures.to({}))}>{text.findFigures}</a>
          </p>
        </Section>
      )}
    </PublicFrame>
  );
}

interface YearProps {
  readonly view: View;
  readonly head: EditionHead;
  readonly edition: ShownEdition;
  /** The number of the current edition, where this is an older one. */
  readonly newest: number;
  readonly newestHref: string;
  readonly links: EditionLinks;
  readonly files?: readonly FileLink[];
  /** Other editions of the same year and kind. */
  readonly others: readonly OtherEdition[];
  /** Beside a plan: whose expectations are kept. */
  readonly expected?: readonly ExpectedProgram[];
  readonly errata: readonly ErratumLine[];
  /** The same year's results and plan, when both were published. */
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly canonical: string;
}

/** `/reports/2024` and `/reports/2024/plan`, with their older editions. */
export function YearPage(props: YearProps) {
  const { view, head, edition } = props;
  const title = yearTitle(view, head);
  const text = words[view.lang];
  return (
    <PublicFrame
      view={view}
      title={title}
      description={contentIn(view.lang, head.summary).slice(0, 160)}
      canonical={props.canonical}
    >
      <YearHead
        band
        view={view}
        head={head}
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(reportPaths.reports.to({})), label: text.reports }]}
            current={title}
          />
        }
      />
      {props.tabs.length > 1 && <Tabs label={text.kinds} items={props.tabs} />}
      {edition.number < props.newest && (
        <OlderEdition view={view} number={edition.number} newest={props.newest} href={props.newestHref} />
      )}
      <YearBody {...props} />
    </PublicFrame>
  );
}

/** Everything below the head; the preview shows the same. */
export function YearBody({
  view,
  head,
  edition,
  links,
  others,
  expected = [],
  errata,
  files = [],
}: Omit<YearProps, 'tabs' | 'canonical' | 'newest' | 'newestHref'>) {
  return (
    <>
      <MissingPrograms view={view} head={head} />
      {head.kind === 'results' ? (
        <OverviewBody view={view} head={head} links={links} />
      ) : (
        <PlanBody view={view} head={head} links={links} />
      )}
      <ExpectedPrograms view={view} programs={expected} />
      {head.states && links.states && <StatesLink view={view} href={links.states} />}
      {head.outlook && <OutlookBody view={view} outlook={head.outlook} links={links} />}
      <ErrataList view={view} errata={errata} links={links} />
      <EditionFiles view={view} files={files} document={links.document} />
      <EditionInfo view={view} edition={edition} head={head} links={links} others={others} />
    </>
  );
}

/** `/reports/2024/programs/:slug` */
export function ProgramPage(props: ProgramProps & { newest: number; canonical: string; newestHref: string }) {
  const { view, program, edition } = props;
  const text = words[view.lang];
  const name = contentIn(view.lang, program.name);
  const year = fiscalYearName(view.lang, edition.fiscalYear);
  const breadcrumbs = (
    <Breadcrumbs
      view={view}
      items={[
        { href: view.href(reportPaths.reports.to({})), label: text.reports },
        { href: props.links.overview, label: text.resultsOf(year) },
      ]}
      current={name}
    />
  );
  return (
    <PublicFrame
      view={view}
      title={`${name}（${year}）`}
      description={program.purpose.slice(0, 160)}
      canonical={props.canonical}
    >
      {edition.number < props.newest && (
        <OlderEdition view={view} number={edition.number} newest={props.newest} href={props.newestHref} />
      )}
      <ProgramBody {...props} breadcrumbs={breadcrumbs} />
    </PublicFrame>
  );
}
