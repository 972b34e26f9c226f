import { SheetBoxes } from '#ui/sheet.tsx';
import { shownDay } from '../../answers/shown.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { listOf } from '../../forms/rules.ts';
import { ticked } from '../boxes.tsx';
import { words } from '../words.ts';
import { SheetFrame } from './frame.tsx';
import { CaseBoxes, PersonBoxes } from './person.tsx';
import { type PlanSheetProps, roundsOf } from './plan.tsx';

/** 様式6: what the plan came to. */
export function ReviewSheet(props: PlanSheetProps) {
  const { view, gathered, plans } = props;
  const { lang } = view;
  const t = words[lang];
  const { set } = gathered;
  const { review, open } = plans;
  const day = (on: string | null | undefined) => (on ? shownDay(lang, on) : '');
  const reason = caseWords[lang].reasons[review?.reason as keyof (typeof caseWords)['ja']['reasons']] ?? '';
  const text = (label: string, value: string | undefined) => ({
    label,
    value: value ?? '',
    wide: true,
    tall: true,
  });
  return (
    <SheetFrame {...props} sheet="review" choice={roundsOf(props, 'review')}>
      <CaseBoxes
        lang={lang}
        gathered={gathered}
        more={[
          { label: t.heldOn, value: day(review?.heldOn), thick: true },
          { label: t.writer, value: review?.writer ?? '' },
        ]}
      />
      <PersonBoxes lang={lang} gathered={gathered} short />
      <SheetBoxes
        title={t.review}
        boxes={[
          { label: t.ofPlan, value: open ? t.round(open.plan.round) : '', thick: true },
          { label: t.goal, value: open?.texts.goal ?? '' },
          text(t.reached, review?.reached),
          {
            label: t.changes,
            value: ticked(lang, listOf(set, 'change'), review?.changes ?? []),
            wide: true,
            thick: true,
          },
          text(t.rest, review?.left),
          text(t.personSays, review?.personSays),
          {
            label: t.outcome,
            value: ticked(lang, listOf(set, 'outcome'), [review?.outcome ?? '']),
            wide: true,
            thick: true,
          },
          { label: t.reason, value: reason, wide: true, thick: true },
          { label: t.reviewMet, value: day(review?.metOn), thick: true },
          { label: t.confirmedOn, value: day(review?.confirmedOn), thick: true },
        ]}
      />
    </SheetFrame>
  );
}
