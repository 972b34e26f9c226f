import { addDays, tokyoDay } from '#platform/dates.ts';
import type { PersonWho } from '#platform/access.ts';
import { saveAnswers } from '#areas/cases/answers/actions.ts';
import { giveConsent } from '#areas/cases/bases/actions.ts';
import { shownWords } from '#areas/cases/bases/shown.ts';
import { closeCase, openCaseFile, takeStep } from '#areas/cases/case-files/actions.ts';
import { saveMember } from '#areas/cases/households/actions.ts';
import { issueOwnPage } from '#areas/cases/own-page/actions.ts';
import { formCodes } from '#areas/cases/forms/form.ts';
import { draftReferral, moveReferral } from '#areas/cases/referrals/actions.ts';
import { findServiceByCode } from '#areas/directory/services/store.ts';
import { makeSyntheticCases } from '#areas/cases/synthetic/actions.ts';
import type { DemoCase, DemoCaseYear } from '../cases/files.ts';
import { granted } from '../cast.ts';
import { loader } from '../progress.ts';
import { loadWork } from './case-work.ts';
import type { Stage } from './programs.ts';

/** One case, carried by its worker as far as it has come. */
export async function loadCase(stage: Stage, demo: DemoCase): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const day = (ago: number) => addDays(tokyoDay(now), -ago);
  const { worries, mainWorry, municipality, route, identity, address } = demo;
  const caseFile = granted(
    await openCaseFile(
      tx,
      who,
      {
        vault,
        organisationId: cast.organisation(demo.organisation),
        identity,
        place: { postalCode: '', address },
        receivedOn: day(demo.received),
        route,
        worries,
        mainWorry,
        municipality,
      },
      now,
    ),
    'receiving a person',
  );
  const caseId = caseFile.id;
  for (const { step, ago, screening } of demo.steps) {
    if (step === 'consented') await agree(stage, caseFile, day(ago));
    else
      granted(
        await takeStep(tx, who, { caseId, step, on: day(ago), ...(screening ? { screening } : {}) }, now),
        `${step} of a case`,
      );
  }
  for (const form of formCodes) {
    const mine = demo.answers[form];
    if (!mine) continue;
    const saved = await saveAnswers(tx, who, { vault, caseId, form, mine, base: {} }, now);
    granted(saved, `${form} of a case`);
  }
  await loadWork(stage, caseId, demo.work);
  for (const member of demo.household) {
    const added = { vault, caseId, ...member, number: '', fromOn: '', untilOn: '' };
    granted(await saveMember(tx, who, added, now), 'a household');
  }
  if (demo.ownPage) await issueOwnPage(tx, who, { caseId, slip: demo.ownPage }, now);
  for (const referral of demo.referrals) await refer(stage, caseId, referral);
  if (demo.close) granted(await closeCase(tx, who, { caseId, reason: demo.close }, now), 'closing a case');
}

/** The person agrees that the organisation keeps and uses what they tell it: with that the case goes on. */
async function agree(
  { tx, who, vault, now }: Stage,
  { id: caseId, organisationId }: { id: string; organisationId: string },
  givenOn: string,
): Promise<void> {
  const purpose = '相談と支援を一緒に進めるため';
  const consent = { caseId, classes: ['identity', 'basic', 'record'], organisationIds: [organisationId] };
  const wordsShown = await shownWords(tx, consent);
  granted(
    await giveConsent(
      tx,
      who,
      { vault, ...consent, purpose, how: 'signed', wordsShown, givenOn, untilOn: '' },
      now,
    ),
    'consent of a case',
  );
}

async function refer(stage: Stage, caseId: string, demo: DemoCase['referrals'][number]): Promise<void> {
  const { tx, who, vault, now } = stage;
  const service = await findServiceByCode(tx, demo.to);
  if (!service) throw new Error(`the demo world has no entry ${demo.to}`);
  const { id: serviceId, organisationId: toOrganisationId } = service;
  const { classes, purpose, message, urgent } = demo;
  const consent = { caseId, classes, organisationIds: [toOrganisationId], purpose, how: 'spoken' };
  const givenOn = tokyoDay(now);
  const wordsShown = await shownWords(tx, consent);
  const basis = granted(
    await giveConsent(tx, who, { vault, ...consent, wordsShown, givenOn, untilOn: '' }, now),
    `consent for ${demo.to}`,
  );
  const shares = { basic: [{ label: 'お願いしたいこと', value: message }] };
  const drafted = granted(
    await draftReferral(
      tx,
      who,
      {
        vault,
        caseId,
        serviceId,
        toOrganisationId,
        basisId: basis.id,
        shares,
        urgent,
        contactProhibited: false,
      },
      now,
    ),
    `referral to ${demo.to}`,
  );
  for (const move of demo.moves) {
    const by = move === 'send' ? 'account' : 'telephone';
    granted(
      await moveReferral(tx, who as PersonWho, { vault, referralId: drafted.id, move, by }, now),
      `${move} of a referral to ${demo.to}`,
    );
  }
}

/** A year of a desk, carried in turn by its workers. */
export async function loadCaseYear({ tx, cast, vault, now }: Stage, year: DemoCaseYear): Promise<void> {
  const { organisation, ...given } = year;
  const worker = cast.caseWorkerAt(organisation).personId;
  await makeSyntheticCases(
    tx,
    loader,
    {
      ...given,
      vault,
      organisationId: cast.organisation(organisation),
      seed: organisation,
      workers: [worker],
    },
    now,
  );
}
