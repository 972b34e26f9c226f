import { z } from 'zod';
import type { Result } from '#platform/result.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { again, back, type ContactVisit } from '../boards/answer.ts';
import { linkPaths } from '../paths.ts';
import { decideAboutLink, markContact, undoLink } from './actions.ts';
import type { LinkRefusal } from './rules.ts';
import { refusals, words } from './words.ts';

const typed = z.string().max(40).default('');
const markForm = z.object({
  markKind: z.enum(['number', 'phone']),
  'mark-number': typed,
  'mark-phone': typed,
});
const linkForm = z.object({ earlierId: z.uuid(), state: z.enum(['linked', 'dismissed']) });

export const linkRoutes = new Routes()
  .post(linkPaths.mark, can.link, async (visit) => {
    const form = await visit.form(markForm);
    if (!form.ok) return again(visit, form.state);
    const kind = form.values.markKind;
    const mark = { vault: visit.tools.vault, ...visit.params, kind, value: form.values[`mark-${kind}`] };
    const kept = await markContact(visit.db, visit.person, mark, visit.now);
    // A telephone number is not shown again: it is nowhere kept.
    return done(visit, kept, 'kept', { markKind: kind });
  })
  .post(linkPaths.decide, can.link, async (visit) => {
    const form = await visit.form(linkForm);
    if (!form.ok) return again(visit, form.state);
    const link = { ...visit.params, ...form.values };
    return done(visit, await decideAboutLink(visit.db, visit.person, link, visit.now), 'decided');
  })
  .post(linkPaths.undo, can.link, async (visit) => {
    const form = await visit.form(z.object({ otherId: z.uuid() }));
    if (!form.ok) return again(visit, form.state);
    const link = { ...visit.params, ...form.values };
    return done(visit, await undoLink(visit.db, visit.person, link, visit.now), 'undone');
  }).list;

async function done(
  visit: ContactVisit,
  answer: Result<unknown, LinkRefusal>,
  notice: 'kept' | 'decided' | 'undone',
  again_: Record<string, string> = {},
): Promise<Response> {
  if (answer.ok) return back(visit, words[visit.lang][notice]);
  const fields = {
    'link-number-unknown': 'mark-number',
    'link-number-own': 'mark-number',
    'link-phone-wrong': 'mark-phone',
  } as const;
  const state = refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed: again_, fields });
  return again(visit, state);
}
