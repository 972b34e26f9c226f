import { anonymous, system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { upsertMunicipalities } from '../municipalities/store.ts';
import { countUnmet, type Unmet } from './store.ts';

const invented = { latitude: 35, longitude: 139, nameKana: 'ミホン' };

/** An invented prefecture with two cities on its map. */
export async function makeTwoCities(db: Database): Promise<void> {
  const city = (code: string, nameJa: string, nameEn: string, tileColumn: number) => ({
    ...invented,
    code,
    code6: `${code}1`,
    parentCode: '99000',
    kind: 'city',
    nameJa,
    nameEn,
    tileColumn,
    tileRow: 1,
    supportAuthority: code,
  });
  const names = { nameJa: 'みほん県', nameEn: 'Mihon' };
  const prefecture = { ...invented, ...names, code: '99000', code6: '990001', kind: 'prefecture' };
  await inTransaction(db, system('test'), (tx) =>
    upsertMunicipalities(tx, [
      { ...prefecture, supportAuthority: '99000' },
      city('99201', '大浜市', 'Ohama City', 1),
      city('99202', '小山市', 'Oyama City', 2),
    ]),
  );
}

/** Somebody looked so many times and found nothing. */
export async function makeUnmet(
  db: Database,
  { times, now, ...unmet }: Unmet & { times: number; now: Date },
): Promise<void> {
  await inTransaction(db, anonymous, async (tx) => {
    for (let time = 0; time < times; time += 1) await countUnmet(tx, unmet, now);
  });
}
