import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { listDeclined } from '#areas/cases/index.ts';
import { countMissed } from '#areas/consultations/index.ts';
import { countUnmetNeeds, listServicesByIds } from '#areas/directory/index.ts';
import { countNotReceived } from '#areas/grants/index.ts';
import { anyWorry, type Lack } from './rules.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

/** All that was not met in these months, exactly: nothing of it is shown but through `countCell`. A fixed number of statements. */
export async function readLacks(db: Database, span: Span, now: Date): Promise<readonly Lack[]> {
  const searched = (await countUnmetNeeds(db, span)).flatMap(({ month, topic, municipality, times }) =>
    twice({ source: 'not-found', month, place: municipality, worry: topic, times }),
  );
  const missed = (await countMissed(db, span)).map(({ why, month, municipality, worry, times }) => ({
    source: why,
    month,
    place: municipality,
    worry,
    times,
  }));
  const notReceived = (await countNotReceived(db, span, now)).flatMap((counted) =>
    twice({ source: 'not-received', ...counted }),
  );
  return [...searched, ...missed, ...(await readDeclined(db, span)), ...notReceived];
}

/** A referral stands for the first worry of the entry that it went to, and for where that entry is. */
async function readDeclined(db: Database, { from, to }: Span): Promise<readonly Lack[]> {
  const declined = (await listDeclined(db, from)).filter(({ month }) => month <= to);
  const ids = [...new Set(declined.map(({ serviceId }) => serviceId))];
  const entries = await inTransaction(db, system('unmet.map'), (tx) => listServicesByIds(tx, ids));
  const contents = new Map(entries.map(({ id, content }) => [id, content]));
  return declined.flatMap(({ serviceId, month, times }) => {
    const content = contents.get(serviceId);
    const place = content?.locations[0]?.municipality ?? '';
    return twice({ source: 'declined', month, place, worry: content?.topics[0] ?? '', times });
  });
}

/** Of its one worry, and of whatever worry. */
function twice(lack: Lack): readonly Lack[] {
  return [lack, { ...lack, worry: anyWorry }];
}
