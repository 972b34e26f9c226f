import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { Notice, StatusTag } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { benefitPaths } from '../../../paths.ts';
import type { BenefitProps } from '../../pages/benefit.tsx';
import { heldBy } from '../rules.ts';
import { words } from '../words.ts';

export interface TrailHop {
  readonly kind: 'given' | 'decided' | 'paid' | 'hand-on' | 'return';
  readonly yen: number;
  /** Null: has not happened yet. */
  readonly on: string | null;
  readonly way?: string | null;
  /** Of a hand-on whose receipt is still kept. */
  readonly handOnId?: string;
  readonly confirmed?: boolean;
  /** No scanner looked at the receipt. */
  readonly unscanned?: boolean;
}

/** Who gave → the fund → the group → the person: a row for each hop. */
export function Trail(props: BenefitProps) {
  const { view, hops, custody, rules } = props;
  const t = words[view.lang];
  const held = rules.payee === 'group' ? heldBy(custody) : 0;
  return (
    <Section title={t.trail} lead={t.trailLead}>
      {held > 0 && (
        <Notice view={view} tone="warn">
          <p>{t.held(yenFull(view.lang, held))}</p>
        </Notice>
      )}
      <DataTable
        view={view}
        caption={t.trail}
        captionHidden
        stacked
        columns={[
          { key: 'hop', label: t.hop, head: true },
          { key: 'on', label: t.day },
          { key: 'yen', label: t.yen, unit: t.unitYen, align: 'number' },
          { key: 'paper', label: t.paper },
        ]}
        rows={hops.map((hop) => ({
          hop: hopName(props, hop),
          on: hop.on ? dayName(view.lang, hop.on) : t.notYet,
          yen: hop.yen,
          paper: <Paper {...props} hop={hop} />,
        }))}
      />
    </Section>
  );
}

function hopName({ view, organisation, rules }: BenefitProps, { kind, way }: TrailHop): string {
  const t = words[view.lang];
  if (kind === 'given') return t.given;
  if (kind === 'decided') return t.decided;
  if (kind === 'paid') return rules.payee === 'group' ? t.paid(organisation) : t.paidPerson;
  if (kind === 'return') return t.returned;
  return t.handed(t.ways[(way ?? 'cash') as keyof typeof t.ways]);
}

function Paper({ view, hop }: BenefitProps & { hop: TrailHop }) {
  const t = words[view.lang];
  if (hop.kind !== 'hand-on') return null;
  return (
    <>
      {hop.handOnId && (
        <a href={view.href(benefitPaths.receipt.to({ handOnId: hop.handOnId }))}>{t.receipt}</a>
      )}{' '}
      <StatusTag tone={hop.confirmed ? 'good' : 'info'}>{hop.confirmed ? t.confirmed : t.waiting}</StatusTag>
      {hop.unscanned && <span class="hint"> {t.unscanned}</span>}
    </>
  );
}
