import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, officesOf, worksAt } from '../access.ts';
import { listReviewCalls } from '../assessments/store.ts';
import { listCalls } from '../calls/store.ts';
import { packPaths } from '../paths.ts';
import {
  type ItemForm,
  makePack,
  proposePack,
  refillPack,
  returnPack,
  saveBoard,
  saveItems,
} from './actions.ts';
import { decidePack } from './decide.ts';
import { packCsv } from './file.ts';
import { PacksPage } from './pages/list.tsx';
import { PackPage, type PackProps } from './pages/pack.tsx';
import { PackSheet } from './pages/print.tsx';
import { readPack } from './read.ts';
import type { PackRefusal } from './rules.ts';
import { listHands, listPacks } from './store.ts';
import { refusals } from './refusals.ts';
import { words } from './words.ts';

const makeForm = z.object({ callId: z.uuid(), title: field.text(100) });
const revisionForm = z.object({ revision: field.whole() });
const boardForm = revisionForm.extend({
  members: field.optionalText(2000),
  minutes: field.optionalText(10_000),
  quorum: field.wholeOrNull({ max: 100 }),
  present: field.wholeOrNull({ max: 100 }),
  metOn: z.union([field.day(), z.literal('')]).default(''),
});
const decideForm = revisionForm.extend({
  decidedOn: field.day(),
  decisionReason: field.text(2000),
  deferred: field.choices(),
});
const returnForm = revisionForm.extend({ returnReason: field.optionalText(2000) });

type PackVisit = Visit<{ packId: string }>;
type Answer = { ok: true } | ({ ok: false } & RefusedWith<PackRefusal>);

export const packRoutes = new Routes()
  .get(packPaths.list, can.readApplications, (visit) => listPage(visit, emptyForm))
  .post(packPaths.list, can.checkApplication, async (visit) => {
    const form = await visit.form(makeForm);
    if (!form.ok) return listPage(visit, form.state);
    const { vault } = visit.tools;
    const made = await makePack(visit.db, visit.who, { vault, ...form.values }, visit.now);
    if (made.ok) return visit.go(packPaths.pack.to({ packId: made.value.packId }), words[visit.lang].made);
    return listPage(visit, refused(visit, made, form.typed));
  })
  .get(packPaths.pack, can.readApplications, (visit) => packPage(visit, emptyForm))
  .post(
    packPaths.items,
    can.checkApplication,
    async (visit) => {
      const form = await visit.form(flatForm);
      if (!form.ok) return packPage(visit, form.state, 'items');
      const items = itemsOf(form.typed);
      const input = { ...visit.params, vault: visit.tools.vault, items, revision: revisionOf(form.typed) };
      const saved = await saveItems(visit.db, visit.who, input, visit.now);
      return back(visit, saved, { tried: 'items', typed: form.typed, notice: words[visit.lang].saved });
    },
    { maxBody: 4_194_304 },
  )
  .post(packPaths.board, can.checkApplication, async (visit) => {
    const form = await visit.form(boardForm);
    if (!form.ok) return packPage(visit, form.state, 'board');
    const { members, quorum, present, metOn, ...given } = form.values;
    const board = {
      members: members
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean),
      quorum: quorum ?? 0,
      present: present ?? 0,
      metOn: metOn || null,
    };
    const input = { ...visit.params, vault: visit.tools.vault, ...given, ...board };
    const saved = await saveBoard(visit.db, visit.who, input, visit.now);
    return back(visit, saved, { tried: 'board', typed: form.typed, notice: words[visit.lang].saved });
  })
  .post(packPaths.refill, can.checkApplication, async (visit) => {
    const { revision, typed } = await revisionIn(visit);
    const filled = await refillPack(visit.db, visit.who, { ...visit.params, revision }, visit.now);
    const notice = filled.ok ? words[visit.lang].refilled(filled.value.added) : '';
    return back(visit, filled, { tried: undefined, typed, notice });
  })
  .post(packPaths.propose, can.checkApplication, async (visit) => {
    const { revision, typed } = await revisionIn(visit);
    const proposed = await proposePack(visit.db, visit.who, { ...visit.params, revision }, visit.now);
    return back(visit, proposed, { tried: 'propose', typed, notice: words[visit.lang].proposed });
  })
  .post(packPaths.return, can.decide, async (visit) => {
    const form = await visit.form(returnForm);
    if (!form.ok) return packPage(visit, form.state, 'return');
    const { revision, returnReason: reason } = form.values;
    const input = { ...visit.params, vault: visit.tools.vault, revision, reason };
    const returned = await returnPack(visit.db, visit.who, input, visit.now);
    return back(visit, returned, { tried: 'return', typed: form.typed, notice: words[visit.lang].returned });
  })
  .post(packPaths.decide, can.decide, async (visit) => {
    const form = await visit.form(decideForm);
    if (!form.ok) return packPage(visit, form.state, 'decide');
    const { decisionReason: reason, ...given } = form.values;
    const input = { ...visit.params, ...given, reason, vault: visit.tools.vault };
    const decided = await decidePack(visit.db, visit.who, input, visit.now);
    const done = decided.ok ? decided.value : undefined;
    const notice = done ? words[visit.lang].decided(done.awards, done.refusals, done.deferred) : '';
    return back(visit, decided, { tried: 'decide', typed: form.typed, notice });
  })
  .get(packPaths.print, can.readApplications, async (visit) => {
    const shown = await inTransaction(visit.db, visit.who, (tx) =>
      readPack(tx, visit.tools.vault, visit.params.packId),
    );
    return visit.page(<PackSheet view={visit.view} shown={shown} today={tokyoDay(visit.now)} />);
  })
  .get(packPaths.csv, can.readApplications, async (visit) => {
    const { items } = await inTransaction(visit.db, visit.who, (tx) =>
      readPack(tx, visit.tools.vault, visit.params.packId),
    );
    return new Response(packCsv(visit.lang, items), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="pack.csv"',
        'cache-control': 'no-store',
      },
    });
  }).list;

function refused(
  { lang }: Pick<Visit, 'lang'>,
  answer: Exclude<Answer, { ok: true }>,
  typed: Typed,
): FormState {
  const fields = {
    'title-missing': 'title',
    'quorum-form': 'quorum',
    'day-ahead': 'decidedOn',
    'met-later': 'decidedOn',
    'reason-missing': 'returnReason',
  };
  // Who came second sees what stands now.
  const again = answer.refusal === 'changed-meanwhile' ? {} : typed;
  return refusedForm({ words: refusals, lang, refused: answer, typed: again, fields });
}

function back(
  visit: PackVisit,
  answer: Answer,
  { tried, typed, notice }: { tried: PackProps['tried']; typed: Typed; notice: string },
): Promise<Response> | Response {
  if (answer.ok) return visit.go(packPaths.pack.to(visit.params), notice);
  return packPage(visit, refused(visit, answer, typed), tried);
}

async function revisionIn(visit: PackVisit): Promise<{ revision: number; typed: Typed }> {
  const form = await visit.form(revisionForm);
  return form.ok ? { revision: form.values.revision, typed: {} } : { revision: -1, typed: {} };
}

const revisionOf = (typed: Typed) => Number(textOf(typed, 'revision')) || -1;

/** Full-width digits, commas and the yen sign are understood; what is no amount is one that cannot be awarded. */
function itemsOf(typed: Typed): readonly ItemForm[] {
  const amount = field.wholeOrNull({ max: 99_999_999_999 });
  return Object.keys(typed).flatMap((name) => {
    const [, applicationId] = /^proposal\.(.+)$/.exec(name) ?? [];
    if (!applicationId) return [];
    const said = textOf(typed, name);
    const proposal = said === 'refuse' || said === 'remove' ? said : 'award';
    const yen = amount.safeParse(textOf(typed, `yen.${applicationId}`)).data ?? 0;
    const reason = textOf(typed, `reason.${applicationId}`).slice(0, 2000);
    return [{ applicationId, proposal, yen, reason }];
  });
}

async function listPage(visit: Visit, state: FormState): Promise<Response> {
  const { who, lang } = visit;
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    packs: await listPacks(tx, officesOf(who)),
    calls: await listReviewCalls(tx, officesOf(who)),
    named: await listCalls(tx),
  }));
  const nameOfCall = (id: string) => {
    const terms = shown.named.find((call) => call.id === id)?.terms;
    return terms ? terms.name[lang] || terms.name.ja : '';
  };
  const page = (
    <PacksPage
      view={visit.view}
      state={state}
      packs={shown.packs}
      nameOfCall={nameOfCall}
      calls={shown.calls.map(({ id }) => ({ value: id, label: nameOfCall(id) }))}
      mayPrepare={can.checkApplication.allows(who)}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function packPage(visit: PackVisit, state: FormState, tried?: PackProps['tried']): Promise<Response> {
  const { who, now } = visit;
  const { personId } = visit.person;
  const { shown, hands } = await inTransaction(visit.db, who, async (tx) => {
    const read = await readPack(tx, visit.tools.vault, visit.params.packId);
    const ids = read.items.map(({ applicationId }) => applicationId);
    const prepared = read.items.map(({ preparedBy }) => preparedBy);
    const { createdBy, proposedBy } = read.pack;
    return { shown: read, hands: [...(await listHands(tx, ids)), ...prepared, createdBy, proposedBy] };
  });
  const { pack } = shown;
  const here = worksAt(who, pack.bureauId);
  const approver = here && can.decide.allows(who);
  const page = (
    <PackPage
      view={visit.view}
      state={state}
      tried={tried}
      shown={shown}
      mayWrite={
        here && can.checkApplication.allows(who) && (pack.state === 'draft' || pack.state === 'returned')
      }
      mayDecide={approver && pack.state === 'proposed' && !hands.includes(personId)}
      ownWork={approver && hands.includes(personId)}
      today={tokyoDay(now)}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
