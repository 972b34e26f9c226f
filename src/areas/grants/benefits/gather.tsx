import { hasRole, system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listMunicipalities, placeName } from '#areas/directory/index.ts';
import { asksAt, can, grantOfficer, worksAt } from '../access.ts';
import { rulesOf } from './actions.ts';
import { custodyOf } from './hand-ons/actions.ts';
import type { TrailHop } from './hand-ons/pages/trail.tsx';
import type { Custody } from './hand-ons/rules.ts';
import { listHandOns } from './hand-ons/store.ts';
import { listInstalments } from './instalments/store.ts';
import { listLettersOf } from '../letters/store.ts';
import { BenefitPage } from './pages/benefit.tsx';
import type { ShownBenefit } from './pages/list.tsx';
import { type BenefitStep, stageOf, steps } from './rules.ts';
import {
  type Benefit,
  type BenefitLine,
  findBenefit,
  findVersion,
  listSteps,
  noMoney,
  readMoney,
} from './store.ts';
import { openTold, openWords } from './told.ts';
import { words } from './words.ts';

const nothing: Custody = { paidYen: 0, paidOn: null, handedYen: 0, confirmedYen: 0, returnedYen: 0 };

/** Lines of a list with where each stands. */
export async function withStages(tx: Tx, lines: readonly BenefitLine[]): Promise<readonly ShownBenefit[]> {
  const benefits = lines.map(({ benefit }) => benefit);
  const money = await readMoney(
    tx,
    benefits.map(({ id }) => id),
  );
  const custody = await custodyOf(tx, benefits);
  return lines.map((line) => {
    const { id, state } = line.benefit;
    const { handedYen } = custody.get(id) ?? nothing;
    return { ...line, stage: stageOf({ state, handedYen, ...(money.get(id) ?? noMoney) }) };
  });
}

/** A benefit as this person may see it, with the forms of what they may do now. */
export async function benefitPage(
  visit: Visit,
  { benefitId, state, tried }: { benefitId: string; state: FormState; tried: string },
): Promise<Response> {
  const { who, tools, now } = visit;
  const letters = await lettersOf(visit, benefitId);
  const page = await inTransaction(visit.db, who, async (tx) => {
    const benefit = await findBenefit(tx, benefitId);
    const { terms, rules } = await rulesOf(tx, benefit);
    const money = (await readMoney(tx, [benefitId])).get(benefitId) ?? noMoney;
    const custody = (await custodyOf(tx, [benefit])).get(benefitId) ?? nothing;
    const { sealedOutcome } = benefit;
    return (
      <BenefitPage
        view={visit.view}
        state={state}
        tried={tried}
        benefit={benefit}
        organisation={(await findOrganisation(tx, benefit.organisationId)).nameJa}
        version={await findVersion(tx, benefit.versionId)}
        terms={terms}
        rules={rules}
        stage={stageOf({ state: benefit.state, handedYen: custody.handedYen, ...money })}
        told={openTold(tools.vault, benefit)}
        place={await placeOf(tx, visit.view.lang, benefit)}
        outcomeWords={
          sealedOutcome && benefit.sealedKey
            ? openWords(tools.vault, benefit, { place: 'outcome', sealed: sealedOutcome })
            : ''
        }
        custody={custody}
        hops={await hopsOf(tx, benefit, { custody, decidedYen: money.decidedYen })}
        instalments={await listInstalments(tx, [benefitId])}
        letters={letters}
        events={await eventsOf(tx, tools.vault, { benefit, colleague: words[visit.lang].colleague })}
        steps={stepsOf(visit, benefit, money.paidYen)}
        mayEdit={benefit.state === 'returned' && asksAt(who, benefit.organisationId)}
        isAsker={asksAt(who, benefit.organisationId)}
        isOfficer={hasRole(who, grantOfficer) && worksAt(who, benefit.bureauId)}
        mayKeep={benefit.sealedKey !== null && worksAt(who, benefit.bureauId)}
        today={tokyoDay(now)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function placeOf(tx: Tx, lang: Lang, { municipality }: Benefit): Promise<string> {
  return municipality && placeName(lang, municipality, await listMunicipalities(tx));
}

/** Of a benefit that this person may see; the register itself is the office's. */
async function lettersOf({ db, who }: Visit, benefitId: string) {
  const { applicationId, sealedKey } = await inTransaction(db, who, (tx) => findBenefit(tx, benefitId));
  if (applicationId === null || sealedKey === null) return [];
  return inTransaction(db, system('benefit.letter'), (tx) => listLettersOf(tx, applicationId));
}

/** The steps of the state that this person may take; who checked does not decide. */
function stepsOf({ who, person }: Visit, benefit: Benefit, paidYen: number): readonly BenefitStep[] {
  const [office, asks] = [worksAt(who, benefit.bureauId), asksAt(who, benefit.organisationId)];
  const decides = office && can.decideBenefit.allows(who) && benefit.checkedBy !== person.personId;
  const prepares = office && can.checkBenefit.allows(who);
  const mine: Record<BenefitStep, boolean> = {
    ask: false,
    check: prepares,
    return: prepares,
    withdraw: asks,
    decide: decides,
    refuse: decides,
    cancel: decides && paidYen === 0,
  };
  return (Object.keys(steps) as BenefitStep[]).filter(
    (step) => mine[step] && (steps[step].from as readonly string[]).includes(benefit.state),
  );
}

async function hopsOf(
  tx: Tx,
  benefit: Benefit,
  { custody, decidedYen }: { custody: Custody; decidedYen: number },
): Promise<readonly TrailHop[]> {
  const yen = decidedYen + custody.returnedYen;
  const handOns = await listHandOns(tx, benefit.id);
  return [
    { kind: 'given', yen, on: benefit.decidedOn },
    { kind: 'decided', yen, on: benefit.decidedOn },
    { kind: 'paid', yen: custody.paidYen, on: custody.paidOn },
    ...handOns.map(
      ({ handOn }): TrailHop => ({
        kind: handOn.kind === 'return' ? 'return' : 'hand-on',
        yen: handOn.yen,
        on: handOn.on,
        way: handOn.way,
        ...(handOn.fileId && { handOnId: handOn.id }),
        confirmed: handOn.confirmedAt !== null,
        unscanned: handOn.scan === 'unscanned',
      }),
    ),
  ];
}

/** Whoever may not know the other's colleagues reads that somebody there did it, never that the product did. */
async function eventsOf(
  tx: Tx,
  vault: Vault,
  { benefit, colleague }: { benefit: Benefit; colleague: string },
) {
  const rows = await listSteps(tx, benefit.id);
  return rows.map(({ step, name }) => ({
    step: step.step,
    by: name ?? (step.personId === null ? '' : colleague),
    at: step.at,
    reason:
      step.sealedReason && benefit.sealedKey
        ? openWords(vault, benefit, { place: 'reason', sealed: step.sealedReason })
        : '',
  }));
}
