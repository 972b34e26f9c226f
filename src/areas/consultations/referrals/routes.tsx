import { z } from 'zod';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { again, back } from '../boards/answer.ts';
import { contactPaths } from '../paths.ts';
import { refer, takeBackReferral } from './actions.ts';
import { refusals, words } from './words.ts';

const referWords = field.optionalText(100);
const referForm = z.object({
  referWords,
  referTo: z.union([z.uuid(), z.literal('')]).default(''),
  referHow: z.string().max(20).default(''),
});

export const referralRoutes = new Routes()
  // What is looked for travels in the form, never in an address.
  .post(contactPaths.findReferral, can.answer, async (visit) => {
    const form = await visit.form(z.object({ referWords }));
    return again(visit, form.ok ? { values: form.typed, problems: [] } : form.state);
  })
  .post(contactPaths.refer, can.answer, async (visit) => {
    const form = await visit.form(referForm);
    if (!form.ok) return again(visit, form.state);
    const { referTo: serviceId, referHow: how } = form.values;
    const { contactId } = visit.params;
    const kept = serviceId
      ? await refer(visit.db, visit.person, { contactId, serviceId, how }, visit.now)
      : ({ ok: false, refusal: 'referral-unknown' } as const);
    if (kept.ok) return back(visit, words[visit.lang].kept);
    const fields = {
      'referral-unknown': 'referTo',
      'referral-there': 'referTo',
      'referral-way-missing': 'referHow',
    } as const;
    const { typed } = form;
    return again(visit, refusedForm({ words: refusals, lang: visit.lang, refused: kept, typed, fields }));
  })
  .post(contactPaths.takeBackReferral, can.answer, async (visit) => {
    const form = await visit.form(z.object({ referralId: z.uuid() }));
    if (!form.ok) return again(visit, form.state);
    const taken = { ...visit.params, id: form.values.referralId };
    await takeBackReferral(visit.db, visit.person, taken, visit.now);
    return back(visit, words[visit.lang].takenBack);
  }).list;
