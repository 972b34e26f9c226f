import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { ownWorkPaths } from '../paths.ts';
import { listOfCase } from './store.ts';
import { words } from './words.ts';

/** The trainings of a person, for their own page. */
export async function ownTrainingLinks(
  tx: Tx,
  caseId: string,
): Promise<readonly { href: string; label: Text }[]> {
  return (await listOfCase(tx, caseId)).map(({ id, workplace }) => ({
    href: ownWorkPaths.page.to({ trainingId: id }),
    label: { ja: `${words.ja.ownTitle}（${workplace}）`, en: `${words.en.ownTitle} (${workplace})` },
  }));
}
