import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { ActionForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { measureName } from '../../measures/pages/section.tsx';
import type { MeasureWithValues } from '../../measures/store.ts';
import { programPaths } from '../../paths.ts';
import type { Offer } from '../store.ts';
import { words } from '../words.ts';

export interface OffersProps {
  readonly view: View;
  readonly program: { readonly id: string };
  readonly measures: readonly MeasureWithValues[];
  /** Newest first. */
  readonly offers: readonly Offer[];
  readonly mayWrite: boolean;
}

/** What was counted beside what was typed, and the file that each figure was taken from. */
export function OffersSection(props: OffersProps) {
  const { view, measures, offers, mayWrite } = props;
  const t = words[view.lang];
  if (offers.length === 0) return null;
  const rows = measures.flatMap((measure) =>
    offers.filter(({ measureId }) => measureId === measure.id).map((offer) => ({ measure, offer })),
  );
  return (
    <Section title={t.title} id="offers" lead={t.lead}>
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        stacked
        columns={[
          { key: 'measure', label: t.measure, head: true },
          { key: 'standing', label: t.standing, align: 'number' },
          { key: 'offered', label: t.offered, align: 'number' },
          { key: 'evidence', label: t.evidence },
          ...(mayWrite ? [{ key: 'act', label: t.act } as const] : []),
        ]}
        rows={rows.map(({ measure, offer }) => ({
          measure: measureName(view, measure),
          standing: measure.values[offer.period],
          offered: offer.value,
          evidence: <Evidence {...props} measure={measure} offer={offer} />,
          act: offer.state === 'offered' && <Take {...props} measure={measure} offer={offer} />,
        }))}
      />
    </Section>
  );
}

type One = OffersProps & { readonly measure: MeasureWithValues; readonly offer: Offer };

function Evidence({ view, program, measure, offer }: One) {
  const t = words[view.lang];
  const href = view.href(programPaths.offerFile.to({ programId: program.id, offerId: offer.id }));
  const before = offer.replaced === null ? '' : t.replaced(formatNumber(view.lang, offer.replaced));
  const other = offer.state === 'taken' && measure.values[offer.period] !== offer.value;
  return (
    <>
      {contentIn(view.lang, { ja: offer.labelJa, en: offer.labelEn })}
      <br />
      {t.answers(offer.sources)}　<a href={href}>{t.file}</a>
      <br />
      <small>{offer.takenAt ? t.takenAt(offer.takenAt) + before : t.waiting}</small>
      {other && (
        <>
          <br />
          <small>{t.other}</small>
        </>
      )}
      {measure.counting === 'distinct' && offer.sources > 1 && (
        <>
          <br />
          <small>{t.distinct}</small>
        </>
      )}
    </>
  );
}

function Take({ view, program, measure, offer }: One) {
  const t = words[view.lang];
  const standing = measure.values[offer.period] ?? null;
  const [before, value] = [standing, offer.value].map((each) =>
    each === null ? '' : formatNumber(view.lang, each),
  ) as [string, string];
  return (
    <ActionForm
      action={view.href(programPaths.takeOffer.to({ programId: program.id, offerId: offer.id }))}
      fields={{ sha256: offer.sha256, standing: standing ?? '' }}
      small
    >
      {standing === null ? t.take(value) : t.takeOver(before, value)}
    </ActionForm>
  );
}
