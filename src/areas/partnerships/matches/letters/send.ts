import type { Tx } from '#platform/database/database.ts';
import { contentIn, isLang, type Lang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { withQuery } from '#platform/path.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import { concierge, memberAgent } from '../../access.ts';
import { matchLinkPaths } from '../../paths.ts';
import { otherSide, type Side } from '../rules.ts';
import { organisationOf } from '../sides.ts';
import { insertLink, listNames, type Match } from '../store.ts';
import { mailWords } from './words.ts';

/** Days for which a mailed link is good. */
const linkDays = 30;

export type Letter = keyof (typeof mailWords)['ja']['subjects'];

interface Mailing {
  readonly match: Match;
  readonly to: Side;
  readonly letter: Letter;
  readonly words: string;
  readonly publicUrl: string;
  /** What the letter tells of: a second run of its job writes it no second time. */
  readonly once: string;
  readonly now: Date;
}

/** To everybody who acts for one side: each with a link of their own, which opens this thread and nothing else. */
export async function sendTo(tx: Tx, mailing: Mailing): Promise<void> {
  const { match, to, letter, words, publicUrl, once, now } = mailing;
  const other = organisationOf(match, otherSide[to]);
  const [name] = await listNames(tx, [other]);
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000);
  for (const { personId, email, lang: spoken } of await recipients(tx, organisationOf(match, to))) {
    const lang: Lang = isLang(spoken) ? spoken : 'ja';
    const token = newToken();
    await insertLink(tx, { token, matchId: match.id, side: to, personId, expiresAt });
    const query = { lang: lang === 'ja' ? undefined : lang };
    const url = withQuery(`${publicUrl}${matchLinkPaths.talk.to({ token })}`, query);
    const of = contentIn(lang, { ja: name?.nameJa ?? '', en: name?.nameEn ?? null });
    const { subjects, body, paused } = mailWords[lang];
    const text = letter === 'paused' ? paused(url) : body({ other: of, title: match.title, words, url });
    await post(tx, { to: email, subject: subjects[letter], body: text }, once);
  }
}

/** A need that the office has drafted has no agents: its concierges answer. */
async function recipients(tx: Tx, organisationId: string) {
  const agents = await listMailRecipients(tx, { organisationId, role: memberAgent.name });
  return agents.length > 0 ? agents : listMailRecipients(tx, { organisationId, role: concierge.name });
}
