import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import type { Result } from '#platform/result.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { applicationPaths } from '#areas/grants/paths.ts';
import { can } from '../access.ts';
import { workplacePaths } from '../paths.ts';
import { askCertification, giveBack, submitRequest, withdrawRequest } from './actions.ts';
import { beginMoney, nameCalls } from './money.ts';
import {
  confirmDecision,
  proposeDecision,
  proposeRevocation,
  returnRequest,
  saveInspection,
} from './office.ts';
import {
  addWorkplacePaper,
  largestPaper,
  openWorkplacePaper,
  type PaperRefusal,
  removeWorkplacePaper,
} from './papers.ts';
import { shown } from './posted.ts';
import { workplacePage } from './show.tsx';
import type { WorkplaceRefusal } from './rules.ts';
import { findPaper, findRequest } from './store.ts';
import { words } from './words.ts';

type RequestVisit = Visit<{ requestId: string }>;
type Done = Result<{ workplaceId: string }, WorkplaceRefusal | PaperRefusal>;
type Said =
  | 'submitted'
  | 'withdrawn'
  | 'returned'
  | 'saved'
  | 'proposed'
  | 'confirmed'
  | 'sentBack'
  | 'paperAdded';

const dayOrNone = () => z.union([z.literal(''), z.iso.date()]).default('');
const reasonForm = z.object({ reason: field.optionalText(2000) });

/** To the workplace's page: with what was done, or with what is wrong and what was typed. */
async function after(visit: RequestVisit, done: Done, said: Said, typed: Typed = {}): Promise<Response> {
  if (done.ok) return visit.go(workplacePaths.page.to(done.value), words[visit.lang][said]);
  return again(visit, shown(visit, done, typed));
}

async function again(visit: RequestVisit, state: FormState): Promise<Response> {
  const { requestId } = visit.params;
  const { workplaceId } = await inTransaction(visit.db, visit.who, (tx) => findRequest(tx, requestId));
  return workplacePage(visit, workplaceId, state);
}

export const workplaceMoveRoutes = new Routes()
  .post(workplacePaths.ask, can.editWorkplace, async (visit) => {
    const { workplaceId } = visit.params;
    const { vault } = visit.tools;
    const asked = await askCertification(visit.db, visit.who, { workplaceId, vault }, visit.now);
    if (!asked.ok) return workplacePage(visit, workplaceId, shown(visit, asked, {}));
    return visit.go(workplacePaths.page.to({ workplaceId }), words[visit.lang].asked);
  })
  .post(
    workplacePaths.papers,
    can.editWorkplace,
    async (visit) => {
      const form = await visit.form(z.object({ code: field.optionalText(40), file: field.upload() }));
      if (!form.ok) return again(visit, form.state);
      const { code, file } = form.values;
      const { vault, files, config } = visit.tools;
      const upload = {
        requestId: visit.params.requestId,
        code,
        name: file?.name ?? '',
        content: new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)),
        tray: { vault, files, scanner: config.CLAMAV_SOCKET },
      };
      const added = await addWorkplacePaper(visit.db, visit.who, upload, visit.now);
      return after(visit, added, 'paperAdded', form.typed);
    },
    { maxBody: largestPaper + 1_048_576 },
  )
  .get(workplacePaths.paper, can.readWorkplaces, async (visit) => {
    const { vault, files } = visit.tools;
    const paper = { ...visit.params, vault, files };
    const { mediaType, content } = await openWorkplacePaper(visit.db, visit.who, paper, visit.now);
    return visit.c.body(new Uint8Array(content), 200, {
      'content-type': mediaType,
      'content-disposition': 'inline',
      'cache-control': 'no-store',
    });
  })
  .post(workplacePaths.removePaper, can.editWorkplace, async (visit) => {
    const { requestId } = await inTransaction(visit.db, visit.who, (tx) =>
      findPaper(tx, visit.params.paperId),
    );
    const removed = await removeWorkplacePaper(visit.db, visit.who, visit.params, visit.now);
    if (!removed.ok) return again({ ...visit, params: { requestId } }, shown(visit, removed, {}));
    return visit.go(workplacePaths.page.to(removed.value), words[visit.lang].removed);
  })
  .post(workplacePaths.submit, can.editWorkplace, async (visit) => {
    const sent = { ...visit.params, publicUrl: visit.tools.publicUrl };
    return after(visit, await submitRequest(visit.db, visit.who, sent, visit.now), 'submitted');
  })
  .post(workplacePaths.withdraw, can.editWorkplace, async (visit) =>
    after(visit, await withdrawRequest(visit.db, visit.who, visit.params, visit.now), 'withdrawn'),
  )
  .post(workplacePaths.giveBack, can.editWorkplace, async (visit) => {
    const { workplaceId } = visit.params;
    const given = await giveBack(visit.db, visit.who, { workplaceId }, visit.now);
    if (!given.ok) return workplacePage(visit, workplaceId, shown(visit, given, {}));
    return visit.go(workplacePaths.page.to({ workplaceId }), words[visit.lang].givenBack);
  })
  .post(workplacePaths.return, can.certifyWorkplace, async (visit) => {
    const form = await visit.form(reasonForm);
    if (!form.ok) return again(visit, form.state);
    const input = { ...visit.params, ...form.values, publicUrl: visit.tools.publicUrl };
    return after(visit, await returnRequest(visit.db, visit.who, input, visit.now), 'returned', form.typed);
  })
  .post(workplacePaths.inspection, can.certifyWorkplace, async (visit) => {
    const form = await visit.form(
      z.object({ ticked: field.choices(), visitedOn: dayOrNone(), visitNote: field.optionalText(2000) }),
    );
    if (!form.ok) return again(visit, form.state);
    const input = { ...visit.params, ...form.values, visitedOn: form.values.visitedOn || null };
    return after(visit, await saveInspection(visit.db, visit.who, input, visit.now), 'saved', form.typed);
  })
  .post(workplacePaths.propose, can.certifyWorkplace, async (visit) => {
    const form = await visit.form(
      z.object({
        proposal: z.enum(['certify', 'refuse']),
        validUntil: dayOrNone(),
        reason: field.optionalText(2000),
      }),
    );
    if (!form.ok) return again(visit, form.state);
    const input = { ...visit.params, ...form.values, validUntil: form.values.validUntil || null };
    return after(visit, await proposeDecision(visit.db, visit.who, input, visit.now), 'proposed', form.typed);
  })
  .post(workplacePaths.revoke, can.certifyWorkplace, async (visit) => {
    const { workplaceId } = visit.params;
    const form = await visit.form(reasonForm);
    if (!form.ok) return workplacePage(visit, workplaceId, form.state);
    const input = { workplaceId, ...form.values, vault: visit.tools.vault };
    const proposed = await proposeRevocation(visit.db, visit.who, input, visit.now);
    if (!proposed.ok) return workplacePage(visit, workplaceId, shown(visit, proposed, form.typed));
    return visit.go(workplacePaths.page.to({ workplaceId }), words[visit.lang].proposed);
  })
  .post(workplacePaths.confirm, can.confirmWorkplace, async (visit) => {
    const form = await visit.form(z.object({ agree: field.checkbox() }));
    if (!form.ok) return again(visit, form.state);
    const { agree } = form.values;
    const input = { ...visit.params, agree, publicUrl: visit.tools.publicUrl };
    const confirmed = await confirmDecision(visit.db, visit.who, input, visit.now);
    return after(visit, confirmed, agree ? 'confirmed' : 'sentBack');
  })
  .post(workplacePaths.call, can.certifyWorkplace, async (visit) => {
    const form = await visit.form(z.object({ calls: field.choices() }));
    if (form.ok) await nameCalls(visit.db, visit.who, { callIds: form.values.calls }, visit.now);
    return visit.go(workplacePaths.home.to({}), words[visit.lang].callsNamed);
  })
  .post(workplacePaths.money, can.editWorkplace, async (visit) => {
    const { workplaceId } = visit.params;
    const form = await visit.form(z.object({ callId: z.uuid(), mail: field.email() }));
    if (!form.ok) return workplacePage(visit, workplaceId, form.state);
    const { vault, publicUrl } = visit.tools;
    const input = { workplaceId, ...form.values, lang: visit.lang, vault, publicUrl };
    const begun = await beginMoney(visit.db, visit.person, input, visit.now);
    if (!begun.ok) return workplacePage(visit, workplaceId, shown(visit, begun, form.typed));
    return visit.go(applicationPaths.overview.to(begun.value));
  }).list;
