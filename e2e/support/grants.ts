import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { system } from '#platform/access.ts';
import { type Database, inTransaction, openDatabase } from '#platform/database/database.ts';
import { findRunning } from '#platform/database/embedded/start.ts';
import { findPersonByEmail } from '#platform/people/invitations/store.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { makeVault } from '#platform/vault/vault.ts';
import {
  makeApplication,
  makeDraftApplication,
  makeFilledApplication,
  type Place,
} from '#areas/grants/applications/fixtures.ts';
import { updateApplication } from '#areas/grants/applications/store.ts';
import { askReviewers } from '#areas/grants/assessments/actions.ts';
import { makeSubsidyCall } from '#areas/grants/calls/fixtures.ts';
import { makePack } from '#areas/grants/decisions/actions.ts';
import { orderPayment } from '#areas/grants/payments/actions.ts';
import { makeDecided } from '#areas/grants/settlements/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { people } from './people.ts';
import type { Tsunagi } from './tsunagi.ts';

const it = system('e2e');

/**
 * Grants in the middle of work, at the office of the demo world's officer: applications that are begun and written, one that a reviewer
 * was asked to read, one in a pack, and one that was decided with an advance on its way. Gives the links that stand in mails only.
 */
export async function makeGrants({ url, dataDir }: Tsunagi): Promise<readonly string[]> {
  const running = await findRunning(dataDir);
  if (!running) throw new Error(`no database runs in ${dataDir}`);
  const secret = await readFile(join(dataDir, 'secret.key'), 'utf8');
  const db = openDatabase(running, { connections: 2 });
  try {
    const vault = makeVault(Buffer.from(secret.trim(), 'base64'));
    return await fill({ db, vault, files: { folder: join(dataDir, 'files') } }, url);
  } finally {
    await db.close();
  }
}

async function fill(place: Place & { readonly db: Database }, publicUrl: string) {
  const { db, vault } = place;
  const found = await inTransaction(db, it, async (tx) => ({
    bureauId: (await listOrganisations(tx)).find(({ code }) => code === 'welfare')?.id ?? '',
    reviewer: (await findPersonByEmail(tx, people.grantReviewer))?.id ?? '',
  }));
  const { bureauId, reviewer } = found;
  const { callId } = await makeSubsidyCall(db, { bureauId });
  const draft = await makeDraftApplication(place, { callId });
  const filled = await makeFilledApplication(place, { callId });
  const read = await makeApplication(place, { callId });
  const asked = { applicationIds: [read.applicationId], reviewerIds: [reviewer], each: 1, dueOn: null };
  granted(await askReviewers(db, it, { publicUrl, ...asked }));
  const packed = await makeApplication(place, { callId });
  await inTransaction(db, it, (tx) => updateApplication(tx, packed.applicationId, { state: 'checked' }));
  granted(await makePack(db, it, { vault, callId, title: '第1回の審査会' }));
  const decided = await makeDecided(place, { bureauId });
  const order = { awardId: decided.awardId, yen: 50_000, kind: 'advance', dueOn: '2026-12-25' } as const;
  granted(await inTransaction(db, it, (tx) => orderPayment(tx, it, order, new Date())));
  return [`/apply/${draft.token}`, `/apply/${filled.token}/check`, `/apply/${decided.token}`];
}
