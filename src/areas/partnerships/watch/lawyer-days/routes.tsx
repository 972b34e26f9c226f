import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { lawyerPaths } from '../../paths.ts';
import { watching } from '../actions.ts';
import { bookDay, cancelBooking, confirmBooking, openByToken } from './actions.ts';
import { BookingPage, LawyerDayPage, LawyerDaysPage } from './pages/public.tsx';
import { readShownDay, readShownDays } from './read.ts';
import { decideBooking, type LawyerRefusal, lawyerTopics } from './rules.ts';
import { refusals, words } from './words.ts';

const bookForm = z.object({
  slot: field.wholeOrNull({ max: 200 }),
  topic: field.choice(lawyerTopics),
  name: field.text(60),
  mail: field.email(),
  phone: field.optionalText(20),
  nickname: z.string().default(''),
});
/** Bookings in an hour and client: each sends a mail to an address that somebody typed. */
const limit = new RateLimit(12, { minutes: 60 });

type DayVisit = Visit<{ dayId: string }>;
type TokenVisit = Visit<{ token: string }>;

export const lawyerRoutes = new Routes()
  .anonymousPage(lawyerPaths.list, async (visit) => {
    const { db, view, lang, now } = visit;
    const days = await inTransaction(db, watching, (tx) => readShownDays(tx, { lang, from: tokyoDay(now) }));
    return visit.page(<LawyerDaysPage view={view} days={days} />);
  })
  .anonymousPage(lawyerPaths.day, (visit) => dayPage(visit, emptyForm))
  .anonymousPost(lawyerPaths.day, book)
  .anonymousPage(lawyerPaths.booking, (visit) => bookingPage(visit, ''))
  .anonymousPost(
    lawyerPaths.confirm,
    async (visit) => {
      const { vault, publicUrl } = visit.tools;
      const done = await confirmBooking(visit.db, { ...visit.params, vault, publicUrl }, visit.now);
      if (!done.ok) {
        const said = { words: refusals, lang: visit.lang, refused: done, typed: {} };
        const [problem] = refusedForm<LawyerRefusal>(said).problems;
        return bookingPage(visit, problem?.message ?? '');
      }
      return visit.go(lawyerPaths.booking.to(visit.params));
    },
    { secretUrl: true },
  )
  .anonymousPost(
    lawyerPaths.cancel,
    async (visit) => {
      const { vault, publicUrl } = visit.tools;
      await cancelBooking(visit.db, { ...visit.params, vault, publicUrl }, visit.now);
      return visit.go(lawyerPaths.booking.to(visit.params));
    },
    { secretUrl: true },
  ).list;

async function book(visit: DayVisit): Promise<Response> {
  const { db, lang, tools, now, params, c } = visit;
  const form = await visit.form(bookForm);
  if (!form.ok) return dayPage(visit, form.state);
  const { slot, topic, nickname, ...person } = form.values;
  if (nickname) return visit.go(lawyerPaths.day.to(params, { sent: 'sent' }));
  if (!limit.allows(clientOf(c, tools.config.TRUSTED_PROXIES), now)) {
    const problems = [{ field: '', message: words[lang].tooMany }];
    return dayPage(visit, { values: form.typed, problems }, 429);
  }
  const { vault, publicUrl } = tools;
  const asked = { ...params, slot, topic, person: { ...person, lang }, vault, publicUrl };
  const booked = await bookDay(db, asked, now);
  if (booked.ok)
    return visit.go(lawyerPaths.day.to(params, { sent: booked.value === 'waiting' ? 'waits' : 'sent' }));
  const fields = { 'slot-taken': 'slot', 'slot-unknown': 'slot' } as const;
  const said = { words: refusals, lang, refused: booked, typed: form.typed, fields };
  return dayPage(visit, refusedForm<LawyerRefusal>(said));
}

async function dayPage(visit: DayVisit, state: FormState, status?: 429): Promise<Response> {
  const { db, view, lang, now, params } = visit;
  const { shown, freeSlots } = await inTransaction(db, watching, (tx) =>
    readShownDay(tx, { dayId: params.dayId, lang }),
  );
  const sent = visit.query('sent');
  const open = decideBooking({ day: shown.day, taken: [], slot: 0, now }).ok;
  const is = sent === 'sent' || sent === 'waits' ? sent : open ? 'open' : 'over';
  const page = { view, state, shown, freeSlots, is } as const;
  return visit.page(<LawyerDayPage {...page} />, status ?? (state.problems.length > 0 ? 422 : 200));
}

async function bookingPage(visit: TokenVisit, refused: string): Promise<Response> {
  const { vault } = visit.tools;
  const { token } = visit.params;
  const { booking, day } = await openByToken(visit.db, { vault, token });
  const page = { view: visit.view, token, booking, day, refused };
  return visit.page(<BookingPage {...page} />, refused ? 422 : 200);
}
