import { dayText } from '../../hours/text.ts';
import { hoursSentences, intervalsText } from '../../hours/sentences.ts';
import { channelWords } from '../../hours/sentence-words.ts';
import type { DayHours } from '../../hours/rules.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { type Column, DataTable } from '#ui/table.tsx';
import { Disclosure } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { termName } from '../../taxonomy/terms.ts';
import { weekOf } from '../rules.ts';
import { words } from '../words.ts';
import type { EntryProps } from './entry.tsx';

/** Seven days from today, then the rule in words. */
export function HoursSection({ view, service, now, holidays }: EntryProps) {
  const t = words[view.lang];
  const { content } = service;
  const today = tokyoDay(now);
  const week = weekOf(content, today, { holidays });
  if (week.columns.length === 0)
    return content.kind === 'scheme' ? null : (
      <Section title={t.hours} id="hours">
        <p>{t.hoursUnknown}</p>
      </Section>
    );
  const columns: readonly Column[] = [
    { key: 'day', label: t.day, head: true },
    ...week.columns.map(({ channels }, index) => ({
      key: String(index),
      label: week.columns.length > 1 ? namesOf(view, channels) : t.times,
    })),
  ];
  const rows = week.days.map((day, at) => ({
    day: (
      <DayName
        view={view}
        day={day}
        today={today}
        holiday={week.columns[0]?.days[at]?.holiday?.[view.lang]}
      />
    ),
    ...Object.fromEntries(
      week.columns.map(({ days }, index) => [String(index), <Times view={view} hours={days[at]} />]),
    ),
  }));
  return (
    <Section title={t.hours} id="hours">
      <div class="this-week">
        <DataTable view={view} caption={t.hoursCaption} captionHidden columns={columns} rows={rows} />
      </div>
      <Rules view={view} service={service} today={today} />
    </Section>
  );
}

function namesOf({ lang }: View, channels: readonly (keyof (typeof channelWords)['ja'])[]): string {
  return channels.map((channel) => channelWords[lang][channel]).join(lang === 'ja' ? '・' : ', ');
}

function DayName({
  view,
  day,
  today,
  holiday,
}: {
  view: View;
  day: string;
  today: string;
  holiday: string | undefined;
}) {
  const t = words[view.lang];
  return (
    <span class={day === today ? 'today' : undefined}>
      {dayText(view.lang, day)}
      {day === today && <b> {t.today}</b>}
      {holiday && <small> {holiday}</small>}
    </span>
  );
}

function Times({ view, hours }: { view: View; hours: DayHours | undefined }) {
  const t = words[view.lang];
  if (!hours) return null;
  if (hours.intervals.length > 0)
    return (
      <>
        {hours.intervals.map((interval, index) => (
          <>
            {index > 0 && ' '}
            <span class="nowrap">{intervalsText(view.lang, [interval])}</span>
          </>
        ))}
        {hours.languages && (
          <small class="spoken">
            {hours.languages.map((code) => termName(view.lang, 'language', code)).join(t.and)}
          </small>
        )}
      </>
    );
  const why = hours.label ?? (hours.because === 'holiday' ? hours.holiday?.[view.lang] : undefined);
  return <span class="rest">{why ? t.closedFor(why) : t.closed}</span>;
}

/** The rule behind the week, once for each set of hours. */
function Rules({ view, service, today }: { view: View; service: EntryProps['service']; today: string }) {
  const { content } = service;
  const own = content.channels.flatMap(({ kind, hours }) => (hours ? [{ kind, hours }] : []));
  return (
    <Disclosure summary={words[view.lang].ruleTitle}>
      {content.hours && <Sentences lines={hoursSentences(view.lang, content.hours, today)} />}
      {own.map(({ kind, hours }) => (
        <>
          <p>
            <b>{channelWords[view.lang][kind]}</b>
          </p>
          <Sentences lines={hoursSentences(view.lang, hours, today)} />
        </>
      ))}
    </Disclosure>
  );
}

function Sentences({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
