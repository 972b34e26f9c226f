import { SheetBoxes } from '#ui/sheet.tsx';
import type { Answers } from '../../answers/rules.ts';
import { shownDay } from '../../answers/shown.ts';
import type { FormCode } from '../../forms/form.ts';
import { listOf } from '../../forms/rules.ts';
import { boxesOf, ticked } from '../boxes.tsx';
import { words } from '../words.ts';
import { SheetFrame, type SheetProps } from './frame.tsx';
import { CaseBoxes, PersonBoxes } from './person.tsx';

/** 様式2: intake with the screening, then the assessment. */
export function AssessmentSheet(props: SheetProps & { answers: ReadonlyMap<FormCode, Answers> }) {
  const { view, gathered, answers } = props;
  const { lang } = view;
  const t = words[lang];
  const { set, classes, caseFile } = gathered;
  const day = (on: string | null) => (on ? shownDay(lang, on) : '');
  const screening = {
    title: t.screening,
    boxes: [
      {
        label: t.screening,
        value: ticked(lang, listOf(set, 'screening'), [caseFile.screening ?? '']),
        wide: true,
        thick: true,
      },
      { label: t.screenedOn, value: day(caseFile.screenedOn), thick: true },
    ],
  };
  return (
    <SheetFrame {...props} sheet="assessment">
      <CaseBoxes
        lang={lang}
        gathered={gathered}
        more={[{ label: t.assessedOn, value: day(caseFile.assessedOn), thick: true }]}
      />
      <PersonBoxes lang={lang} gathered={gathered} short />
      {set.forms
        .filter(({ number }) => number === '2')
        .map((form) => (
          <>
            {form.parts.map((part) => (
              <SheetBoxes
                title={part.name[lang]}
                boxes={boxesOf(lang, { set, part, answers: answers.get(form.code) ?? {}, classes })}
              />
            ))}
            {form.code === 'intake' && <SheetBoxes {...screening} />}
          </>
        ))}
    </SheetFrame>
  );
}
