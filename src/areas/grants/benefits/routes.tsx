import { z } from 'zod';
import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { askersOf, can, grantOfficer, grantPartner, officesOf } from '../access.ts';
import { findCall, findPublishedTerms } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { benefitPaths } from '../paths.ts';
import {
  type BenefitStepRefusal,
  cancelBenefit,
  checkBenefits,
  refuseBenefit,
  returnBenefit,
  rulesOf,
  withdrawBenefit,
} from './actions.ts';
import { askAgain, askForPerson } from './ask.ts';
import { askForm, itemField, typedOf } from './form.ts';
import { benefitPage, withStages } from './gather.tsx';
import { LetterPage } from '../letters/pages/letter.tsx';
import { readBenefitLetter } from './letters.ts';
import { AskPage } from './pages/ask.tsx';
import { ListPage, pageSize } from './pages/list.tsx';
import { payeeKeeper } from './payees/actions.ts';
import { listKnownGroups } from './payees/store.ts';
import { refusals } from './refusals.ts';
import { type BenefitState, numberOf, states } from './rules.ts';
import { type Benefit, countBenefits, findBenefit, listBenefits, listPersonCalls } from './store.ts';
import { openTold } from './told.ts';
import type { BenefitRefusal } from './weigh.ts';
import { words } from './words.ts';

type StepName = 'check' | 'return' | 'withdraw' | 'refuse' | 'cancel';
type StepVisit = Visit<{ benefitId: string; step: string }>;

export const benefitRoutes = new Routes()
  .get(benefitPaths.list, can.readBenefits, listPage)
  .get(benefitPaths.new, can.askForPerson, (visit) => newPage(visit, emptyForm))
  .post(benefitPaths.new, can.askForPerson, ask)
  .get(benefitPaths.benefit, can.readBenefits, (visit) =>
    benefitPage(visit, { benefitId: visit.params.benefitId, state: emptyForm, tried: '' }),
  )
  .get(benefitPaths.letter, can.readBenefits, letterPage)
  .get(benefitPaths.edit, can.askForPerson, (visit) => editPage(visit, emptyForm))
  .post(benefitPaths.edit, can.askForPerson, again)
  .post(benefitPaths.step, can.readBenefits, takeStep).list;

async function letterPage(visit: Visit<{ benefitId: string; documentId: string }>): Promise<Response> {
  const { db, who, view, tools, params } = visit;
  const { benefit, ...shown } = await readBenefitLetter(db, who, { vault: tools.vault, ...params });
  const from = {
    href: view.href(benefitPaths.benefit.to({ benefitId: params.benefitId })),
    label: numberOf(benefit),
  };
  return visit.page(<LetterPage view={view} from={from} {...shown} />);
}

const acts = {
  check: checkBenefits,
  return: returnBenefit,
  withdraw: withdrawBenefit,
  refuse: refuseBenefit,
  cancel: cancelBenefit,
} as const satisfies Record<StepName, unknown>;

async function takeStep(visit: StepVisit): Promise<Response> {
  const { benefitId } = visit.params;
  const step = visit.params.step as StepName;
  const form = await visit.form(z.object({ [`reason-${step}`]: field.optionalText(2000) }));
  if (!form.ok) return benefitPage(visit, { benefitId, state: form.state, tried: step });
  const reason = form.values[`reason-${step}`] ?? '';
  const input = { vault: visit.tools.vault, benefitIds: [benefitId], reason };
  const done = await acts[step](visit.db, visit.who, input, visit.now);
  if (done.ok) return visit.go(benefitPaths.benefit.to({ benefitId }), words[visit.lang].done[step]);
  const fields = { 'reason-missing': `reason-${step}` };
  return benefitPage(visit, { benefitId, state: refused(visit, done, form.typed, fields), tried: step });
}

type Refusal = BenefitRefusal | BenefitStepRefusal;

function refused(
  { lang }: Visit,
  answer: RefusedWith<Refusal>,
  typed: Typed,
  fields: Partial<Record<Refusal, string>> = {},
): FormState {
  return refusedForm<Refusal>({ words: refusals, lang, refused: answer, typed, fields });
}

const askFields: Partial<Record<Refusal, string>> = {
  'consent-missing': 'consent',
  'name-missing': 'name',
  'use-unknown': 'use',
  'account-missing': 'bank',
  'over-ceiling': 'askedYen',
  'rate-too-high': 'rate',
  'too-many-instalments': 'instalments',
  'credit-wrong': 'principal',
};

/** Of a call whose amount is a share, no amount is asked for: what is wrong with it stands at the first thing. */
function fieldsOf({ benefit: rules }: CallTerms): typeof askFields {
  const amount = rules?.amount;
  const first = amount?.kind === 'share' ? itemField(amount.items[0]?.code ?? '') : 'askedYen';
  return { ...askFields, 'yen-not-positive': first, 'over-limit': first };
}

type CallVisit = Visit<{ callId: string }>;

async function ask(visit: CallVisit): Promise<Response> {
  const { callId } = visit.params;
  const { terms, rules } = await callOf(visit);
  const form = await visit.form(askForm(rules));
  if (!form.ok) return newPage(visit, form.state);
  const { vault } = visit.tools;
  const asked = await askForPerson(visit.db, visit.who, { vault, callId, ...form.values }, visit.now);
  if (asked.ok) return visit.go(benefitPaths.benefit.to(asked.value), words[visit.lang].asked);
  return newPage(visit, refused(visit, asked, form.typed, fieldsOf(terms)), unmetOf(asked));
}

async function again(visit: Visit<{ benefitId: string }>): Promise<Response> {
  const { benefitId } = visit.params;
  const { terms, rules } = await inTransaction(visit.db, visit.who, async (tx) =>
    rulesOf(tx, await findBenefit(tx, benefitId)),
  );
  const form = await visit.form(askForm(rules));
  if (!form.ok) return editPage(visit, form.state);
  const input = { vault: visit.tools.vault, benefitId, asked: form.values.asked };
  const asked = await askAgain(visit.db, visit.who, input, visit.now);
  if (asked.ok) return visit.go(benefitPaths.benefit.to({ benefitId }), words[visit.lang].done.ask);
  return editPage(visit, refused(visit, asked, form.typed, fieldsOf(terms)), unmetOf(asked));
}

function unmetOf(answer: { facts?: Readonly<Record<string, string | number>> }): readonly string[] {
  const codes = answer.facts?.['codes'];
  return typeof codes === 'string' ? codes.split(',') : [];
}

async function callOf({ db, who, params: { callId } }: CallVisit) {
  return inTransaction(db, who, async (tx) => {
    await findCall(tx, callId);
    const { terms } = await findPublishedTerms(tx, callId);
    if (!terms.benefit) throw new Forbidden(can.askForPerson.name);
    return { terms, rules: terms.benefit, municipalities: await listMunicipalities(tx) };
  });
}

async function newPage(visit: CallVisit, state: FormState, unmet: readonly string[] = []): Promise<Response> {
  const facts = await callOf(visit);
  const page = (
    <AskPage
      view={visit.view}
      state={state}
      {...facts}
      organisations={await askingOrganisations(visit)}
      action={benefitPaths.new.to(visit.params)}
      back={benefitPaths.list.to({})}
      unmet={unmet}
      again={false}
      once={crypto.randomUUID()}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function editPage(
  visit: Visit<{ benefitId: string }>,
  state: FormState,
  unmet: readonly string[] = [],
): Promise<Response> {
  const { benefit, ...facts } = await inTransaction(visit.db, visit.who, async (tx) => {
    const found = await findBenefit(tx, visit.params.benefitId);
    return {
      benefit: found,
      municipalities: await listMunicipalities(tx),
      ...(await rulesOf(tx, found)),
    };
  });
  const organisations = await askingOrganisations(visit);
  const page = (
    <AskPage
      view={visit.view}
      state={state.problems.length > 0 ? state : { values: storedOf(visit, benefit), problems: [] }}
      {...facts}
      organisations={organisations.filter(({ value }) => value === benefit.organisationId)}
      action={benefitPaths.edit.to(visit.params)}
      back={benefitPaths.benefit.to(visit.params)}
      unmet={unmet}
      again
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function storedOf({ tools }: Visit, benefit: Benefit): Readonly<Record<string, string>> {
  const told = openTold(tools.vault, benefit);
  if (!told) return {};
  const { use, municipality, worry, organisationId } = benefit;
  return typedOf({ ...told, use, municipality, worry, organisationId, planNumber: told.plan?.number ?? '' });
}

async function askingOrganisations({ db, who, lang }: Visit) {
  const mine = askersOf(who);
  const organisations = await inTransaction(db, who, (tx) => listOrganisations(tx));
  return organisations
    .filter(({ id }) => mine.includes(id))
    .map(({ id, nameJa, nameEn }) => ({ value: id, label: contentIn(lang, { ja: nameJa, en: nameEn }) }));
}

async function listPage(visit: Visit): Promise<Response> {
  const { who, db, now } = visit;
  const offices = officesOf(who);
  const asks = can.askForPerson.allows(who);
  const asked = visit.query('state');
  const state = (states as readonly string[]).includes(asked) ? (asked as BenefitState) : '';
  const number = Math.max(1, Number.parseInt(visit.query('page'), 10) || 1);
  const mine = organisationsWith(who, grantPartner);
  const known = mine.length > 0 ? await inTransaction(db, payeeKeeper, listKnownGroups) : [];
  const facts = await inTransaction(db, who, async (tx) => {
    const calls = await listPersonCalls(tx);
    const filter = state ? { states: [state] } : {};
    const lines = await listBenefits(tx, { ...filter, limit: pageSize, offset: (number - 1) * pageSize });
    return {
      open: openCalls(calls, tokyoDay(now)),
      work: calls
        .filter(({ call }) => offices.includes(call.bureauId))
        .map(({ call, terms }) => ({ callId: call.id, terms, year: call.fiscalYear })),
      benefits: await withStages(tx, lines),
      total: await countBenefits(tx, filter),
    };
  });
  return visit.page(
    <ListPage
      view={visit.view}
      {...facts}
      asks={asks}
      withoutPayee={mine.some((id) => !known.includes(id))}
      keepsPayee={mine.length > 0 || hasRole(who, grantOfficer)}
      state={state}
      page={number}
    />,
  );
}

function openCalls(calls: Awaited<ReturnType<typeof listPersonCalls>>, today: string) {
  return calls.flatMap(({ call, terms }) => {
    const window = terms.windows.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
    return window && terms.benefit && call.state === 'published'
      ? [{ callId: call.id, terms, closesOn: window.closesOn }]
      : [];
  });
}
