import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PrintButton, Sheet } from '#ui/sheet.tsx';
import { Breadcrumbs, type Tab, Tabs } from '#ui/wayfinding.tsx';
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

interface FrameProps extends SheetProps {
  readonly sheet: SheetName;
  readonly variant?: string;
  /** Which of several: with or without consent, which round. */
  readonly choice?: { readonly label: string; readonly items: readonly Tab[] };
  readonly children?: Child;
}

/** Around an official form: the way back, the other forms, and the button to print. On paper only the form itself. */
export function SheetFrame({ view, gathered, today, sheet, variant, choice, children }: FrameProps) {
  const t = words[view.lang];
  const { caseFile, classes } = gathered;
  const title = t.sheets[sheet];
  const held = fieldClasses.filter((each) => each !== 'protected' && !classes.includes(each));
  return (
    <StaffFrame view={view} title={title} islands={['share']}>
      <PageHead
        title={title}
        kicker={t.numbers[sheet]}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={title} />}
        actions={<PrintButton label={t.print} />}
      />
      <Tabs
        label={t.tabs}
        items={sheetNames.map((each) => ({
          href: view.href(sheetPaths.sheet.to({ caseId: caseFile.id, sheet: each })),
          label: t.sheets[each],
          current: each === sheet,
        }))}
      />
      {choice && choice.items.length > 1 && <Tabs {...choice} />}
      {held.length > 0 && <p class="hint">{t.left}</p>}
      <Sheet
        number={t.numbers[sheet]}
        title={title}
        {...(variant ? { variant } : {})}
        foot={t.foot(shownDay(view.lang, today))}
      >
        {children}
      </Sheet>
    </StaffFrame>
  );
}
