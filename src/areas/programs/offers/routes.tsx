import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { formatNumber } from '#platform/i18n.ts';
import { field } from '#platform/web/form.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { programPaths } from '../paths.ts';
import { takeOffer } from './actions.ts';
import { findOfferFile } from './store.ts';
import { refusals, words } from './words.ts';

type OfferVisit = Visit<{ programId: string; offerId: string }>;

const takeForm = z.object({ sha256: z.string().length(64), standing: field.numberOrNull() });

export const offerRoutes = new Routes()
  .get(programPaths.offerFile, can.readPrograms, async ({ db, who, params }: OfferVisit) => {
    const { file, sha256 } = await inTransaction(db, who, (tx) => findOfferFile(tx, params));
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="figure-${sha256.slice(0, 8)}.csv"`,
    };
    return new Response(file, { headers });
  })
  .post(programPaths.takeOffer, can.writeProgram, take).list;

/** Both ends on the program's page, where the figure and what stands beside it are seen again. */
async function take(visit: OfferVisit): Promise<Response> {
  const { db, who, params, lang, now } = visit;
  const { programId } = params;
  const page = `${programPaths.program.to({ programId })}#offers`;
  const form = await visit.form(takeForm);
  if (!form.ok) return visit.go(page, form.state.problems[0]?.message);
  const { sha256, standing } = form.values;
  const taken = await takeOffer(db, who, { ...params, seen: { sha256, value: standing } }, now);
  if (!taken.ok) return visit.go(page, sayRefusal(refusals, lang, taken));
  return visit.go(page, words[lang].taken(formatNumber(lang, taken.value.value)));
}
