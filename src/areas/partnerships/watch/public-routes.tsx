import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { inTransaction, reading } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { watchPaths } from '../paths.ts';
import { watching } from './actions.ts';
import { type NewNotice, readReceipt, sendNotice } from './notices/actions.ts';
import { NoticePage, ReceiptPage } from './notices/pages/public.tsx';
import type { NoticeRefusal } from './notices/rules.ts';
import { refusals, words } from './notices/words.ts';
import { NetworkPage, NetworksPage } from './pages/public.tsx';
import { WarningSection } from './warnings/pages/public.tsx';
import { listWarnings } from './warnings/store.ts';
import { LawyerSection } from './lawyer-days/pages/public.tsx';
import { readShownDays } from './lawyer-days/read.ts';
import { findMemberByToken, findNetwork, findNetworkByCode, listNetworks } from './store.ts';

const noticeForm = z.object({
  id: z.uuid(),
  signs: field.choices(),
  place: field.text(120),
  words: field.optionalText(1000),
  urgent: field.checkbox(),
  noticed: field.optionalText(200),
  name: field.optionalText(60),
  reach: field.optionalText(120),
  nickname: z.string().default(''),
});
/** Notices of one client within ten minutes. */
const limit = new RateLimit(8, { minutes: 10 });

type CodeVisit = Visit<{ code: string }>;
type TokenVisit = Visit<{ token: string }>;

export const watchPublicRoutes = new Routes()
  .publicPage(watchPaths.list, async (visit) => {
    const networks = await reading(visit.db, visit.who, listNetworks);
    return visit.page(<NetworksPage view={visit.view} networks={networks} />);
  })
  .publicPage(watchPaths.network, async (visit) => {
    const { view, lang, now, params } = visit;
    // How many slots are free is counted by the product: bookings are seen by keepers alone.
    const shown = await inTransaction(visit.db, watching, async (tx) => {
      const network = await findNetworkByCode(tx, params.code);
      const { organisationId } = network;
      const from = tokyoDay(now);
      visit.changesAt(endOfTokyoDay(from));
      return {
        network,
        warnings: await listWarnings(tx, { organisationId, state: 'sent', limit: 10 }),
        days: await readShownDays(tx, { lang, from, organisationId }),
      };
    });
    const hrefOf = (warningId: string) => watchPaths.warning.to({ ...params, warningId });
    return visit.page(
      <NetworkPage view={view} network={shown.network}>
        <WarningSection view={view} warnings={shown.warnings} hrefOf={hrefOf} />
        <LawyerSection view={view} days={shown.days} />
      </NetworkPage>,
    );
  })
  .anonymousPage(watchPaths.notice, (visit) => noticePage(visit, emptyForm))
  .anonymousPost(watchPaths.notice, async (visit) => {
    const from = { code: visit.params.code };
    const sent = await send(visit, from);
    return 'state' in sent ? noticePage(visit, sent.state, sent.status) : receipt(visit, sent.token);
  })
  .anonymousPage(watchPaths.member, (visit) => memberPage(visit, emptyForm))
  .anonymousPost(
    watchPaths.member,
    async (visit) => {
      const from = { token: visit.params.token };
      const sent = await send(visit, from);
      return 'state' in sent ? memberPage(visit, sent.state, sent.status) : receipt(visit, sent.token);
    },
    { secretUrl: true },
  )
  .anonymousPage(watchPaths.receipt, async (visit) => {
    const { network, at, looked } = await readReceipt(visit.db, visit.params.token);
    const again = watchPaths.network.to({ code: network.code });
    return visit.page(<ReceiptPage view={visit.view} at={at} looked={looked} again={again} />);
  }).list;

const receipt = (visit: Visit, token: string) =>
  visit.go(token ? watchPaths.receipt.to({ token }) : watchPaths.list.to({}));

/** What went wrong and what was typed, or the receipt of what was sent. */
async function send(
  visit: Visit,
  from: NewNotice['from'],
): Promise<{ token: string } | { state: FormState; status: 422 | 429 }> {
  const { db, lang, tools, now, c } = visit;
  const form = await visit.form(noticeForm);
  if (!form.ok) return { state: form.state, status: 422 };
  const { nickname, ...notice } = form.values;
  if (nickname) return { token: '' };
  if (!limit.allows(clientOf(c, tools.config.TRUSTED_PROXIES), now)) {
    const problems = [{ field: '', message: words[lang].tooMany }];
    return { state: { values: form.typed, problems }, status: 429 };
  }
  const sent = await sendNotice(db, tools, { ...notice, from }, now);
  if (sent.ok) return sent.value;
  const said = { words: refusals, lang, refused: sent, typed: form.typed };
  const fields = { 'nothing-noticed': 'signs', 'other-needs-words': 'words' } as const;
  return { state: refusedForm<NoticeRefusal>({ ...said, fields }), status: 422 };
}

async function noticePage(
  visit: CodeVisit,
  state: FormState,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { code } = visit.params;
  const network = await reading(visit.db, visit.who, (tx) => findNetworkByCode(tx, code));
  if (!network.open) return visit.go(watchPaths.network.to({ code }));
  const action = watchPaths.notice.to({ code });
  return visit.page(
    <NoticePage view={visit.view} state={state} network={network} action={action} id={randomUUID()} />,
    status,
  );
}

async function memberPage(
  visit: TokenVisit,
  state: FormState,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const page = await inTransaction(visit.db, watching, async (tx) => {
    const { name, organisationId } = await findMemberByToken(tx, visit.params.token);
    const network = await findNetwork(tx, organisationId);
    const action = watchPaths.member.to(visit.params);
    const warnings = await listWarnings(tx, { organisationId, state: 'sent', limit: 10 });
    const hrefOf = (warningId: string) => watchPaths.memberWarning.to({ ...visit.params, warningId });
    return (
      <NoticePage
        view={visit.view}
        state={state}
        network={network}
        member={name}
        action={action}
        id={randomUUID()}
      >
        <WarningSection view={visit.view} warnings={warnings} hrefOf={hrefOf} />
      </NoticePage>
    );
  });
  return visit.page(page, status);
}
