import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { programPaths } from '../paths.ts';
import { writersPage } from '../programs/gather.ts';
import { addVoice, changeVoice, removeVoice } from './actions.ts';
import { VoicePage } from './pages/voice.tsx';
import type { VoiceRefusal } from './rules.ts';
import { findVoice } from './store.ts';
import { refusals, words } from './words.ts';

const voiceForm = z.object({
  speaker: field.text(60),
  words: field.text(2000),
  consentOn: field.day(),
  consentHow: field.text(200),
});

type ProgramVisit = Visit<{ programId: string }>;
type Refused = RefusedWith<VoiceRefusal>;

export const voiceRoutes = new Routes()
  .get(programPaths.newVoice, can.writeProgram, (visit) => voicePage(visit, undefined, emptyForm))
  .post(programPaths.newVoice, can.writeProgram, async (visit) => {
    const { programId } = visit.params;
    const form = await visit.form(voiceForm);
    if (!form.ok) return voicePage(visit, undefined, form.state);
    const added = await addVoice(visit.db, visit.who, { programId, ...form.values }, visit.now);
    if (added.ok) return back(visit, words[visit.lang].added);
    return voicePage(visit, undefined, refused(visit, added, form.typed));
  })
  .get(programPaths.voice, can.writeProgram, (visit) => voicePage(visit, visit.params.voiceId, emptyForm))
  .post(programPaths.voice, can.writeProgram, async (visit) => {
    const { voiceId } = visit.params;
    const form = await visit.form(voiceForm);
    if (!form.ok) return voicePage(visit, voiceId, form.state);
    const saved = await changeVoice(visit.db, visit.who, { voiceId, ...form.values }, visit.now);
    if (saved.ok) return back(visit, words[visit.lang].saved);
    return voicePage(visit, voiceId, refused(visit, saved, form.typed));
  })
  .post(programPaths.removeVoice, can.writeProgram, async (visit) => {
    const { voiceId } = visit.params;
    const removed = await removeVoice(visit.db, visit.who, { voiceId }, visit.now);
    if (removed.ok) return back(visit, words[visit.lang].removed);
    return voicePage(visit, voiceId, refused(visit, removed, {}));
  }).list;

function back(visit: ProgramVisit, notice: string): Response {
  return visit.go(programPaths.program.to(visit.params), notice);
}

function refused(visit: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'speaker-missing': 'speaker',
    'words-missing': 'words',
    'consent-missing': 'consentOn',
    'consent-in-the-future': 'consentOn',
  };
  return refusedForm<VoiceRefusal>({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function voicePage(
  visit: ProgramVisit,
  voiceId: string | undefined,
  state: FormState,
): Promise<Response> {
  const facts = await writersPage(visit, async (tx, program) => {
    const voice = voiceId ? await findVoice(tx, voiceId) : undefined;
    if (voice && voice.programId !== program.id) throw new NotFound('voice');
    return { voice };
  });
  const page = <VoicePage view={visit.view} state={state} {...facts} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
