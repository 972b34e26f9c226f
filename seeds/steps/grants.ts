import { addDays, fiscalYearOf } from '#platform/dates.ts';
import { checkBenefits, decideBenefits } from '#areas/grants/benefits/actions.ts';
import { askForPersons } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { confirm, custodyOf, handOn, tellOutcome } from '#areas/grants/benefits/hand-ons/actions.ts';
import { heldBy } from '#areas/grants/benefits/hand-ons/rules.ts';
import { takeDonation } from '#areas/grants/benefits/hand-ons/donate.ts';
import { listUnconfirmed } from '#areas/grants/benefits/hand-ons/store.ts';
import { keepPayee, payeeKeeper } from '#areas/grants/benefits/payees/actions.ts';
import { listBenefits } from '#areas/grants/benefits/store.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { granted } from '../cast.ts';
import { amountsOf } from '../grants/amounts.ts';
import type { DemoBatch, DemoGrants } from '../grants/files.ts';
import { youthTerms } from '../grants/terms.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { World } from '../world.ts';
import { orderAll } from './grant-benefits.ts';
import { agree, approver, call, callOf, officer, partner } from './grant-calls.ts';
import { banks, pay, payer, releaseBefore } from './grant-payments.ts';
import { member } from './grant-work.ts';
import { liveCalls } from './grants-live.ts';
import type { Stage } from './programs.ts';

/** Money with a path: last year's benefits to young people whose sum is the document's, and calls that are open now. */
export function grants({ grants: demo, plan }: World, now: Date): readonly Step[] {
  if (!demo) return [];
  const { youth } = demo;
  const year = fiscalYearOf(youth.batches[0]?.asked ?? '');
  const window = { opensOn: `${year}-04-01`, closesOn: `${year + 1}-03-31` };
  const opened = {
    fiscalYear: year,
    slug: youth.slug,
    program: youth.program,
    terms: youthTerms(window),
    audience: 'persons',
    shape: 'one-shot',
  } as const;
  const at = noon(window.opensOn);
  return [
    ...call(opened, at),
    {
      name: 'grants-payee',
      as: () => payeeKeeper,
      at,
      run: (stage) => tellPayee(stage, demo),
    },
    payer(demo, at),
    banks(demo, at),
    {
      name: 'grants-donations',
      as: officer,
      at: noon(youth.batches[0]?.asked ?? ''),
      run: (stage) => give(stage, demo),
    },
    {
      name: 'grants-donations-agreed',
      as: approver,
      at: noon(youth.batches[0]?.asked ?? ''),
      run: (stage) => agree(stage, youth.slug),
    },
    ...youth.batches.flatMap((batch, index) => benefits(demo, batch, index)),
    ...liveCalls({ demo, fiscalYear: plan.year }, now),
  ];
}

async function tellPayee({ tx, cast, vault, now }: Stage, { youth }: DemoGrants): Promise<void> {
  const organisationId = cast.organisation(youth.partner);
  const { applicant, account } = member;
  const facts = applicant();
  const who = cast.atDesk('grant-partner', youth.partner);
  granted(await keepPayee(tx, who, { vault, organisationId, facts, account }, now), 'an account');
}

async function give(stage: Stage, { youth }: DemoGrants): Promise<void> {
  const { tx, who, now } = stage;
  const callId = await callOf(stage, youth.slug);
  for (const { on: receivedOn, ...gift } of youth.donations)
    granted(await takeDonation(tx, who, { callId, receivedOn, ...gift }, now), 'a donation');
}

/** A batch goes its whole way, each step by the hand that takes it. */
function benefits(demo: DemoGrants, batch: DemoBatch, index: number): readonly Step[] {
  const { slug } = demo.youth;
  const name = (step: string) => `grants-youth-${index}-${step}`;
  const waiting = async (stage: Stage, states: readonly string[]) => {
    const callId = await callOf(stage, slug);
    const lines = await listBenefits(stage.tx, { callId, states, limit: 500, offset: 0 });
    return { vault: stage.vault, benefitIds: lines.map(({ benefit }) => benefit.id) };
  };
  return [
    {
      name: name('asked'),
      as: partner(demo),
      at: noon(batch.asked),
      run: (stage) => askMany(stage, demo, index),
    },
    {
      name: name('checked'),
      as: officer,
      at: noon(addDays(batch.asked, 7)),
      run: async (stage) => {
        const { tx, who, now } = stage;
        granted(await checkBenefits(tx, who, await waiting(stage, ['asked']), now), 'checking');
      },
    },
    {
      name: name('decided'),
      as: approver,
      at: noon(batch.decided),
      run: async (stage) => {
        const { tx, who, now } = stage;
        granted(await decideBenefits(tx, who, await waiting(stage, ['checked']), now), 'deciding');
      },
    },
    ...pay({
      name,
      order: (stage) => orderAll(stage, { slug, dueOn: batch.paid }),
      orderedOn: batch.decided,
      approvedOn: addDays(batch.paid, -2),
      releasedOn: releaseBefore(batch.paid),
      paid: batch.paid,
    }),
    {
      name: name('handed'),
      as: partner(demo),
      at: noon(batch.handed),
      run: (stage) => hand(stage, demo, index),
    },
    { name: name('confirmed'), as: officer, at: noon(batch.confirmed), run: (stage) => look(stage, slug) },
  ];
}

async function askMany(stage: Stage, { youth }: DemoGrants, index: number): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const { recipients, people, yen, batches } = youth;
  const amounts = amountsOf({ count: recipients, total: yen });
  const before = batches.slice(0, index).reduce((sum, { share }) => sum + share, 0);
  const uses = ['exam', 'home', 'exam', 'work', 'exam', 'home', 'exam', 'work', 'home', 'other'];
  const all = amounts.slice(before, before + (batches[index]?.share ?? 0)).map((askedYen, within) => {
    const person = (before + within) % people;
    const use = uses[person % uses.length] ?? 'other';
    const name = `見本 若者${String(person + 1).padStart(3, '0')}`;
    const birth = `${1997 + (person % 11)}-0${1 + (person % 9)}-1${person % 9}`;
    return { now, asked: { ...exampleAsked, name, kana: '', birth, use, askedYen, why: '（例示）' } };
  });
  const callId = await callOf(stage, youth.slug);
  const organisationId = cast.organisation(youth.partner);
  granted(await askForPersons(tx, who, { vault, callId, organisationId, all }), 'asking');
}

/** One signed list for all of a batch: the same paper stands behind each. */
async function hand(stage: Stage, { youth }: DemoGrants, index: number): Promise<void> {
  const { tx, who, vault, files, now } = stage;
  const callId = await callOf(stage, youth.slug);
  const on = youth.batches[index]?.handed ?? '';
  const lines = await listBenefits(tx, { callId, states: ['decided'], limit: 500, offset: 0 });
  const custody = await custodyOf(
    tx,
    lines.map(({ benefit }) => benefit),
  );
  const receipt = { content: pixel, name: '受領書（例示）.png' };
  const all = lines.flatMap(({ benefit: { id: benefitId } }) => {
    const yen = heldBy(custody.get(benefitId) ?? nothingYet);
    return yen > 0 ? [{ benefitId, yen, on, way: 'transfer' as const, receipt }] : [];
  });
  granted(await handOn(tx, who, { tray: { vault, files, scanner: undefined }, all }, now), 'handing on');
  for (const [at, { benefitId }] of all.entries()) {
    if (at % 6 > 0) continue;
    const outcome = ['school', 'moved', 'working', 'going-on'][(at / 6) % 4] ?? 'unknown';
    granted(await tellOutcome(tx, who, { vault, benefitId, outcome, on, words: '' }, now), 'an outcome');
  }
}
const nothingYet = { paidYen: 0, paidOn: null, handedYen: 0, confirmedYen: 0, returnedYen: 0 };

async function look(stage: Stage, slug: string): Promise<void> {
  const { tx, who, now } = stage;
  const receipts = await listUnconfirmed(tx, await callOf(stage, slug));
  const handOnIds = receipts.map(({ handOn: { id } }) => id);
  granted(await confirm(tx, who, { handOnIds }, now), 'confirming receipts');
}
