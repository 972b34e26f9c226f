import { monthName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StackedBars } from '#ui/charts/bar-chart.tsx';
import { TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { type Way, ways } from '../../desks/settings.ts';
import { type Counted, sumBy } from '../read.ts';
import { words } from '../words.ts';

/** 「電話 / メール / 来所 / LINE」 in the order in which reports print them; chat and notices of concern where there are any. */
const printed: readonly Way[] = ['phone', 'mail', 'visit', 'line', 'chat', 'notice'];

interface DoorsProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  readonly counted: Counted;
  /** Year and month, where the span is longer than a year. */
  readonly long?: boolean;
  /** Beside the picture's own numbers a table of its own, with sums. */
  readonly table?: boolean;
}

/** Contacts by month and way of contact, as a picture and as its table. */
export function DoorsByMonth({ view, id, title, counted, long, table }: DoorsProps) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const { months } = counted;
  const by = months.map((month) => sumBy(counted, 'door', { month }));
  const all = sumBy(counted, 'door');
  const shown = printed.filter((door) => (door !== 'chat' && door !== 'notice') || all[door]);
  const name = (month: string) => (long ? month.replace('-', '/') : monthName(view.lang, month));
  return (
    <>
      <StackedBars
        view={view}
        id={id}
        title={title}
        unit={t.count}
        labels={months.map(name)}
        series={shown.map((door) => ({ label: b.door[door], values: by.map((sums) => sums[door] ?? 0) }))}
        direction="upright"
      />
      {table && (
        <DataTable
          view={view}
          caption={title}
          columns={[
            { key: 'month', label: t.month, head: true },
            ...shown.map((door) => ({ key: door, label: b.door[door], align: 'number' as const })),
            { key: 'total', label: t.total, align: 'number' },
          ]}
          rows={months.map((month, at) => ({
            month: name(month),
            ...Object.fromEntries(shown.map((door) => [door, by[at]?.[door] ?? 0])),
            total: total(by[at] ?? {}),
          }))}
          total={{
            month: t.total,
            ...Object.fromEntries(shown.map((door) => [door, all[door] ?? 0])),
            total: total(all),
          }}
        />
      )}
    </>
  );
}

function total(sums: Readonly<Record<string, number>>): number {
  return ways.reduce((all, door) => all + (sums[door] ?? 0), 0);
}

/** The course since a month that the reader chooses: `since` in the address. */
export function Course({
  view,
  action,
  year,
  since,
  counted,
}: {
  view: View;
  action: string;
  year: number;
  since: string;
  counted: Counted;
}) {
  const t = words[view.lang];
  return (
    <Section title={t.since} lead={t.sinceLead} id="since">
      <Form method="get" action={action} label={t.since} inline>
        <input type="hidden" name="year" value={String(year)} />
        <TextField
          view={view}
          name="since"
          label={t.sinceMonth}
          value={since}
          width="short"
          placeholder="2021-08"
          autocomplete="off"
        />
        <SubmitButton kind="secondary">{t.show}</SubmitButton>
      </Form>
      <DoorsByMonth view={view} id="course" title={t.since} counted={counted} long />
    </Section>
  );
}
