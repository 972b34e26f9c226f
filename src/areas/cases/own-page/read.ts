import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { tokyoDay } from '#platform/dates.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { purposeOf } from '../bases/actions.ts';
import { type CaseBasis, listBases } from '../bases/store.ts';
import { caseKey } from '../case-files/read.ts';
import type { CaseFile } from '../case-files/store.ts';
import { codeName } from '../case-files/codes.ts';
import { listsFor } from '../forms/read.ts';
import { openPlan } from '../plans/read.ts';
import { planState } from '../plans/rules.ts';
import { listPlans } from '../plans/store.ts';
import { namesOf } from '../referrals/names.ts';
import { listReferralsOfCase } from '../referrals/store.ts';
import { looksTold, shownClasses, type ToldLook } from './rules.ts';
import { listLooksOfCase, listOrganisationsOf, listRequests, type OwnPageRequest } from './store.ts';

export interface OwnPlan {
  readonly longGoal: string;
  readonly goal: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly monitorOn: string | null;
  readonly steps: readonly {
    readonly bearer: string;
    /** In words: who else does it. */
    readonly related: string;
    readonly what: string;
    readonly note: string;
    readonly doneOn: string | null;
  }[];
  /** Rows that are not shown on a screen: with the worker. */
  readonly more: boolean;
}

export interface OwnConsent {
  readonly id: string;
  readonly to: string;
  readonly classes: readonly string[];
  readonly purpose: string;
  readonly givenOn: string;
  readonly untilOn: string | null;
  readonly state: 'open' | 'over' | 'withdrawn';
  readonly referrals: readonly { readonly to: string; readonly state: string; readonly on: string }[];
}

export interface OwnRequest extends Omit<OwnPageRequest, 'sealed' | 'sealedAnswer'> {
  readonly words: string;
  readonly answerWords: string;
}

export interface OwnPage {
  readonly organisation: string;
  readonly plan: OwnPlan | undefined;
  readonly consents: readonly OwnConsent[];
  readonly urgencies: readonly { readonly on: string; readonly by: string }[];
  readonly looks: readonly { readonly day: string; readonly organisation: string; readonly as: ToldLook }[];
  readonly requests: readonly OwnRequest[];
}

interface Facts {
  readonly vault: Vault;
  readonly caseFile: CaseFile;
  readonly lang: Lang;
}

/** Everything that the person sees of their own case: never words of others, never what is protected. */
export async function readOwnPage(tx: Tx, facts: Facts, now: Date): Promise<OwnPage> {
  const { vault, caseFile, lang } = facts;
  const organisations = await listOrganisations(tx);
  const nameOf = (id: string) => {
    const found = organisations.find((each) => each.id === id);
    return found ? contentIn(lang, { ja: found.nameJa, en: found.nameEn }) : '';
  };
  const bases = await listBases(tx, caseFile.id);
  const readers = await readersOf(tx, caseFile, bases);
  return {
    organisation: nameOf(caseFile.organisationId),
    plan: await agreedPlan(tx, facts, now),
    consents: await consentsOf(tx, { ...facts, bases, nameOf }, now),
    urgencies: bases
      .filter(({ lane }) => lane === 'urgency')
      .map(({ givenOn, personId }) => ({ on: givenOn, by: nameOf(readers.get(personId ?? '') ?? '') })),
    looks: looksTold(await looksOf(tx, caseFile, readers)).map(({ day, organisationId, as }) => ({
      day,
      as,
      organisation: nameOf(organisationId),
    })),
    requests: await readRequests(tx, { vault, caseFile }),
  };
}

/** The newest plan to which the person has agreed and still does; a draft is nobody's plan yet. */
async function agreedPlan(tx: Tx, { vault, caseFile, lang }: Facts, now: Date): Promise<OwnPlan | undefined> {
  const today = tokyoDay(now);
  const agreed = (await listPlans(tx, caseFile.id)).filter((each) => planState(each, today) !== 'draft');
  const plan = agreed.at(-1);
  if (!plan) return undefined;
  const { texts, items } = await openPlan(tx, { vault, caseFile, plan });
  const lists = await listsFor(tx, caseFile);
  const shown = items.filter((item) => shownClasses.includes(item.class));
  return {
    longGoal: texts.longGoal,
    goal: texts.goal,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    monitorOn: plan.monitorOn,
    steps: shown.map(({ bearer, related, what, note, doneOn }) => ({
      bearer,
      related: codeName(lang, lists.related, related),
      what,
      note,
      doneOn,
    })),
    more: shown.length < items.length,
  };
}

async function consentsOf(
  tx: Tx,
  {
    vault,
    caseFile,
    lang,
    bases,
    nameOf,
  }: Facts & { bases: readonly CaseBasis[]; nameOf: (id: string) => string },
  now: Date,
): Promise<readonly OwnConsent[]> {
  const referrals = (await listReferralsOfCase(tx, caseFile.id)).filter(({ state }) => state !== 'draft');
  const names = await namesOf(tx, lang, referrals);
  return bases
    .filter(({ lane }) => lane === 'consent')
    .map((basis) => ({
      id: basis.id,
      to: basis.organisationIds.map(nameOf).join('、'),
      classes: basis.classes,
      purpose: purposeOf(vault, caseFile, basis),
      givenOn: basis.givenOn,
      untilOn: basis.untilOn,
      state: basis.withdrawnAt ? 'withdrawn' : (basis.untilOn ?? '9999') < tokyoDay(now) ? 'over' : 'open',
      referrals: referrals
        .filter(({ basisId }) => basisId === basis.id)
        .map((referral) => ({
          to: names(referral).to,
          state: referral.state,
          on: tokyoDay(referral.requestedAt ?? referral.createdAt),
        })),
    }));
}

/** Who opened the case in an emergency works somewhere else, or here: their organisation is told, not their name. */
async function readersOf(tx: Tx, caseFile: CaseFile, bases: readonly CaseBasis[]) {
  const personIds = bases.filter(({ lane }) => lane === 'urgency').flatMap(({ personId }) => personId ?? []);
  const found = await listOrganisationsOf(tx, { personIds, roles: [caseWorker.name, caseSupervisor.name] });
  return new Map(personIds.map((id) => [id, found.get(id) ?? caseFile.organisationId]));
}

async function looksOf(tx: Tx, caseFile: CaseFile, readers: ReadonlyMap<string, string>) {
  return (await listLooksOfCase(tx, caseFile.id)).map(({ day, as, organisationId, personId }) => ({
    day,
    as,
    organisationId: as === 'urgent' ? (readers.get(personId ?? '') ?? organisationId) : organisationId,
  }));
}

/** What was asked from the page, and what was answered. */
export async function readRequests(
  tx: Tx,
  { vault, caseFile }: Pick<Facts, 'vault' | 'caseFile'>,
): Promise<readonly OwnRequest[]> {
  if (!caseFile.sealedKey) return [];
  const key = caseKey(vault, caseFile);
  return (await listRequests(tx, caseFile.id)).map(({ sealed, sealedAnswer, ...request }) => ({
    ...request,
    words: sealed ? unseal(key, { sealed, owner: `own-request:${request.id}` }) : '',
    answerWords: sealedAnswer ? unseal(key, { sealed: sealedAnswer, owner: `own-answer:${request.id}` }) : '',
  }));
}
