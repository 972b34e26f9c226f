import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Notice, StatFigure, Tag } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { matchLinkPaths, matchPaths } from '../../paths.ts';
import type { AnswerRate } from '../discipline/rules.ts';
import type { Match } from '../store.ts';
import { words } from '../words.ts';
import { MatchTag } from './thread.tsx';

export const boxes = ['waiting', 'open', 'ended'] as const;
export type Box = (typeof boxes)[number];

export interface Line extends Pick<Match, 'id' | 'title' | 'status'> {
  readonly other: { readonly ja: string; readonly en: string | null };
  /** Days since the turn has been with this side; null when it is not. */
  readonly waited: number | null;
}

export interface OwnStanding {
  readonly organisationId: string;
  readonly name: string;
  readonly rate: AnswerRate | null;
  readonly isResting: boolean;
  readonly blocked: readonly { readonly id: string; readonly name: string }[];
}

interface ListProps {
  readonly view: View;
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly waiting: number;
  readonly next: string | undefined;
  readonly own: readonly OwnStanding[];
  readonly rateFrom: number;
}

export function MatchesPage({ view, box, lines, waiting, next, own, rateFrom }: ListProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink kind="quiet" href={view.href(matchLinkPaths.thanks.to({}))}>
            {t.thanksPublic}
          </ButtonLink>
        }
      />
      {own.map((standing) => standing.isResting && <Resting view={view} standing={standing} />)}
      <Tabs
        label={t.state}
        items={boxes.map((each) => ({
          href: view.href(matchPaths.list.to({}, { box: each })),
          label: t.tabs[each],
          current: each === box,
          ...(each === 'waiting' ? { count: waiting } : {}),
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={t.empty[box]}>
          <p>{t.emptyHint}</p>
        </EmptyState>
      ) : (
        <Lines view={view} lines={lines} />
      )}
      {next && (
        <ButtonLink kind="secondary" href={next}>
          {t.next}
        </ButtonLink>
      )}
      <Section title={t.rate}>
        <Grid min="small">
          {own.map((standing) => (
            <Rate view={view} standing={standing} rateFrom={rateFrom} />
          ))}
        </Grid>
      </Section>
      <Blocked view={view} own={own} />
    </StaffFrame>
  );
}

function Lines({ view, lines }: Pick<ListProps, 'view' | 'lines'>) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'title', label: t.about, head: true },
        { key: 'other', label: t.other },
        { key: 'status', label: t.state },
        { key: 'waited', label: t.since },
      ]}
      rows={lines.map((line) => ({
        title: <a href={view.href(matchPaths.match.to({ matchId: line.id }))}>{line.title}</a>,
        other: contentIn(view.lang, line.other),
        status: <MatchTag view={view} status={line.status} />,
        waited: line.waited !== null && (
          <Tag tone={line.waited >= 3 ? 'warn' : 'info'}>{t.days(line.waited)}</Tag>
        ),
      }))}
    />
  );
}

function Resting({ view, standing }: { view: View; standing: OwnStanding }) {
  const t = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={t.resting}>
      <p>{t.restingLead}</p>
      <ActionForm
        action={view.href(matchPaths.resume.to({}))}
        fields={{ organisationId: standing.organisationId }}
        kind="primary"
      >
        {t.resume}
      </ActionForm>
    </Notice>
  );
}

function Rate({ view, standing, rateFrom }: { view: View; standing: OwnStanding; rateFrom: number }) {
  const t = words[view.lang];
  const { rate, name } = standing;
  if (!rate) return <StatFigure view={view} label={name} value="—" note={t.rateFew(rateFrom)} />;
  const median = rate.medianDays === null ? '' : t.median(rate.medianDays);
  const note = [t.rateOf(rate.answered, rate.asked), median]
    .filter(Boolean)
    .join(view.lang === 'ja' ? '。' : '; ');
  return <StatFigure view={view} label={name} value={rate.percent} unit="%" note={note} />;
}

function Blocked({ view, own }: Pick<ListProps, 'view' | 'own'>) {
  const t = words[view.lang];
  const blocked = own.flatMap(({ organisationId, blocked: others }) =>
    others.map((other) => ({ organisationId, ...other })),
  );
  if (blocked.length === 0) return null;
  return (
    <Section title={t.blocked}>
      {blocked.map(({ organisationId, id, name }) => (
        <Row>
          <span>{name}</span>
          <ActionForm
            action={view.href(matchPaths.unblock.to({}))}
            fields={{ organisationId, blockedId: id }}
            kind="quiet"
            small
          >
            {t.unblock}
          </ActionForm>
        </Row>
      ))}
    </Section>
  );
}
