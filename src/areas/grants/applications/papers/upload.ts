import type { Context } from 'hono';
import type { Lang } from '#platform/i18n.ts';
import type { Db } from '#platform/database/database.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { DeadLink, Entrance } from '../open.ts';
import { addPaper, type Tray } from './actions.ts';
import { largestPaper } from './rules.ts';
import { refusals, words } from './words.ts';

/** Papers that come in one form. */
const mostAtOnce = 10;
/** A little more than three of the largest, so that what is too large is answered in words and not cut off. */
export const maxUpload = 3 * largestPaper + 1_048_576;

export interface Uploaded {
  readonly code: string;
  readonly files: readonly File[];
}

/** The files of a form, whatever else it holds. A body that was cut off is no form: nothing of it is taken. */
export async function readUpload(c: Context): Promise<Uploaded | undefined> {
  const posted = await c.req.parseBody({ all: true }).catch(() => undefined);
  const code = posted?.['code'];
  if (!posted || typeof code !== 'string') return undefined;
  const given = posted[`file.${code}`];
  const files = (Array.isArray(given) ? given : [given]).filter(
    (each): each is File => each instanceof File && each.name !== '',
  );
  return { code, files };
}

export function trayOf({ tools }: Visit): Tray {
  return { vault: tools.vault, files: tools.files, scanner: tools.config.CLAMAV_SOCKET };
}

/** Takes what was uploaded, one after the other; the first that is refused is said, and those before it stay. */
export async function takeUpload(
  db: Db,
  entrance: Entrance,
  { tray, lang, uploaded }: { tray: Tray; lang: Lang; uploaded: Uploaded | undefined },
  now: Date,
): Promise<{ readonly state: FormState } | { readonly dead: DeadLink } | 'taken'> {
  const wrong = (message: string, name = '') => {
    const said = name ? `${name}：${message}` : message;
    return { state: { values: {}, problems: [{ field: `file.${uploaded?.code ?? ''}`, message: said }] } };
  };
  const t = words[lang];
  if (!uploaded) return wrong(sayRefusal(refusals, lang, { refusal: 'file-empty' }));
  const { code, files } = uploaded;
  if (files.length === 0) return wrong(t.choosing);
  if (files.length > mostAtOnce) return wrong(t.most);
  for (const file of files) {
    const content = new Uint8Array(await file.arrayBuffer());
    const added = await addPaper(db, entrance, { tray, code, content, name: file.name }, now);
    if (added.ok) continue;
    const { refusal } = added;
    if (refusal === 'unknown' || refusal === 'ended') return { dead: refusal };
    return wrong(sayRefusal(refusals, lang, { ...added, refusal }), file.name);
  }
  return 'taken';
}
