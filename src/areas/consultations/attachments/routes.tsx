import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { contactPaths, talkPaths } from '../paths.ts';
import { conversationPage, here, lost } from '../talks/shown.tsx';
import { refusals as talkRefusals } from '../talks/words.ts';
import { attach, openFile, openOwnFile, type OpenedFile } from './actions.ts';
import { maxBytes } from './rules.ts';
import { refusals, words } from './words.ts';

const form = z.object({ file: field.upload(), key: z.string().min(8).max(64) });
/** Room for the form around the file; one that is larger is refused in words as long as it fits in here. */
const maxBody = 2 * maxBytes;

export const attachmentRoutes = new Routes()
  .anonymousPost(
    talkPaths.attach,
    async (visit) => {
      const contact = await here(visit);
      if (!contact) return lost(visit);
      const typed = await visit.form(form);
      if (!typed.ok) return conversationPage(visit, typed.state);
      const { file, key } = typed.values;
      const content = file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
      const { vault } = visit.tools;
      const given = { vault, contactId: contact.id, name: nameOf(file?.name), content, key };
      const attached = await attach(visit.db, given, visit.now);
      if (attached.ok) return visit.go(talkPaths.conversation.to({}), words[visit.lang].sent);
      const all = { ja: { ...talkRefusals.ja, ...refusals.ja }, en: { ...talkRefusals.en, ...refusals.en } };
      const fields = Object.fromEntries(Object.keys(refusals.ja).map((name) => [name, 'file']));
      const state = refusedForm({ words: all, lang: visit.lang, refused: attached, typed: {}, fields });
      return conversationPage(visit, state);
    },
    { maxBody },
  )
  .anonymousPage(talkPaths.file, async (visit) => {
    const contact = await here(visit);
    if (!contact) throw new NotFound('attachment');
    const { vault } = visit.tools;
    return given(visit, await openOwnFile(visit.db, { vault, contactId: contact.id, ...visit.params }));
  })
  .get(contactPaths.file, can.readDesk, async (visit) =>
    given(
      visit,
      await openFile(visit.db, visit.person, { vault: visit.tools.vault, ...visit.params }, visit.now),
    ),
  ).list;

/** Whatever is in it runs nowhere and is kept nowhere: a picture is shown, anything else is saved by whoever wants it. */
function given(visit: Visit, { mediaType, content }: OpenedFile): Response {
  const shown = mediaType.startsWith('image/');
  return visit.c.body(new Uint8Array(content), 200, {
    'content-type': mediaType,
    'content-disposition': shown ? 'inline' : 'attachment; filename="file.pdf"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
}

function nameOf(name = ''): string {
  return (
    name
      .normalize('NFC')
      .replace(/[/\\\p{Cc}]/gu, '_')
      .slice(0, 100) || 'file'
  );
}
