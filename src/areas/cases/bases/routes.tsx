import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { dayName, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { wrongDay } from '../case-files/refusals.ts';
import { organisationNames } from '../case-files/shown.ts';
import { basisPaths, casePaths, viewPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { mayDo } from '../relations/rules.ts';
import {
  breakGlass,
  findCaseForUrgency,
  giveConsent,
  listToTell,
  purposeOf,
  seeUrgency,
  withdrawConsent,
} from './actions.ts';
import { BasesPage, type BasisLine } from './pages/bases.tsx';
import { UrgencyPage } from './pages/urgency.tsx';
import { givenHow } from './rules.ts';
import { type CaseBasis, findBasis, listBases } from './store.ts';
import { shownWords } from './shown.ts';
import { refusals, words } from './words.ts';

const chosen = z.union([z.uuid(), z.literal('')]).default('');
const consentForm = z.object({
  organisationId: z.uuid(),
  /** Further ones, in case the first cannot help. */
  organisationId2: chosen,
  organisationId3: chosen,
  classes: field.choices(),
  purpose: field.optionalText(2000),
  how: field.choice(givenHow),
  givenOn: field.text(30),
  untilOn: field.optionalText(30),
});
const urgencyForm = z.object({
  organisationId: z.uuid(),
  number: field.text(20),
  reason: field.optionalText(2000),
  tells: chosen,
});

type CaseVisit = Visit<{ caseId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const basisRoutes = new Routes()
  .get(basisPaths.list, can.readCases, (visit) => basesPage(visit, emptyForm))
  .post(basisPaths.consent, can.writeCase, async (visit) => {
    const form = await visit.form(consentForm);
    if (!form.ok) return basesPage(visit, form.state);
    const { organisationId, organisationId2, organisationId3, givenOn, untilOn, ...consent } = form.values;
    const named = [organisationId, organisationId2, organisationId3].filter((each) => each !== '');
    const organisationIds = [...new Set(named)];
    const from = readDay(givenOn);
    const until = untilOn ? readDay(untilOn) : undefined;
    if (!from.ok) return basesPage(visit, wrongDay(visit, 'givenOn', form.typed));
    if (until && !until.ok) return basesPage(visit, wrongDay(visit, 'untilOn', form.typed));
    const saved = await giveConsent(
      visit.db,
      visit.who,
      {
        vault: visit.tools.vault,
        caseId: visit.params.caseId,
        ...consent,
        organisationIds,
        wordsShown: await inTransaction(visit.db, visit.who, (tx) =>
          shownWords(tx, { organisationIds, classes: consent.classes }),
        ),
        givenOn: from.value,
        untilOn: until?.value ?? '',
      },
      visit.now,
    );
    if (saved.ok) return visit.go(basisPaths.list.to(visit.params), words[visit.lang].saved);
    return basesPage(visit, refused(visit, saved, form.typed));
  })
  .post(basisPaths.withdraw, can.writeCase, async (visit) => {
    const { basisId } = visit.params;
    const { caseId } = await inTransaction(visit.db, visit.who, (tx) => findBasis(tx, basisId));
    const answer = await withdrawConsent(visit.db, visit.who, { basisId, how: 'told' }, visit.now);
    if (answer.ok)
      return visit.go(basisPaths.list.to({ caseId }), words[visit.lang].withdrawn(answer.value.stopped));
    return basesPage({ ...visit, person: visit.person, params: { caseId } }, refused(visit, answer, {}));
  })
  .post(basisPaths.seen, can.seeUrgency, async (visit) => {
    await seeUrgency(visit.db, visit.person, visit.params, visit.now);
    const back = can.readCases.allows(visit.who) ? casePaths.list : viewPaths.glass;
    return visit.go(back.to({}), words[visit.lang].seenNotice);
  })
  .get(basisPaths.urgency, can.readCases, (visit) => urgencyPage(visit, emptyForm))
  .post(basisPaths.urgency, can.readCases, async (visit) => {
    const form = await visit.form(urgencyForm);
    if (!form.ok) return urgencyPage(visit, form.state);
    const { organisationId, number, reason, tells } = form.values;
    const caseId = await findCaseForUrgency(visit.db, visit.person, { organisationId, number }, visit.now);
    if (!caseId) {
      const problems = [{ field: 'number', message: words[visit.lang].unknown }];
      return urgencyPage(visit, { values: form.typed, problems });
    }
    const input = { vault: visit.tools.vault, caseId, reason, tells: tells || null };
    const broken = await breakGlass(visit.db, visit.person, input, visit.now);
    if (broken.ok) return visit.go(casePaths.case.to({ caseId }), words[visit.lang].broken);
    return urgencyPage(visit, refused(visit, broken, form.typed));
  }).list;

function refused(visit: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'reason-missing': 'reason',
    'second-person-missing': 'tells',
    'day-order': 'givenOn',
  } as const;
  return refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

function namesFor({ db, who, lang }: Visit) {
  return inTransaction(db, who, (tx) => organisationNames(tx, lang));
}

async function basesPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const organisations = await namesFor(visit);
  const shown = await inTransaction(visit.db, visit.who, async (tx: Tx) => {
    const opened = await lookAtCase(
      tx,
      { who, vault: tools.vault, caseId: params.caseId, what: 'bases' },
      now,
    );
    const lines = (await listBases(tx, params.caseId)).map(
      (basis): BasisLine => ({
        ...lineOf(visit, basis),
        purpose: purposeOf(tools.vault, opened.caseFile, basis),
        to: basis.organisationIds
          .map((id) => organisations.find(({ value }) => value === id)?.label ?? '')
          .join('、'),
      }),
    );
    return { ...opened, lines };
  });
  return visit.page(
    <BasesPage
      view={view}
      state={state}
      caseFile={shown.caseFile}
      bases={shown.lines}
      organisations={organisations}
      mayCarry={mayDo(shown.standing, 'write', 'basic')}
      today={tokyoDay(now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function lineOf({ lang, now }: Visit, basis: CaseBasis): Omit<BasisLine, 'purpose' | 'to'> {
  const over = basis.endsAt ? basis.endsAt <= now : (basis.untilOn ?? '9999') < tokyoDay(now);
  return {
    id: basis.id,
    lane: basis.lane as BasisLine['lane'],
    classes: basis.classes,
    givenOn: basis.givenOn,
    until: basis.endsAt ? tokyoMinute(basis.endsAt) : basis.untilOn ? dayName(lang, basis.untilOn) : '',
    state: basis.withdrawnAt ? 'withdrawn' : over ? 'over' : 'open',
  };
}

async function urgencyPage(visit: Visit, state: FormState): Promise<Response> {
  const organisations = await namesFor(visit);
  const others = (await listToTell(visit.db, visit.person)).map(({ personId, name }) => ({
    value: personId,
    label: name,
  }));
  return visit.page(
    <UrgencyPage view={visit.view} state={state} organisations={organisations} people={others} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
