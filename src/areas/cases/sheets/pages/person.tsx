import type { Lang } from '#platform/i18n.ts';
import { type Box, SheetBoxes } from '#ui/sheet.tsx';
import { shownDay } from '../../answers/shown.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { listOf } from '../../forms/rules.ts';
import { ageOn } from '../../persons/rules.ts';
import { ticked } from '../boxes.tsx';
import type { Gathered } from '../gather.ts';
import { words } from '../words.ts';

/** Head of every form: number, days, who. */
export function CaseBoxes({
  lang,
  gathered,
  more = [],
}: {
  lang: Lang;
  gathered: Gathered;
  more?: readonly Box[];
}) {
  const t = words[lang];
  const { caseFile, worker } = gathered;
  const consented = caseFile.consentedOn;
  return (
    <SheetBoxes
      title={t.head}
      boxes={[
        { label: t.id, value: caseFile.number },
        { label: caseWords[lang].received, value: shownDay(lang, caseFile.receivedOn), thick: true },
        { label: t.worker, value: worker },
        { label: t.consented, value: consented ? t.yes(shownDay(lang, consented)) : t.no, thick: true },
        ...more,
      ]}
    />
  );
}

/** Name, birth and address are asked once and stand on every form. */
export function PersonBoxes({ lang, gathered, short }: { lang: Lang; gathered: Gathered; short?: boolean }) {
  const t = caseWords[lang];
  const { caseFile, person, set, classes } = gathered;
  const identity = classes.includes('identity') ? person?.identity : undefined;
  const place = classes.includes('place') && !caseFile.isProtected ? person?.place : undefined;
  const birth = identity?.birth
    ? `${shownDay(lang, identity.birth)}（${t.age(ageOn(identity.birth, caseFile.receivedOn))}）`
    : '';
  const named: readonly Box[] = [
    { label: t.kana, value: identity?.kana ?? '' },
    { label: t.name, value: identity?.name ?? '' },
    { label: t.sex, value: ticked(lang, listOf(set, 'sex'), [identity?.sex ?? '']), thick: true },
    { label: t.birth, value: birth, thick: true },
  ];
  const reached: readonly Box[] = [
    {
      label: t.address,
      value: [place?.postalCode && `〒${place.postalCode}`, place?.address].filter(Boolean).join('\n'),
      wide: true,
    },
    { label: t.phone, value: identity?.phone ?? '' },
    { label: t.email, value: identity?.email ?? '' },
  ];
  return <SheetBoxes title={words[lang].person} boxes={short ? named : [...named, ...reached]} />;
}
