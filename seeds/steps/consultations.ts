import { openDesk } from '#areas/consultations/desks/actions.ts';
import type { DeskSettings } from '#areas/consultations/desks/settings.ts';
import { makeSyntheticYear, takeOverCounts } from '#areas/consultations/synthetic/actions.ts';
import { findServiceByCode } from '#areas/directory/services/store.ts';
import { granted } from '../cast.ts';
import type { DemoDesk } from '../consultations/files.ts';
import { loader } from '../progress.ts';
import type { Stage } from './programs.ts';

type Year = DemoDesk['years'][number];

/** The desks that answer in this world. */
export async function openDesks({ tx, cast, world, now }: Stage): Promise<void> {
  for (const desk of world.desks) {
    const entry = desk.entry ? await findServiceByCode(tx, desk.entry) : undefined;
    const { code, nameJa, nameEn } = desk;
    const organisationId = cast.organisation(desk.organisation);
    const settings = settingsOf(desk);
    const opening = { organisationId, code, nameJa, nameEn, serviceId: entry?.id ?? null, settings };
    granted(await openDesk(tx, loader, opening, now), `desk ${code}`);
  }
}

function settingsOf({ doors, readers, twoPeople, mail }: DemoDesk): DeskSettings {
  return {
    doors: Object.fromEntries(
      Object.entries(doors).map(([name, door]) => [
        name,
        { ...door, open: true, hours: { exceptions: [], ...door.hours } },
      ]),
    ),
    chatsPerCounsellor: 3,
    twoPeople,
    firstAnswerSeconds: 60,
    answerSeconds: 180,
    quietMinutes: 30,
    escalationMinutes: 5,
    transferMinutes: 15,
    readers,
    survey: true,
    line: { mode: 'doorbell', decision: '', pushesPerMonth: 200 },
    ...(mail && { mail: { ...mail, quote: false, plus: false } }),
  };
}

/** A year of a desk: exactly as many contacts as its source says. */
export async function loadYear({ tx, cast, world, now }: Stage, desk: DemoDesk, year: Year): Promise<void> {
  const { fiscalYear, doors, weights, hours, worries } = year;
  const deskId = cast.organisation(desk.organisation);
  if (year.as === 'counts') {
    await takeOverCounts(tx, loader, { deskId, fiscalYear, doors, weights }, now);
    return;
  }
  const municipalities = world.directory.municipalities
    .filter(({ parent }) => parent !== undefined)
    .map(({ code }) => code);
  await makeSyntheticYear(
    tx,
    loader,
    {
      deskId,
      seed: desk.code,
      fiscalYear,
      doors,
      weights,
      hours,
      worries,
      municipalities,
    },
    now,
  );
}
