import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import { Disclosure } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { shownWords } from '../../disclosure/shown-words.ts';
import { reportPaths } from '../../paths.ts';
import { EditionLine, OlderEdition } from '../../publication/pages/edition-info.tsx';
import type { EditionLinks, ShownEdition } from '../../publication/shown.ts';
import { words as reportWords } from '../../publication/words.ts';
import type { StateFlow, StateProgram } from '../content/rules.ts';
import { words } from '../words.ts';
import { count, domainName, FlowOfDomain, type FlowProps, hasWays } from './flow.tsx';

interface StatesBodyProps extends FlowProps {
  readonly fewest: number | undefined;
  readonly program: (slug: string) => string;
}

interface StatesPageProps extends Omit<StatesBodyProps, 'path' | 'program'> {
  readonly edition: ShownEdition;
  readonly newest: number;
  readonly newestHref: string;
  readonly links: EditionLinks;
  readonly canonical: string;
}

/** `/reports/2024/states`: how people stood before and after. */
export function StatesPage({ edition, newest, newestHref, links, canonical, ...props }: StatesPageProps) {
  const { view, fiscalYear } = props;
  const text = words[view.lang];
  const title = text.title(fiscalYearName(view.lang, fiscalYear));
  return (
    <PublicFrame view={view} title={title} description={text.lead} canonical={canonical}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(reportPaths.reports.to({})), label: reportWords[view.lang].reports },
              {
                href: links.overview,
                label: reportWords[view.lang].resultsOf(fiscalYearName(view.lang, fiscalYear)),
              },
            ]}
            current={text.short}
          />
        }
        title={title}
        lead={<p>{text.lead}</p>}
      />
      {edition.number < newest && (
        <OlderEdition view={view} number={edition.number} newest={newest} href={newestHref} />
      )}
      <StatesBody {...props} path={links.path} program={links.program} />
      <EditionLine view={view} edition={edition} links={links} />
    </PublicFrame>
  );
}

/** The same for the public page and the preview. */
export function StatesBody(props: StatesBodyProps) {
  const { states } = props;
  const scopes = [...Map.groupBy(states.flows, ({ program }) => program?.slug ?? '').values()];
  return (
    <>
      <How {...props} />
      {scopes.map((flows) => (
        <Scope {...props} flows={flows} />
      ))}
    </>
  );
}

function How(props: StatesBodyProps) {
  const { view, states, fewest } = props;
  const { lang } = view;
  const text = words[lang];
  const isBlank = states.flows.some(({ counts }) => Object.values(counts).includes(null));
  return (
    <Section title={text.how}>
      <Prose>
        <p>{text.howLead}</p>
        <p>{text.notScores}</p>
        <p>{text.within}</p>
        {isBlank && fewest !== undefined && <p>{shownWords[lang].why(formatNumber(lang, fewest))}</p>}
      </Prose>
      <Disclosure summary={text.stages}>
        <DataTable
          view={view}
          caption={text.stages}
          captionHidden
          stacked
          columns={[
            { key: 'domain', label: text.domain, head: true },
            ...[1, 2, 3, 4, 5].map((stage) => ({ key: `s${stage}`, label: String(stage) })),
          ]}
          rows={states.domains.map(({ name, stages }) => ({
            domain: contentIn(lang, name),
            ...Object.fromEntries(stages.map((stage, at) => [`s${at + 1}`, contentIn(lang, stage)])),
          }))}
        />
      </Disclosure>
    </Section>
  );
}

function Scope({ flows, ...props }: StatesBodyProps & { readonly flows: readonly StateFlow[] }) {
  const { view } = props;
  const { lang } = view;
  const text = words[lang];
  const program = flows[0]?.program ?? null;
  const name = program ? contentIn(lang, program.name) : text.all;
  const ways = ['all', 'better', 'same', 'worse'] as const;
  const labels = { all: text.asked, better: text.better, same: text.same, worse: text.worse };
  const first = flows.find(hasWays);
  return (
    <Section
      title={name}
      id={program?.slug ?? 'all'}
      lead={program ? text.from(deskNames(lang, program)) : text.allLead}
      {...(program
        ? {
            actions: (
              <a href={props.program(program.slug)}>
                {text.toProgram}
                <span class="vh">：{name}</span>
              </a>
            ),
          }
        : {})}
    >
      <DataTable
        view={view}
        caption={name}
        captionHidden
        stacked
        columns={[
          { key: 'domain', label: text.domain, head: true },
          ...ways.map((key) => ({ key, label: labels[key], unit: text.people, align: 'number' as const })),
        ]}
        rows={flows.map((flow) => ({
          domain: domainName(props, flow),
          ...Object.fromEntries(ways.map((key) => [key, count(props, flow, key)])),
        }))}
      />
      {flows.map((flow) => (
        <FlowOfDomain {...props} flow={flow} open={flow === first} />
      ))}
    </Section>
  );
}

function deskNames(lang: 'ja' | 'en', { desks }: StateProgram): string {
  return desks.map(({ name }) => contentIn(lang, name)).join(words[lang].comma);
}
