import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words as liveWords } from '../../live-measures/words.ts';
import { reportPaths, staffReportPaths } from '../../paths.ts';
import type { EditionKind } from '../content.ts';
import type { EditionStatus } from '../rules.ts';
import type { EditionBrief } from '../store.ts';
import { words } from '../words.ts';

interface HomeProps {
  readonly view: View;
  readonly years: readonly number[];
  readonly editions: readonly EditionBrief[];
  readonly errataWaiting: number;
  /** Proposals on small numbers that wait for a second person. */
  readonly disclosureWaiting: number;
  readonly mayPrepare: boolean;
  readonly mayDisclose: boolean;
  readonly mayBind: boolean;
}

/** `/staff/report`: what each year has, and what has to be done next. */
export function ReportHomePage(props: HomeProps) {
  const { view, years, editions, mayPrepare, mayDisclose, mayBind } = props;
  const { lang } = view;
  const text = words[lang];
  const rows = years.flatMap((year) =>
    (['results', 'plan'] as const).map((kind) => ({
      year,
      kind,
      newest: editions.find(
        (edition) => edition.fiscalYear === year && edition.kind === kind && edition.status !== 'withdrawn',
      ),
    })),
  );
  return (
    <StaffFrame view={view} title={text.title}>
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={
          <>
            <ButtonLink kind="secondary" href={view.href(staffReportPaths.errata.to({}))}>
              {text.errata}
            </ButtonLink>
            {mayDisclose && (
              <ButtonLink kind="secondary" href={view.href(staffReportPaths.disclosure.to({}))}>
                {text.disclosure}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" href={view.href(staffReportPaths.headquarters.to({}))}>
              {text.headquarters}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(staffReportPaths.unmet.to({}))}>
              {text.unmet}
            </ButtonLink>
          </>
        }
      />
      <Waiting {...props} />
      {years.length === 0 ? (
        <EmptyState title={text.noYears}>
          <p>{text.noYearsNext}</p>
        </EmptyState>
      ) : (
        <DataTable
          view={view}
          caption={text.title}
          captionHidden
          stacked
          columns={[
            { key: 'year', label: text.year, head: true },
            { key: 'kind', label: text.kind },
            { key: 'edition', label: text.edition },
            { key: 'status', label: text.status },
            { key: 'since', label: text.since },
            { key: 'next', label: text.next },
          ]}
          rows={rows.map(({ year, kind, newest }) => ({
            year: fiscalYearName(lang, year),
            kind: text.kinds[kind],
            edition: newest ? (
              <a href={view.href(staffReportPaths.edition.to({ id: newest.id }))}>
                {text.editionOf(newest.number)}
              </a>
            ) : (
              ''
            ),
            status: newest ? <EditionStatusTag view={view} status={newest.status} /> : text.none,
            since: newest && dayName(lang, tokyoDay(sinceOf(newest))),
            next: <Next view={view} year={year} kind={kind} newest={newest} mayPrepare={mayPrepare} />,
          }))}
        />
      )}
      {mayBind && years.length > 0 && <LiveLinks view={view} years={years} />}
    </StaffFrame>
  );
}

/** What waits for a second person. */
function Waiting({ view, errataWaiting, disclosureWaiting, mayDisclose }: HomeProps) {
  const { lang } = view;
  const text = words[lang];
  return (
    <>
      {errataWaiting > 0 && (
        <Notice view={view} tone="warn">
          <a href={view.href(staffReportPaths.errata.to({}))}>
            {text.errataWaiting(formatNumber(lang, errataWaiting))}
          </a>
        </Notice>
      )}
      {disclosureWaiting > 0 && mayDisclose && (
        <Notice view={view} tone="warn">
          <a href={view.href(staffReportPaths.disclosure.to({}))}>
            {text.disclosureWaiting(formatNumber(lang, disclosureWaiting))}
          </a>
        </Notice>
      )}
    </>
  );
}

/** What the product counts itself, a year a link. */
function LiveLinks({ view, years }: { view: View; years: readonly number[] }) {
  return (
    <Section title={liveWords[view.lang].heading} lead={<p>{liveWords[view.lang].lead}</p>}>
      <Row>
        {years.map((year) => (
          <a href={view.href(staffReportPaths.live.to({ year: String(year) }))}>
            {fiscalYearName(view.lang, year)}
          </a>
        ))}
      </Row>
    </Section>
  );
}

function sinceOf({ publishedAt, proposedAt, preparedAt }: EditionBrief): Date {
  return publishedAt ?? proposedAt ?? preparedAt;
}

const tones: Record<EditionStatus, Tone> = {
  draft: 'neutral',
  proposed: 'warn',
  published: 'good',
  withdrawn: 'neutral',
};

export function EditionStatusTag({ view, status }: { view: View; status: EditionStatus }) {
  return <StatusTag tone={tones[status]}>{words[view.lang].statuses[status]}</StatusTag>;
}

function Next({
  view,
  year,
  kind,
  newest,
  mayPrepare,
}: {
  view: View;
  year: number;
  kind: EditionKind;
  newest: EditionBrief | undefined;
  mayPrepare: boolean;
}) {
  const text = words[view.lang];
  const named = (label: string) => (
    <>
      {label}
      <span class="vh"> {`${fiscalYearName(view.lang, year)} ${text.kinds[kind]}`}</span>
    </>
  );
  const prepare = view.href(staffReportPaths.prepare.to({ year: String(year), kind }));
  const expected = kind === 'results' && (
    <a href={view.href(staffReportPaths.expectations.to({ year: String(year) }))}>
      {named(text.expectations)}
    </a>
  );
  if (newest && newest.status !== 'published')
    return (
      <Row>
        <ButtonLink small href={view.href(staffReportPaths.edition.to({ id: newest.id }))}>
          {named(text.open)}
        </ButtonLink>
        {expected}
      </Row>
    );
  return (
    <Row>
      {newest && (
        <a
          href={view.href((kind === 'plan' ? reportPaths.plan : reportPaths.year).to({ year: String(year) }))}
        >
          {named(text.publicPage)}
        </a>
      )}
      {mayPrepare && (
        <ButtonLink small kind="secondary" href={prepare}>
          {named(newest ? text.prepareNext : text.prepare)}
        </ButtonLink>
      )}
      {expected}
    </Row>
  );
}
