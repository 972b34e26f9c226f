import { type Db, inTransaction, type Tx } from '../database/database.ts';
import { anonymous } from '../access.ts';
import { publicPagesChanged } from '../public-pages.ts';
import type { Site } from '../web/view.ts';
import { site } from './tables.ts';

/** Whose site this is; a neutral text before anybody has said. */
export async function readSite(db: Db): Promise<Site> {
  const [row] = await inTransaction(db, 'who' in db ? db.who : anonymous, (tx) => tx.select().from(site));
  if (!row) return unnamed;
  return {
    operator: { ja: row.operatorJa, en: row.operatorEn },
    title: { ja: row.titleJa, en: row.titleEn },
    headquarters: { ja: row.headquartersJa, en: row.headquartersEn },
    demo: row.demo === 1,
  };
}

/** Says whose site this is (one row). The caller has checked who may. */
export async function nameSite(tx: Tx, { operator, title, headquarters, demo }: Site): Promise<void> {
  const row = {
    operatorJa: operator.ja,
    operatorEn: operator.en,
    titleJa: title.ja,
    titleEn: title.en,
    headquartersJa: headquarters.ja,
    headquartersEn: headquarters.en,
    demo: demo ? 1 : 0,
  };
  await tx
    .insert(site)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: site.id, set: row });
  await publicPagesChanged(tx);
}

const unnamed: Site = {
  operator: { ja: '（運営する自治体）', en: '(operator)' },
  title: { ja: 'つなぎ', en: 'Tsunagi' },
  headquarters: { ja: '推進本部', en: 'Headquarters' },
  demo: false,
};
