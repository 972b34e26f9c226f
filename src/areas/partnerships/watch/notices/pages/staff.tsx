import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, DefinitionList, Notice, StatusTag, type Term } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { nameIn } from '../../../members/shown.ts';
import { watchStaffPaths } from '../../../paths.ts';
import { WatchCrumbs } from '../../pages/staff.tsx';
import type { Network } from '../../store.ts';
import { words as watchWords } from '../../words.ts';
import type { Told } from '../actions.ts';
import type { Sign } from '../rules.ts';
import type { WatchNotice } from '../store.ts';
import { words } from '../words.ts';

/** What a list says of a notice: nothing of who it is about. */
export interface ListedNotice {
  readonly notice: WatchNotice;
  readonly from: string;
}

function StateTag({ view, notice }: { view: View; notice: WatchNotice }) {
  const t = words[view.lang];
  if (notice.joinedTo) return <StatusTag tone="neutral">{t.state.joined}</StatusTag>;
  return notice.lookedAt ? (
    <StatusTag tone="good">{t.state.looked}</StatusTag>
  ) : (
    <StatusTag tone="warn">{t.state.new}</StatusTag>
  );
}

function signsOf(view: View, notice: WatchNotice): string {
  return (notice.signs as Sign[])
    .map((sign) => words[view.lang].signs[sign])
    .join(view.lang === 'ja' ? '、' : ', ');
}

export function NoticesPage({
  view,
  network,
  notices,
  next,
}: {
  view: View;
  network: Network;
  notices: readonly ListedNotice[];
  next: string | undefined;
}) {
  const t = words[view.lang];
  const { organisationId } = network;
  return (
    <StaffFrame view={view} title={t.list}>
      <PageHead
        title={t.list}
        kicker={watchWords[view.lang].networkTitle(nameIn(view.lang, network))}
        lead={t.listLead}
        breadcrumbs={<WatchCrumbs view={view} current={t.list} />}
      />
      <DataTable
        view={view}
        caption={t.list}
        captionHidden
        columns={[
          { key: 'at', label: t.at, head: true },
          { key: 'signs', label: t.signsLabel },
          { key: 'from', label: t.from },
          { key: 'state', label: t.atDesk },
        ]}
        rows={notices.map(({ notice, from }) => ({
          at: (
            <a href={view.href(watchStaffPaths.notice.to({ organisationId, noticeId: notice.id }))}>
              {tokyoMinute(notice.at)}
            </a>
          ),
          signs: signsOf(view, notice),
          from,
          state: (
            <Row>
              {notice.urgent && <StatusTag tone="bad">{t.urgentTag}</StatusTag>}
              <StateTag view={view} notice={notice} />
            </Row>
          ),
        }))}
        empty={t.none}
        stacked
      />
      {next && (
        <p>
          <a href={view.href(next)}>{t.next}</a>
        </p>
      )}
    </StaffFrame>
  );
}

interface NoticeProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly notice: WatchNotice;
  readonly told: Told | undefined;
  readonly from: string;
  readonly desk: string;
  readonly atDesk: boolean;
  readonly same: readonly ListedNotice[];
}

export function NoticeStaffPage(props: NoticeProps) {
  const { view, state, network, notice, told } = props;
  const t = words[view.lang];
  const { organisationId } = network;
  const title = t.noticeTitle(tokyoMinute(notice.at));
  const back = { href: view.href(watchStaffPaths.notices.to({ organisationId })), label: t.list };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        tags={
          <>
            {notice.urgent && <StatusTag tone="bad">{t.urgentTag}</StatusTag>}
            <StateTag view={view} notice={notice} />
          </>
        }
        breadcrumbs={<WatchCrumbs view={view} items={[back]} current={title} />}
      />
      {notice.joinedTo && (
        <Notice view={view} title={t.joinedTo}>
          <p>
            <a href={view.href(watchStaffPaths.notice.to({ organisationId, noticeId: notice.joinedTo }))}>
              {t.seeIt}
            </a>
          </p>
        </Notice>
      )}
      {!told && <p>{t.gone}</p>}
      <DefinitionList items={termsOf(props)} />
      {told?.words && <TypedText text={told.words} />}
      <p class="hint">{t.onRecord}</p>
      <SameSection {...props} />
    </StaffFrame>
  );
}

function termsOf({ view, notice, told, from, desk, atDesk }: NoticeProps): readonly Term[] {
  const t = words[view.lang];
  const said = told ? [told.name, told.reach].filter(Boolean).join(' ') : '';
  return [
    { term: t.signsLabel, value: signsOf(view, notice) },
    ...(told ? [{ term: t.place, value: told.place }] : []),
    ...(told?.noticed ? [{ term: t.noticed, value: told.noticed }] : []),
    { term: t.from, value: [from, said].filter(Boolean).join(' ') },
    { term: t.desk, value: desk },
    { term: t.atDesk, value: atDesk ? t.deskLooked : t.deskWaits },
  ];
}

function SameSection({ view, network: { organisationId }, notice, told, same }: NoticeProps) {
  const t = words[view.lang];
  if (same.length === 0 || notice.joinedTo || !told) return null;
  const noticeId = notice.id;
  return (
    <Section title={t.same} lead={t.sameLead}>
      <Grid>
        {same.map(({ notice: other, from }) => (
          <Card
            title={tokyoMinute(other.at)}
            href={view.href(watchStaffPaths.notice.to({ organisationId, noticeId: other.id }))}
          >
            <p>{signsOf(view, other)}</p>
            <p>{from}</p>
            <ActionForm
              action={view.href(watchStaffPaths.join.to({ organisationId, noticeId }))}
              fields={{ into: other.id }}
              kind="secondary"
              small
            >
              {t.join}
            </ActionForm>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}
