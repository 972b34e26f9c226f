import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { SheetRows } from '#ui/sheet.tsx';
import { shownDay } from '../../answers/shown.ts';
import { listOf, optionOf } from '../../forms/rules.ts';
import type { GatheredRecords } from '../gather.ts';
import { words } from '../words.ts';
import { SheetFrame, type SheetProps } from './frame.tsx';
import { CaseBoxes, PersonBoxes } from './person.tsx';

/** 様式3: what was done, in its order. */
export function RecordsSheet(props: SheetProps & { records: GatheredRecords }) {
  const { view, gathered, records } = props;
  const { lang } = view;
  const t = words[lang];
  const { recordColumns: c } = t;
  const named = (list: string, code: string) =>
    optionOf(listOf(gathered.set, list), code)?.name[lang] ?? code;
  return (
    <SheetFrame {...props} sheet="records">
      <CaseBoxes lang={lang} gathered={gathered} />
      <PersonBoxes lang={lang} gathered={gathered} short />
      <SheetRows
        title={t.records}
        blank={12}
        columns={[
          { label: c.when, width: 2 },
          { label: c.way, width: 2 },
          { label: c.whom, width: 2 },
          { label: c.body, width: 4 },
          { label: c.next, width: 2 },
          { label: c.by, width: 1 },
        ]}
        rows={records.map((record) => [
          [
            shownDay(lang, tokyoDay(record.startedAt)),
            `${tokyoMinute(record.startedAt).slice(11)}${record.minutes ? `（${t.minutes(record.minutes)}）` : ''}`,
          ].join('\n'),
          named('contact-way', record.kind),
          [
            ...record.withWhom.map((code) => named('with-whom', code)),
            ...record.related.map((code) => named('agency', code)),
            record.names,
          ]
            .filter(Boolean)
            .join('\n'),
          [record.body, record.placeText].filter(Boolean).join('\n'),
          [record.nextOn && shownDay(lang, record.nextOn), record.next].filter(Boolean).join('\n'),
          record.writerName ?? '',
        ])}
      />
    </SheetFrame>
  );
}
