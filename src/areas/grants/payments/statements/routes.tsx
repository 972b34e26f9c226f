import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { grantsTrail } from '../../desk.ts';
import { paymentPaths, statementPaths } from '../../paths.ts';
import { words as paymentWords } from '../words.ts';
import { matchLine, readBankFile, setLineAside } from './actions.ts';
import { type ShownLine, StatementsPage } from './pages/statements.tsx';
import { readOpenLines, type ReadLineOfBank } from './read.ts';
import { refusals, words } from './words.ts';

const fileForm = z.object({ file: field.upload() });
const matchForm = z.union([z.object({ transferId: z.uuid() }), z.object({ paymentId: z.uuid() })]);
/** 10 MB: a year of lines. */
const mostBytes = 10_485_760;

type LineVisit = Visit<{ lineId: string }>;

export const statementRoutes = new Routes()
  .get(statementPaths.list, can.matchPayments, (visit) => statementsPage(visit, emptyForm))
  .post(statementPaths.list, can.matchPayments, read, { maxBody: mostBytes })
  .post(statementPaths.match, can.matchPayments, match)
  .post(statementPaths.aside, can.matchPayments, async (visit) => {
    await setLineAside(visit.db, visit.person, visit.params, visit.now);
    return visit.go(statementPaths.list.to({}), words[visit.lang].asideDone);
  })
  .post(statementPaths.matchAll, can.matchPayments, matchAll).list;

type Refused = RefusedBy<typeof refusals>;

function refusedPage(visit: Visit, refused: Refused, name = ''): Promise<Response> {
  const message = refusedForm({ words: refusals, lang: visit.lang, refused, typed: {} }).problems;
  return statementsPage(visit, { values: {}, problems: message.map((each) => ({ ...each, field: name })) });
}

async function read(visit: Visit): Promise<Response> {
  const form = await visit.form(fileForm);
  if (!form.ok) return statementsPage(visit, form.state);
  const { file } = form.values;
  if (!file) return refusedPage(visit, { refusal: 'file-missing' }, 'file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = await readBankFile(visit.db, visit.person, { vault: visit.tools.vault, bytes }, visit.now);
  if (!taken.ok) return refusedPage(visit, taken, 'file');
  const { kind, ...counts } = taken.value;
  const t = words[visit.lang];
  const say = kind === 'returns' ? t.readReturns : t.readStatement;
  return visit.go(statementPaths.list.to({}), say(counts.taken, counts.left));
}

async function match(visit: LineVisit): Promise<Response> {
  const form = await visit.form(matchForm);
  if (!form.ok) return statementsPage(visit, form.state);
  const matched = await matchLine(visit.db, visit.person, { ...visit.params, ...form.values }, visit.now);
  if (!matched.ok) return refusedPage(visit, matched);
  return visit.go(statementPaths.list.to({}), words[visit.lang].matched);
}

/** Every line of which only one thing fits; one that is refused stays open. */
async function matchAll(visit: Visit): Promise<Response> {
  const lines = await inTransaction(visit.db, visit.who, (tx) => readOpenLines(tx, visit.tools.vault));
  let matched = 0;
  for (const { line, transfers, payments } of lines.filter(({ sure }) => sure)) {
    const [transfer] = transfers;
    const [payment] = payments;
    const to = transfer ? { transferId: transfer.id } : { paymentId: payment?.id ?? '' };
    const done = await matchLine(visit.db, visit.person, { lineId: line.id, ...to }, visit.now);
    if (done.ok) matched += 1;
  }
  return visit.go(statementPaths.list.to({}), words[visit.lang].matchedAll(matched));
}

async function statementsPage(visit: Visit, state: FormState): Promise<Response> {
  const { view, lang } = visit;
  const page = await inTransaction(visit.db, visit.who, async (tx: Tx) => (
    <StatementsPage
      view={view}
      state={state}
      trail={[
        ...grantsTrail(view),
        { href: view.href(paymentPaths.list.to({})), label: paymentWords[lang].title },
      ]}
      lines={(await readOpenLines(tx, visit.tools.vault)).map((each) => shown(visit, each))}
    />
  ));
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function shown({ lang }: Visit, { line, text, transfers, payments, sure }: ReadLineOfBank): ShownLine {
  const t = words[lang];
  const person = paymentWords[lang].person;
  return {
    id: line.id,
    day: line.day,
    yen: line.yen,
    text,
    sure,
    choices: [
      ...transfers.map(({ id, number }) => ({ fields: { transferId: id }, label: t.transfer(number) })),
      ...payments.map(({ id, awardNumber, payee }) => ({
        fields: { paymentId: id },
        label: t.payment(awardNumber, payee ?? person),
      })),
    ],
  };
}
