import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag } from '#ui/content.tsx';
import { Grid } from '#ui/layout.tsx';
import type { ReturnKind } from '../../settlements/returns/rules.ts';
import type { ShownReturn } from '../../settlements/returns/shown.ts';
import { words } from '../words.ts';

interface ReturnsProps {
  readonly view: View;
  readonly returns: readonly ShownReturn[];
  /** What whoever looks may do about an open one. */
  readonly below?: (one: ShownReturn) => Child;
}

/** What goes back: how much it is today, and what came. */
export function Returns({ view, returns, below }: ReturnsProps) {
  return (
    <Grid min="large">
      {returns.map((one) => (
        <article class="card">
          <One view={view} one={one} />
          {one.row.state !== 'done' && below?.(one)}
        </article>
      ))}
    </Grid>
  );
}

function One({ view, one: { row, due, refunds } }: { view: View; one: ShownReturn }) {
  const t = words[view.lang];
  const money = (term: string, yen: number) => ({ term, value: yenFull(view.lang, yen) });
  const done = row.state === 'done';
  return (
    <>
      <h3>{t.returnKinds[row.kind as ReturnKind]}</h3>
      <p>
        <StatusTag tone={done ? 'good' : 'warn'}>{done ? t.returnDone : t.returnOpen}</StatusTag>{' '}
        {!done && t.returnDue(row.dueOn)}
      </p>
      <DefinitionList
        items={[
          money(t.ordered, row.yen),
          ...(done ? [] : [money(t.left, due.yen)]),
          ...(due.surchargeYen > 0 ? [money(t.surcharge, due.surchargeYen)] : []),
          ...(due.lateYen > 0 ? [money(t.late, due.lateYen)] : []),
          ...(done ? [] : [money(t.today, due.total)]),
          ...refunds.map(({ receivedOn, yen, surchargeYen, lateYen }) =>
            money(`${t.refunds}　${dayName(view.lang, receivedOn)}`, yen + surchargeYen + lateYen),
          ),
        ]}
      />
      {row.waivedAt && <p>{t.waived}</p>}
    </>
  );
}
