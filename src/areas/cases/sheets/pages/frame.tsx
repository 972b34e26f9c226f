import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PrintButton, Sheet } from '#ui/sheet.tsx';
import { Breadcrumbs, type Link, type Tab, Tabs } from '#ui/wayfinding.tsx';
import { shownDay } from '../../answers/shown.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import { sheetPaths } from '../../paths.ts';
import { fieldClasses } from '../../relations/rules.ts';
import { type Gathered, type SheetName, sheetNames } from '../gather.ts';
import { words } from '../words.ts';

export interface SheetProps {
  readonly view: View;
  readonly gathered: Gathered;
  readonly today: string;
}

interface Choice {
  readonly label: string;
  readonly items: readonly Tab[];
}

interface FrameProps extends SheetProps {
  readonly sheet: SheetName;
  readonly variant?: string;
  /** Which of several: with or without consent, which round. */
  readonly choice?: Choice;
  readonly children?: Child;
}

/** Around an official form of a case: the way back to it, and the other forms. */
export function SheetFrame({ view, gathered, today, sheet, variant, choice, children }: FrameProps) {
  const t = words[view.lang];
  const { caseFile, classes } = gathered;
  const held = fieldClasses.filter((each) => each !== 'protected' && !classes.includes(each));
  return (
    <PrintedFrame
      view={view}
      number={t.numbers[sheet]}
      title={t.sheets[sheet]}
      trail={caseTrail(view, caseFile)}
      choices={[
        {
          label: t.tabs,
          items: sheetNames.map((each) => ({
            href: view.href(sheetPaths.sheet.to({ caseId: caseFile.id, sheet: each })),
            label: t.sheets[each],
            current: each === sheet,
          })),
        },
        ...(choice && choice.items.length > 1 ? [choice] : []),
      ]}
      hints={held.length > 0 ? [t.left] : []}
      variant={variant}
      foot={t.foot(shownDay(view.lang, today))}
    >
      {children}
    </PrintedFrame>
  );
}

interface PrintedProps {
  readonly view: View;
  /** 様式4 */
  readonly number: string;
  readonly title: string;
  readonly trail: readonly Link[];
  readonly choices: readonly Choice[];
  /** What the reader should know of what is not on the paper. */
  readonly hints: readonly string[];
  readonly variant?: string | undefined;
  readonly foot: string;
  readonly children?: Child;
}

/** Around anything that is printed: the way back, what else there is, and the button to print. On paper only the form itself. */
export function PrintedFrame(props: PrintedProps) {
  const { view, number, title, trail, choices, hints, variant, foot, children } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={title} islands={['share']}>
      <PageHead
        title={title}
        kicker={number}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
        actions={<PrintButton label={t.print} />}
      />
      {choices.map((choice) => (
        <Tabs {...choice} />
      ))}
      {hints.map((hint) => (
        <p class="hint">{hint}</p>
      ))}
      <Sheet number={number} title={title} variant={variant} foot={foot}>
        {children}
      </Sheet>
    </StaffFrame>
  );
}
