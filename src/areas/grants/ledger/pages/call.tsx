import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatFigure } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link, Pagination } from '#ui/wayfinding.tsx';
import { moneyPaths } from '../../paths.ts';
import type { MoveKind } from '../rules.ts';
import type { CallMoney, ListedMove } from '../store.ts';
import { words } from '../words.ts';

export const movesPageSize = 100;

interface CallMoneyProps {
  readonly view: View;
  readonly trail: readonly Link[];
  readonly name: Text;
  readonly money: CallMoney;
  readonly moves: readonly ListedMove[];
  readonly page: number;
  readonly total: number;
}

/** The money of one call: where every yen of the budget is now, and each move that brought it there. */
export function CallMoneyPage({ view, trail, name, money, moves, page, total }: CallMoneyProps) {
  const { lang } = view;
  const t = words[lang];
  const title = contentIn(lang, name);
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        kicker={fiscalYearName(lang, money.fiscalYear)}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
      />
      <Grid min="small">
        {(['budget', 'decided', 'paid', 'settled'] as const).map((of) => (
          <StatFigure view={view} label={t[of]} value={yenFull(lang, money[of])} />
        ))}
      </Grid>
      <Section title={t.path} lead={t.sentence}>
        <Places view={view} money={money} />
      </Section>
      <Section title={t.moves}>
        <Moves view={view} moves={moves} />
        <Pagination
          view={view}
          page={page}
          pageSize={movesPageSize}
          total={total}
          hrefOf={(to) => view.href(moneyPaths.call.to({ callId: money.callId }, { page: String(to) }))}
        />
      </Section>
    </StaffFrame>
  );
}

function Places({ view, money }: { view: View; money: CallMoney }) {
  const { lang } = view;
  const t = words[lang];
  const { budget, decided, paid, settled } = money;
  const places = [
    { label: t.settled, yen: settled },
    { label: t.toSettle, yen: paid - settled },
    { label: t.owed, yen: decided - paid },
    { label: t.free, yen: budget - decided },
  ];
  const share = (yen: number) => (budget === 0 ? '' : `${((yen * 100) / budget).toFixed(1)}%`);
  return (
    <DataTable
      view={view}
      caption={t.path}
      captionHidden
      columns={[
        { key: 'where', label: t.where, head: true },
        { key: 'yen', label: t.yen, align: 'number' },
        { key: 'share', label: t.share, align: 'number' },
      ]}
      rows={places.map(({ label, yen }) => ({ where: label, yen: yenFull(lang, yen), share: share(yen) }))}
      total={{ where: t.budget, yen: yenFull(lang, budget), share: share(budget) }}
    />
  );
}

function Moves({ view, moves }: { view: View; moves: readonly ListedMove[] }) {
  const { lang } = view;
  const t = words[lang];
  if (moves.length === 0) return <EmptyState title={t.noMoves} />;
  return (
    <DataTable
      view={view}
      caption={t.moves}
      captionHidden
      stacked
      columns={[
        { key: 'at', label: t.at, head: true },
        { key: 'kind', label: t.kind },
        { key: 'award', label: t.award },
        { key: 'yen', label: t.yen, align: 'number' },
      ]}
      rows={moves.map((move) => ({
        at: tokyoMinute(move.at),
        kind: t.kinds[move.kind as MoveKind],
        award: move.awardNumber ?? undefined,
        yen: yenFull(lang, move.yen),
      }))}
    />
  );
}
