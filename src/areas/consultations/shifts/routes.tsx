import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises, worksAt } from '../access.ts';
import { type Door, doors } from '../desks/settings.ts';
import { findDesk } from '../desks/store.ts';
import { deskPaths } from '../paths.ts';
import { dropShift, planShift, staffOf } from './actions.ts';
import { OwnShiftsPage } from './pages/own.tsx';
import { ShiftsPage } from './pages/shifts.tsx';
import { monthAround, namesOnDuty, readPlan, weekAround } from './read.ts';
import { readClock } from './rules.ts';
import { listShiftsOf } from './store.ts';
import { refusals, words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;

const planForm = z.object({
  personId: z.uuid(),
  day: field.day(),
  from: field.text(10),
  to: field.text(10),
  doors: field.choices(),
  until: z.union([z.iso.date(), z.literal('')]).default(''),
});

const ownWeeks = 8;

export const shiftRoutes = new Routes()
  .get(deskPaths.ownShifts, can.answer, async (visit) => {
    const { personId } = visit.person;
    const to = new Date(visit.now.getTime() + ownWeeks * 7 * 86_400_000);
    const shifts = await inTransaction(visit.db, visit.who, (tx) =>
      listShiftsOf(tx, { personId, from: visit.now, to }),
    );
    return visit.page(<OwnShiftsPage view={visit.view} shifts={shifts} />);
  })
  .get(deskPaths.shifts, can.readDesk, (visit) => shiftsPage(visit, emptyForm))
  .post(deskPaths.shifts, can.runDesk, plan)
  .post(deskPaths.removeShift, can.runDesk, async (visit) => {
    const form = await visit.form(z.object({ which: z.enum(['one', 'following']) }));
    const { deskId, shiftId } = visit.params;
    const following = form.ok && form.values.which === 'following';
    if (form.ok) await dropShift(visit.db, visit.person, { deskId, shiftId, following }, visit.now);
    return visit.go(deskPaths.shifts.to({ deskId }), words[visit.lang].dropped);
  }).list;

async function plan(visit: DeskVisit): Promise<Response> {
  const form = await visit.form(planForm);
  if (!form.ok) return shiftsPage(visit, form.state);
  const { lang } = visit;
  const { personId, day, until } = form.values;
  const [from, to] = [readClock(form.values.from), readClock(form.values.to)];
  if (from === undefined || to === undefined || from === 1440) {
    const name = from === undefined || from === 1440 ? 'from' : 'to';
    const problems = [{ field: name, message: words[lang].timeWrong }];
    return shiftsPage(visit, { values: form.typed, problems });
  }
  const planned = await planShift(
    visit.db,
    visit.person,
    {
      ...visit.params,
      personId,
      day,
      from,
      to,
      until,
      doors: doors.filter((door) => isAsked(form.values, door)),
    },
    visit.now,
  );
  if (!planned.ok) {
    const fields = {
      'shift-without-door': 'doors',
      'shift-of-stranger': 'personId',
      'shift-too-often': 'until',
    };
    return shiftsPage(
      visit,
      refusedForm({ words: refusals, lang, refused: planned, typed: form.typed, fields }),
    );
  }
  return visit.go(deskPaths.shifts.to(visit.params, { day }), words[lang].planned(planned.value.days));
}

function isAsked({ doors: asked }: { doors: readonly string[] }, door: Door): boolean {
  return asked.includes(door);
}

async function shiftsPage(visit: DeskVisit, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  const { who, now, person } = visit;
  if (!worksAt(who, deskId)) throw new NotFound('desk');
  const asked = z.iso.date().safeParse(visit.query('day'));
  const day = asked.success ? asked.data : tokyoDay(now);
  const span = visit.query('span') === 'month' ? 'month' : 'week';
  const days = span === 'month' ? monthAround(day) : weekAround(day);
  const shown = await inTransaction(visit.db, who, async (tx) => {
    const desk = await findDesk(tx, deskId);
    return {
      desk,
      days: await readPlan(tx, { desk, days }),
      onDuty: await namesOnDuty(tx, { deskId, now }),
      staff: await staffOf(tx, deskId),
    };
  });
  return visit.page(
    <ShiftsPage
      view={visit.view}
      {...shown}
      staff={shown.staff.map(({ personId, name }) => ({ value: personId, label: name }))}
      span={span}
      day={day}
      before={span === 'week' ? addDays(day, -7) : addDays(`${day.slice(0, 7)}-01`, -1)}
      after={span === 'week' ? addDays(day, 7) : firstOfNext(day)}
      supervisor={supervises(who, deskId)}
      personId={person.personId}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function firstOfNext(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-01`, 32).slice(0, 7)}-01`;
}
