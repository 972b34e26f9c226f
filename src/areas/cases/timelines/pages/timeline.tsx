import { dayName, monthName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, EmptyState, StatFigure } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Thread, type ThreadEntry } from '#ui/thread.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { recordPaths } from '../../paths.ts';
import type { RecordSums } from '../../records/store.ts';
import { words as recordWords } from '../../records/words.ts';
import type { Entry } from '../read.ts';
import { byMonth, daysBetween, type EntryKind, entryKinds } from '../rules.ts';
import { words } from '../words.ts';

interface TimelineProps {
  readonly view: View;
  readonly caseFile: CaseFile;
  readonly entries: readonly Entry[];
  readonly show: EntryKind | undefined;
  readonly older: Date | undefined;
  readonly sums: RecordSums;
  readonly mayWrite: boolean;
  readonly today: string;
}

export function TimelinePage(props: TimelineProps) {
  const { view, caseFile, entries, show, older, mayWrite } = props;
  const t = words[view.lang];
  const { id: caseId } = caseFile;
  const shown = show ? entries.filter(({ kind }) => kind === show) : entries;
  const query = show ? { show } : {};
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
        actions={
          mayWrite && (
            <ButtonLink href={view.href(recordPaths.new.to({ caseId }))}>
              {recordWords[view.lang].new}
            </ButtonLink>
          )
        }
      />
      <Head {...props} />
      <Tabs
        label={t.filter}
        items={[undefined, ...entryKinds].map((kind) => ({
          href: view.href(recordPaths.timeline.to({ caseId }, kind ? { show: kind } : {})),
          label: kind ? t.kinds[kind] : t.all,
          current: kind === show,
        }))}
      />
      {shown.length === 0 && <EmptyState title={t.empty} />}
      {byMonth(shown).map(({ month, entries: held }) => (
        <Section title={monthOf(view, month)}>
          <Thread label={monthOf(view, month)} entries={held.map((entry) => lineOf(view, entry))} />
        </Section>
      ))}
      {older && (
        <p>
          <a href={view.href(recordPaths.timeline.to({ caseId }, { ...query, before: older.toISOString() }))}>
            {t.older}
          </a>
        </p>
      )}
    </StaffFrame>
  );
}

function monthOf(view: View, month: string): string {
  return view.lang === 'ja'
    ? words.ja.month(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
    : `${monthName('en', month)} ${month.slice(0, 4)}`;
}

/** One line of a timeline. */
export function lineOf(view: View, { kind, at, title, text, href }: Entry): ThreadEntry {
  const day = dayName(view.lang, at.slice(0, 10));
  const time = at.slice(11);
  return {
    by: title,
    ...(text ? { title: text } : {}),
    when: time ? `${day} ${time}` : day,
    at: at.slice(0, 10),
    ...(href ? { href: view.href(href) } : {}),
    ...(kind === 'step' || kind === 'meeting' ? { tone: 'info' as const } : {}),
  };
}

function Head({ view, caseFile, sums, today }: TimelineProps) {
  const t = words[view.lang];
  const end = caseFile.closedOn ?? today;
  return (
    <>
      <Grid min="small">
        <StatFigure view={view} label={t.since} value={daysBetween(caseFile.receivedOn, end)} unit={t.days} />
        <StatFigure
          view={view}
          label={t.records}
          value={sums.records}
          unit={t.times}
          note={`${t.accompaniments} ${sums.accompaniments}${t.times}`}
        />
        <StatFigure
          view={view}
          label={t.hours}
          value={Math.round(sums.minutes / 6) / 10}
          unit={t.hoursUnit}
        />
      </Grid>
      <DefinitionList
        items={[
          { term: t.last, value: sums.lastAt ? dayName(view.lang, tokyoDay(sums.lastAt)) : t.never },
          { term: t.next, value: caseFile.nextOn ? dayName(view.lang, caseFile.nextOn) : t.never },
        ]}
      />
    </>
  );
}
