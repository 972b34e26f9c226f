import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { beginForms, publishForms, saveList } from '#areas/cases/forms/actions.ts';
import { listOf } from '#areas/cases/forms/rules.ts';
import { standardSet } from '#areas/cases/forms/standard/set.ts';
import { granted } from '../cast.ts';
import type { Stage } from './programs.ts';

/** A version of the forms in which the prefecture has added a way of its own to hand somebody on. */
export async function loadForms({ tx, who, now }: Stage): Promise<void> {
  const fiscalYear = fiscalYearOf(tokyoDay(now));
  granted(await beginForms(tx, who, { fiscalYear }, now), 'beginning to change the forms');
  const own = {
    code: '',
    ja: 'LINE・メール',
    en: 'LINE or e-mail',
    source: 'local',
    class: '',
    mark: '',
    retired: false,
  } as const;
  const lines = [
    ...listOf(standardSet, 'handover').options.map(({ code, name, source }, at) => {
      const words = { code, ja: name.ja, en: name.en, source } as const;
      return { ...words, class: '' as const, mark: '' as const, position: at, retired: false };
    }),
    { ...own, position: 99 },
  ];
  granted(
    await saveList(tx, who, { fiscalYear, revision: 1, list: 'handover', lines }, now),
    'a list of the forms',
  );
  granted(await publishForms(tx, who, { fiscalYear }, now), 'publishing the forms');
}
