import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { placeStaffPaths } from '../../paths.ts';
import { findOwnPlace } from '../read.ts';
import { dayText, fromAddress, spanText } from '../say.ts';
import { countVisitors, findSession, listCounted, sumVisitors } from './actions.ts';
import { CountPage, VisitorsPage } from './pages/visitors.tsx';
import { type Bands, bands, type CountRefusal, ways } from './rules.ts';
import { listVersions } from './store.ts';
import { refusals, words } from './words.ts';

const people = () => field.wholeOrNull({ max: 9999 });
const countForm = z.object({
  preschool: people(),
  primary: people(),
  'junior-high': people(),
  high: people(),
  youth: people(),
  adult: people(),
  senior: people(),
  unknown: people(),
  way: z.enum(ways).optional().catch(undefined),
  reason: field.optionalText(200),
});

type CountVisit = Visit<{ serviceId: string; day: string; slot: string }>;
const fields = { 'nobody-counted': bands[0], 'already-counted': 'way', 'reason-missing': 'reason' } as const;

export const visitorRoutes = new Routes()
  .get(placeStaffPaths.visitors, can.operatePlace, async (visit) => {
    const { db, who, now, params, lang } = visit;
    const fiscalYear = fiscalYearOf(tokyoDay(now));
    const shown = await inTransaction(db, who, async (tx) => {
      const { id, content } = await findOwnPlace(tx, who, params.serviceId);
      return {
        place: { id, name: contentIn(lang, content.name) },
        sessions: await listCounted(tx, who, id, now),
        sum: await sumVisitors(tx, { fiscalYear, serviceId: id }),
      };
    });
    return visit.page(<VisitorsPage view={visit.view} fiscalYear={fiscalYear} {...shown} />);
  })
  .get(placeStaffPaths.count, can.operatePlace, (visit) => countPage(visit, emptyForm))
  .post(placeStaffPaths.count, can.operatePlace, async (visit) => {
    const form = await visit.form(countForm);
    if (!form.ok) return countPage(visit, form.state);
    const { way, reason, ...typed } = form.values;
    const counted = Object.fromEntries(Object.entries(typed).filter(([, count]) => count !== null)) as Bands;
    const slot = fromAddress(visit.params.slot);
    const input = { ...visit.params, slot, counted, way, reason };
    const done = await countVisitors(visit.db, visit.who, input, visit.now);
    if (done.ok)
      return visit.go(placeStaffPaths.visitors.to(visit.params), words[visit.lang].saved(done.value.total));
    return countPage(
      visit,
      refusedForm<CountRefusal>({
        words: refusals,
        lang: visit.lang,
        refused: done,
        typed: form.typed,
        fields,
      }),
    );
  }).list;

async function countPage(visit: CountVisit, state: FormState): Promise<Response> {
  const { db, who, params, lang } = visit;
  const { serviceId, day } = params;
  const slot = fromAddress(params.slot);
  const shown = await inTransaction(db, who, async (tx) => {
    const { id, content } = await findOwnPlace(tx, who, serviceId);
    const session = await findSession(tx, who, { serviceId, day, slot });
    const text = [
      dayText(lang, day),
      session.closes ? spanText(lang, session) : session.opens,
      session.title,
    ];
    return {
      place: { id, name: contentIn(lang, content.name) },
      session: text.filter(Boolean).join(' '),
      versions: await listVersions(tx, { serviceId, day, slot }),
    };
  });
  const page = <CountPage view={visit.view} state={state} day={day} slot={slot} {...shown} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
