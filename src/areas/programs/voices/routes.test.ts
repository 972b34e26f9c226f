import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { programPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { addVoice } from './actions.ts';
import { listVoices } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
await makeYear(app.db, { year: 2024, bureaus: [bureau.organisationId] });
const programId = await makeProgram(app.db, { organisationId: bureau.organisationId });
const voices = () => inTransaction(app.db, office.who, (tx) => listVoices(tx, programId));
const voice = {
  speaker: '対象者',
  words: '夜に<話せて>よかった',
  consentOn: '2025-01-10',
  consentHow: '書面',
};

test('a voice without consent is not taken, on the form nor past it, and what was typed stays', async () => {
  const answer = await app.post(
    programPaths.newVoice.to({ programId }),
    { ...voice, consentHow: '' },
    bureau,
  );
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('夜に&lt;話せて&gt;よかった');
  const past = await addVoice(app.db, bureau.who, { programId, ...voice, consentOn: '' });
  expect(past).toMatchObject({ ok: false, refusal: 'consent-missing' });
  const tomorrow = { ...voice, consentOn: '2999-01-01' };
  const future = await app.post(programPaths.newVoice.to({ programId }), tomorrow, bureau);
  expect(await future.text()).toContain('今日より先');
  expect(await voices()).toEqual([]);
});

test('a voice is told by its role, changed, and removed when consent is taken back', async () => {
  expect((await app.post(programPaths.newVoice.to({ programId }), voice, bureau)).status).toBe(303);
  const page = await (await app.get(programPaths.program.to({ programId }), office)).text();
  expect(page).toContain('夜に&lt;話せて&gt;よかった');
  expect(page).toContain('同意：令和7年1月10日（書面）');
  const voiceId = (await voices())[0]?.id ?? '';
  await app.post(programPaths.voice.to({ programId, voiceId }), { ...voice, speaker: '事業所' }, bureau);
  expect(await voices()).toMatchObject([{ speaker: '事業所' }]);
  expect((await app.post(programPaths.removeVoice.to({ programId, voiceId }), {}, bureau)).status).toBe(303);
  expect(await voices()).toEqual([]);
  expect((await app.get(programPaths.voice.to({ programId, voiceId }), bureau)).status).toBe(404);
});
