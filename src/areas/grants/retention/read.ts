import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { keptTo } from '#platform/retention/rules.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { mustWorkAt, officesOf } from '../access.ts';
import { numberOf } from '../benefits/rules.ts';
import { decidesAt, findKept } from './actions.ts';
import type { OfficeRetention } from './pages/retention.tsx';
import { yearsOf } from './rules.ts';
import { findEnd, findHold, type Held, listErasures, listHolds, listPeriods } from './store.ts';

/** Each office at which somebody prepares or decides. */
export async function readRetention(db: Db, who: PersonWho, now: Date): Promise<readonly OfficeRetention[]> {
  return inTransaction(db, who, async (tx) => {
    const found: OfficeRetention[] = [];
    for (const bureauId of officesOf(who)) {
      const holds = await listHolds(tx, { bureauId, today: tokyoDay(now) });
      found.push({
        bureauId,
        name: (await findOrganisation(tx, bureauId)).nameJa,
        years: yearsOf(await listPeriods(tx, bureauId)),
        mayChange: decidesAt(who, bureauId),
        erasures: await listErasures(tx, bureauId),
        holds: holds.flatMap<OfficeRetention['holds'][number]>(
          ({ benefitId, applicationId, serial, askedOn, number, untilOn, by }) => {
            const line = { untilOn, by: by ?? '' };
            if (benefitId && askedOn)
              return [{ ...line, kind: 'benefit', id: benefitId, number: numberOf({ serial, askedOn }) }];
            return applicationId
              ? [{ ...line, kind: 'application', id: applicationId, number: number ?? '' }]
              : [];
          },
        ),
      });
    }
    return found;
  });
}

/** One benefit or application: to which day it stays as things are, and whether it is held. */
export async function readKept(
  db: Db,
  who: PersonWho,
  { vault, kind, id, now }: Held & { vault: Vault; now: Date },
) {
  return inTransaction(db, who, async (tx) => {
    const kept = await findKept(tx, vault, { kind, id });
    mustWorkAt(who, kept.bureauId);
    const hold = await findHold(tx, kept, tokyoDay(now));
    const endedOn = await findEnd(tx, kept);
    const years = yearsOf(await listPeriods(tx, kept.bureauId))[kind];
    return {
      kind,
      id,
      number: kept.number,
      hold: hold && { reason: kept.unseal(hold.id, hold.sealed), untilOn: hold.untilOn },
      keptUntil: endedOn === null ? undefined : keptTo(endedOn, years),
      mayHold: decidesAt(who, kept.bureauId),
    };
  });
}
