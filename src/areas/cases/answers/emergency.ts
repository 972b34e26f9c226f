import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { codeName } from '../case-files/codes.ts';
import type { CaseFile } from '../case-files/store.ts';
import { caseLists } from '../forms/lists.ts';
import { formSetFor } from '../forms/read.ts';
import { listOf, optionOf } from '../forms/rules.ts';
import { listServicesGiven } from '../records/store.ts';
import { readAnswers } from './actions.ts';
import { helpsAtOnce, isPressing, listed } from './rules.ts';

export interface Emergency {
  /** What was provided or used so far, by name. */
  readonly helped: readonly string[];
}

/** 緊急的な支援: what cannot wait for a plan, from the screening until a plan is decided; undefined where nothing presses. */
export async function readEmergency(
  tx: Tx,
  { vault, caseFile, lang }: { vault: Vault; caseFile: CaseFile; lang: Lang },
): Promise<Emergency | undefined> {
  const stored = (await readAnswers(tx, vault, { caseFile, forms: ['intake'] })).get('intake');
  const answers = stored?.answers.get('basic');
  if (!isPressing(caseFile, answers?.['urgent'])) return undefined;
  const set = await formSetFor(tx, caseFile.receivedOn);
  const { services } = caseLists(set);
  const used = listed(answers?.['urgentUsed']).flatMap(
    (code) => optionOf(listOf(set, 'urgent-program'), code)?.name[lang] ?? [],
  );
  const given = (await listServicesGiven(tx, caseFile.id)).filter(helpsAtOnce);
  return { helped: [...new Set([...used, ...given.map((code) => codeName(lang, services, code))])] };
}
