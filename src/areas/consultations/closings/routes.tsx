import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { again, back } from '../boards/answer.ts';
import { closingPaths } from '../paths.ts';
import { refusals } from '../talks/words.ts';
import { stayOn } from './actions.ts';
import { stayWords } from './words.ts';

export const closingRoutes = new Routes().post(closingPaths.stay, can.answer, async (visit) => {
  const contact = { vault: visit.tools.vault, ...visit.params };
  const stays = await stayOn(visit.db, visit.person, contact, visit.now);
  if (stays.ok) return back(visit, stayWords[visit.lang].staying);
  return again(visit, refusedForm({ words: refusals, lang: visit.lang, refused: stays, typed: {} }));
}).list;
