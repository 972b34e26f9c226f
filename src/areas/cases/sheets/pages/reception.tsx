import { contentIn } from '#platform/i18n.ts';
import { SheetBoxes, SignatureLine, Ticks } from '#ui/sheet.tsx';
import type { Answers } from '../../answers/rules.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { formOf, listOf } from '../../forms/rules.ts';
import { sheetPaths } from '../../paths.ts';
import { boxesOf, ticked } from '../boxes.tsx';
import { words } from '../words.ts';
import { SheetFrame, type SheetProps } from './frame.tsx';
import { CaseBoxes, PersonBoxes } from './person.tsx';

/** 様式1: what the person says, with or without their consent. */
export function ReceptionSheet(props: SheetProps & { answers: Answers; withConsent: boolean }) {
  const { view, gathered, answers, withConsent } = props;
  const { lang } = view;
  const t = words[lang];
  const { set, classes, caseFile } = gathered;
  const parts = new Map(formOf(set, 'reception')?.parts.map((part) => [part.code, part]));
  const block = (code: string) => {
    const part = parts.get(code);
    return (
      part && <SheetBoxes title={part.name[lang]} boxes={boxesOf(lang, { set, part, answers, classes })} />
    );
  };
  const own = [...parts.keys()].filter((code) => !['visitor', 'request', 'application'].includes(code));
  const items = (['with', 'without'] as const).map((consent) => ({
    href: view.href(sheetPaths.sheet.to({ caseId: caseFile.id, sheet: 'reception' }, { consent })),
    label: t.consent[consent],
    current: (consent === 'with') === withConsent,
  }));
  return (
    <SheetFrame
      {...props}
      sheet="reception"
      variant={withConsent ? t.consent.with : t.consent.without}
      choice={{ label: t.consentTabs, items }}
    >
      <CaseBoxes lang={lang} gathered={gathered} />
      <PersonBoxes lang={lang} gathered={gathered} />
      {block('visitor')}
      <Worries {...props} />
      {block('request')}
      {withConsent ? (
        <div class="declaration">
          <p>{t.addressed(contentIn(lang, gathered.organisation))}</p>
          <p>{t.applies}</p>
          <SignatureLine label={t.sign} day={t.dayLine} />
        </div>
      ) : (
        <div class="declaration">
          <p>{t.withoutConsent}</p>
        </div>
      )}
      {withConsent && block('application')}
      {own.map(block)}
    </SheetFrame>
  );
}

/** ○ for each worry, ◎ for the one that matters most. */
function Worries({ view, gathered }: SheetProps) {
  const { lang } = view;
  const t = words[lang];
  const { set, caseFile } = gathered;
  const mark = (code: string) =>
    code === caseFile.mainWorry ? '◎' : caseFile.worries.includes(code) ? '○' : '・';
  const options = listOf(set, 'worry').options.filter(
    ({ code, retired }) => !retired || caseFile.worries.includes(code),
  );
  const ticks = options.map(({ code, name }) => ({ label: name[lang], mark: mark(code) }));
  return (
    <SheetBoxes
      title={`${t.worries}　${t.worriesHint}`}
      boxes={[
        { label: caseWords[lang].worries, value: <Ticks ticks={ticks} />, wide: true, thick: true },
        {
          label: caseWords[lang].route,
          value: ticked(lang, listOf(set, 'route'), [caseFile.route ?? '']),
          wide: true,
          thick: true,
        },
      ]}
    />
  );
}
