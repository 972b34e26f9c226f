import { ok, type Result, refuse } from '#platform/result.ts';

export type EditorRefusal = 'last-editor' | 'already-invited' | 'too-many';

/** More than anybody needs, fewer than anybody could annoy with mail. */
const most = 10;

export function decideInvite({
  mails,
  mail,
}: {
  mails: readonly string[];
  mail: string;
}): Result<'invite', EditorRefusal> {
  if (mails.includes(mail)) return refuse('already-invited');
  return mails.length >= most ? refuse('too-many') : ok('invite');
}

/** Somebody always holds a link: the last one cannot be ended. `mails`: of those whose links work. */
export function decideEnd({
  mails,
  mail,
}: {
  mails: readonly string[];
  mail: string;
}): Result<'end', EditorRefusal> {
  return mails.some((each) => each !== mail) ? ok('end') : refuse('last-editor');
}
