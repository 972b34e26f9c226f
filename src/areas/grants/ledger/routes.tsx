import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { deskTabs, grantsTrail } from '../desk.ts';
import { listCallNames } from '../payments/store.ts';
import { moneyPaths } from '../paths.ts';
import { CallMoneyPage, movesPageSize } from './pages/call.tsx';
import { MoneyPage } from './pages/list.tsx';
import { findLastCheck, findMoney, listMoney, listMoves } from './store.ts';
import { words } from './words.ts';

const nameless = { ja: '', en: '' };

export const moneyRoutes = new Routes()
  .get(moneyPaths.list, can.readMoney, async (visit) => {
    const page = await inTransaction(visit.db, visit.who, async (tx) => {
      const calls = await listMoney(tx);
      const names = await listCallNames(
        tx,
        calls.map(({ callId }) => callId),
      );
      return (
        <MoneyPage
          view={visit.view}
          tabs={deskTabs(visit.view, visit.who, moneyPaths.list.to({}))}
          calls={calls}
          nameOf={(callId) => names.get(callId) ?? nameless}
          last={await findLastCheck(tx)}
        />
      );
    });
    return visit.page(page);
  })
  .get(moneyPaths.call, can.readMoney, callPage).list;

async function callPage(visit: Visit<{ callId: string }>): Promise<Response> {
  const { view, lang } = visit;
  const { callId } = visit.params;
  const shown = Math.max(1, Number(visit.query('page')) || 1);
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const money = await findMoney(tx, callId);
    const offset = (shown - 1) * movesPageSize;
    const names = await listCallNames(tx, [callId]);
    return (
      <CallMoneyPage
        view={view}
        trail={[...grantsTrail(view), { href: view.href(moneyPaths.list.to({})), label: words[lang].title }]}
        name={names.get(callId) ?? nameless}
        money={money}
        {...(await listMoves(tx, callId, { limit: movesPageSize, offset }))}
        page={shown}
      />
    );
  });
  return visit.page(page);
}
