import { tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Notice, StatFigure } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { SettingTabs } from '../../desks/pages/tabs.tsx';
import type { Way } from '../../desks/settings.ts';
import { deskPaths, talkPaths } from '../../paths.ts';
import type { Promised } from '../read.ts';
import type { listErasures } from '../store.ts';
import { words } from '../words.ts';

interface RetentionProps {
  readonly view: View;
  readonly promised: Promised;
  readonly erasures: Awaited<ReturnType<typeof listErasures>>;
  readonly next: Date;
  readonly mayChange: boolean;
}

/** What a desk promised about words, what it still holds, and the proof that it erased the rest. */
export function RetentionPage(props: RetentionProps) {
  const { view, promised, next, mayChange } = props;
  const { desk, erased, held, overdue } = promised;
  const t = words[view.lang];
  const sum = (ended: boolean) =>
    held.filter((each) => each.ended === ended).reduce((all, { contacts }) => all + contacts, 0);
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink kind="secondary" href={talkPaths.promises.to({})}>
            {t.publicPage}
          </ButtonLink>
        }
      />
      <DeskTabs view={view} deskId={desk.id} current="settings" />
      <SettingTabs view={view} deskId={desk.id} current="retention" />
      <p>
        <b>{t.next}</b>：{tokyoMinute(next)}
      </p>
      <Grid min="small">
        <StatFigure view={view} label={t.overdue} value={overdue} unit={t.count} />
        <StatFigure view={view} label={t.total} value={erased.contacts} unit={t.count} />
        <StatFigure view={view} label={t.going} value={sum(false)} unit={t.count} />
        <StatFigure view={view} label={t.waiting} value={sum(true)} unit={t.count} />
      </Grid>
      {overdue > 0 && (
        <Notice view={view} tone="bad">
          {t.overdueBad}
        </Notice>
      )}
      <Section
        title={t.promised}
        lead={t.promisedLead}
        actions={
          mayChange && (
            <ButtonLink kind="secondary" href={view.href(deskPaths.settings.to({ deskId: desk.id }))}>
              {t.change}
            </ButtonLink>
          )
        }
      >
        <PromisedTable view={view} promised={promised} />
      </Section>
      <Ledger {...props} />
    </StaffFrame>
  );
}

/** `openOnly`: for people outside, to whom a closed way of contact says nothing. */
export function PromisedTable({
  view,
  promised,
  openOnly,
}: {
  view: View;
  promised: Promised;
  openOnly?: boolean;
}) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={`${t.promised}：${contentIn(view.lang, { ja: promised.desk.nameJa, en: promised.desk.nameEn })}`}
      captionHidden
      columns={[
        { key: 'door', label: t.door, head: true },
        { key: 'days', label: t.days, unit: t.day, align: 'number' },
        ...(openOnly ? [] : [{ key: 'open' as const, label: t.accepting }]),
      ]}
      rows={promised.doors
        .filter(({ open }) => open || !openOnly)
        .map(({ door, days, open }) => ({
          door: boardWords[view.lang].door[door],
          days,
          open: open ? t.open : t.closed,
        }))}
    />
  );
}

function Ledger({ view, erasures }: RetentionProps) {
  const t = words[view.lang];
  return (
    <Section title={t.ledger} lead={t.ledgerLead}>
      <DataTable
        view={view}
        caption={t.ledger}
        captionHidden
        empty={t.none}
        columns={[
          { key: 'on', label: t.on, head: true },
          { key: 'door', label: t.door },
          { key: 'days', label: t.days, unit: t.day, align: 'number' },
          { key: 'contacts', label: t.contacts, unit: t.count, align: 'number' },
          { key: 'messages', label: t.messages, align: 'number' },
          { key: 'texts', label: t.texts, align: 'number' },
        ]}
        rows={erasures.map(({ ranOn, door, retentionDays, contacts, messages, texts }) => ({
          on: ranOn,
          door: boardWords[view.lang].door[door as Way],
          days: retentionDays,
          contacts,
          messages,
          texts,
        }))}
      />
    </Section>
  );
}
