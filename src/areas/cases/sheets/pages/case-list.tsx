import type { View } from '#platform/web/view.ts';
import { SheetRows } from '#ui/sheet.tsx';
import { shownDay } from '../../answers/shown.ts';
import { type Range, ranges } from '../../case-files/ranges.ts';
import type { CaseStep } from '../../case-files/rules.ts';
import type { CaseFile } from '../../case-files/store.ts';
import { casesTrail } from '../../case-files/pages/trail.tsx';
import { words as caseWords } from '../../case-files/words.ts';
import { sheetPaths } from '../../paths.ts';
import { words } from '../words.ts';
import { PrintedFrame } from './frame.tsx';

interface CaseListProps {
  readonly view: View;
  readonly range: Range;
  readonly lines: readonly (CaseFile & { readonly workerName: string | null; readonly name: string })[];
  /** Cases of the list that this reader may not take out on paper. */
  readonly left: number;
  readonly more: boolean;
  readonly today: string;
}

/** 様式4: the cases of an organisation, or of one worker, line by line. */
export function CaseListSheet({ view, range, lines, left, more, today }: CaseListProps) {
  const { lang } = view;
  const t = words[lang].list;
  const c = caseWords[lang];
  const day = (on: string | null) => (on ? shownDay(lang, on) : '');
  return (
    <PrintedFrame
      view={view}
      number={t.number}
      title={t.title}
      trail={casesTrail(view)}
      choices={[
        {
          label: c.tabsLabel,
          items: ranges.map((each) => ({
            href: view.href(sheetPaths.list.to({}, { range: each })),
            label: c.tabs[each],
            current: each === range,
          })),
        },
      ]}
      hints={[...(left > 0 ? [t.left(left)] : []), ...(more ? [t.more] : [])]}
      variant={c.tabs[range]}
      foot={t.foot(shownDay(lang, today))}
    >
      <SheetRows
        title={t.count(lines.length)}
        blank={12}
        columns={[
          { label: t.id, width: 1 },
          { label: c.person, width: 2 },
          { label: c.received, width: 2 },
          { label: c.step, width: 2 },
          { label: t.round, width: 1 },
          { label: t.decided, width: 2 },
          { label: c.next, width: 2 },
          { label: c.worker, width: 1 },
        ]}
        rows={lines.map((line) => [
          line.number,
          line.name,
          day(line.receivedOn),
          c.steps[line.step as CaseStep],
          line.planRound > 0 ? words[lang].round(line.planRound) : '',
          day(line.decidedOn),
          line.closedOn ? t.closed(day(line.closedOn)) : day(line.nextOn),
          line.workerName ?? c.nobody,
        ])}
      />
    </PrintedFrame>
  );
}
