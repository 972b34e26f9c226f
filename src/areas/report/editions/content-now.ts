import { createHash } from 'node:crypto';
import { canonical } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { readSite } from '#platform/people/site.ts';
import { listYears, readYear } from '#areas/programs/index.ts';
import { applyDisclosure } from '../disclosure/apply.ts';
import type { Controlled } from '../disclosure/rules.ts';
import { readPublishedValues } from '../figures/store.ts';
import { withStates } from '../states/read.ts';
import type { EditionContent, EditionKind, Outlook } from './content.ts';
import { makeContent, outlookOf, planLine } from './make-content.ts';
import { findEdition, listEditionsOf } from './store.ts';

/** SHA-256 of the canonical JSON of what is printed. */
export function hashOf(content: EditionContent): string {
  return createHash('sha256')
    .update(canonical({ head: content.head, programs: content.programs }))
    .digest('hex');
}

/** What an edition of the year would say if it were made now. */
export async function contentNow(
  tx: Tx,
  {
    year,
    kind,
    note,
    withoutReason,
  }: { year: number; kind: EditionKind; note: string; withoutReason: string },
): Promise<Controlled> {
  const [source, site, publishedBefore] = [
    await readYear(tx, year),
    await readSite(tx),
    await readPublishedValues(tx, year - 1),
  ];
  const { operator, headquarters } = site;
  const outlook = kind === 'results' ? await findOutlook(tx, year + 1) : undefined;
  const frame = { kind, operator, headquarters, note, withoutReason, publishedBefore, outlook };
  return applyDisclosure(tx, await withStates(tx, makeContent(source, frame)));
}

/** A year's plan as it was published, otherwise as it is prepared. */
async function findOutlook(tx: Tx, fiscalYear: number): Promise<Outlook | undefined> {
  const editions = await listEditionsOf(tx, { fiscalYear, kind: 'plan' });
  const published = editions.find(({ status }) => status === 'published');
  if (published) return outlookOf(fiscalYear, (await findEdition(tx, published.id)).content);
  if (!(await listYears(tx)).some(({ year }) => year === fiscalYear)) return undefined;
  const { plan, terms } = await readYear(tx, fiscalYear);
  return outlookOf(fiscalYear, { pillars: terms.pillar, plan: plan.map(planLine) });
}
