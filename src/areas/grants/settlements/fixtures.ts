import { type Database, inTransaction } from '#platform/database/database.ts';
import { system } from '#platform/access.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { makeApplication, pixelOf, type Place, tellingPlace } from '../applications/fixtures.ts';
import { updateApplication } from '../applications/store.ts';
import { openAward } from '../awards/actions.ts';
import { makeSubsidyCall } from '../calls/fixtures.ts';
import type { CallTerms } from '../calls/terms.ts';
import { moveMoney } from '../ledger/actions.ts';

const it = system('test');

export const period = { startsOn: '2026-06-01', endsOn: '2027-02-28' };

/** A group whose application (350,000 yen of eligible costs) was decided on: 175,000 yen, by its link and at its office. */
export async function makeDecided(
  place: Place & { readonly db: Database },
  {
    bureauId,
    terms = {},
    yen = 175_000,
  }: { bureauId?: string; terms?: Partial<CallTerms>; yen?: number } = {},
) {
  const call = await makeSubsidyCall(place.db, { terms, ...(bureauId && { bureauId }) });
  const application = await makeApplication(place, { callId: call.callId });
  const { applicationId } = application;
  const { versionId } = call;
  const opened = granted(
    await inTransaction(place.db, it, async (tx) => {
      await updateApplication(tx, applicationId, { state: 'checked' });
      const decision = {
        callId: call.callId,
        bureauId: call.bureauId,
        decidedOn: '2026-06-01',
        kind: 'award',
      } as const;
      return openAward(
        tx,
        { ...decision, applicationId, versionId, yen, ...period },
        new Date('2026-06-01T03:00:00Z'),
      );
    }),
  );
  return { ...call, ...application, ...opened };
}

/** Money that went out on a day, as if a transfer had done it. */
export async function payOut(
  db: Database,
  { callId, awardId, yen }: { callId: string; awardId: string; yen: number },
  at: Date,
): Promise<void> {
  const moves = [{ awardId, kind: 'pay', yen } as const];
  granted(await inTransaction(db, it, (tx) => moveMoney(tx, { callId, moves }, at)));
}

/** A photograph of a receipt; each mark is another file. `telling`: as the telephone took it, with its place. */
export function receipt(mark: string, { telling = false } = {}): File {
  const picture = pixelOf(mark);
  const bytes = Uint8Array.from(telling ? tellingPlace(picture) : picture);
  return new File([bytes], `${mark}.png`, { type: 'image/png' });
}
