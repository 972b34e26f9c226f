import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listDesks } from '#areas/consultations/index.ts';
import { can } from '../../access.ts';
import { nameIn } from '../../members/shown.ts';
import { watchStaffPaths } from '../../paths.ts';
import { mustKeep } from '../actions.ts';
import { findNetwork, listMemberNames } from '../store.ts';
import { isAtDesk, joinNotice, lookAtNotice } from './actions.ts';
import { type ListedNotice, NoticesPage, NoticeStaffPage } from './pages/staff.tsx';
import { likelySame, type NoticeRefusal } from './rules.ts';
import { listNotices, pageSize, type WatchNotice } from './store.ts';
import { refusals, words } from './words.ts';

type NetworkVisit = Visit<{ organisationId: string }>;
type NoticeVisit = Visit<{ organisationId: string; noticeId: string }>;

/** Among so many of the latest it is looked for what may be the same. */
const recent = 200;

export const watchNoticeRoutes = new Routes()
  .get(watchStaffPaths.notices, can.keepWatch, noticesPage)
  .get(watchStaffPaths.notice, can.keepWatch, (visit) => noticePage(visit, emptyForm))
  .post(watchStaffPaths.join, can.keepWatch, async (visit) => {
    const form = await visit.form(z.object({ into: z.uuid() }));
    if (!form.ok) return noticePage(visit, form.state);
    const { vault } = visit.tools;
    const joined = await joinNotice(
      visit.db,
      visit.person,
      { vault, ...visit.params, ...form.values },
      visit.now,
    );
    if (joined.ok)
      return visit.go(
        watchStaffPaths.notice.to({ ...visit.params, noticeId: form.values.into }),
        words[visit.lang].joined,
      );
    const said = { words: refusals, lang: visit.lang, refused: joined, typed: form.typed };
    return noticePage(visit, refusedForm<NoticeRefusal>({ ...said, fields: {} }));
  }).list;

function listed(
  { lang }: Visit,
  notices: readonly WatchNotice[],
  names: ReadonlyMap<string, string>,
): readonly ListedNotice[] {
  return notices.map((notice) => ({ notice, from: names.get(notice.memberId ?? '') ?? words[lang].public }));
}

async function noticesPage(visit: NetworkVisit): Promise<Response> {
  const { db, who, view, query, params } = visit;
  const { organisationId } = params;
  mustKeep(who, organisationId);
  const [at, id] = [new Date(query('at')), query('after')];
  const isPlace = !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success;
  const { network, notices, names } = await inTransaction(db, who, async (tx) => ({
    network: await findNetwork(tx, organisationId),
    notices: await listNotices(tx, { organisationId, after: isPlace ? { at, id } : undefined }),
    names: await listMemberNames(tx, organisationId),
  }));
  const shown = notices.slice(0, pageSize);
  const last = notices.length > pageSize ? shown.at(-1) : undefined;
  const next =
    last && watchStaffPaths.notices.to({ organisationId }, { at: last.at.toISOString(), after: last.id });
  const list = listed(visit, shown, names);
  return visit.page(<NoticesPage view={view} network={network} notices={list} next={next} />);
}

async function noticePage(visit: NoticeVisit, state: FormState): Promise<Response> {
  const { db, who, view, lang, tools, now, params } = visit;
  const { organisationId } = params;
  const { notice, told } = await lookAtNotice(db, who, { ...params, vault: tools.vault }, now);
  const page = await inTransaction(db, who, async (tx) => {
    const names = await listMemberNames(tx, organisationId);
    const others = await listNotices(tx, { organisationId, limit: recent });
    const desk = (await listDesks(tx)).find(({ id }) => id === notice.deskId);
    const [shown] = listed(visit, [notice], names);
    if (!shown) throw new NotFound('notice');
    return {
      network: await findNetwork(tx, organisationId),
      from: shown.from,
      desk: desk ? nameIn(lang, desk) : '',
      same: listed(visit, likelySame(notice, others), names),
    };
  });
  const atDesk = await isAtDesk(db, notice);
  return visit.page(
    <NoticeStaffPage view={view} state={state} notice={notice} told={told} atDesk={atDesk} {...page} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
