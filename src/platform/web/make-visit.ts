import type { Context } from 'hono';
import type { z } from 'zod';
import { anonymous, type PersonWho, type Who } from '../access.ts';
import { Forbidden } from '../errors.ts';
import { defaultLang, isLang, type Lang } from '../i18n.ts';
import { withQuery } from '../path.ts';
import { paths as signInPaths } from '../sign-in/paths.ts';
import { findSession } from '../sign-in/sessions.ts';
import type { Frame } from './app.ts';
import { langCookie, noticeCookie, sessionCookie } from './cookies.ts';
import { readForm } from './form.ts';
import type { View } from './view.ts';
import type { ApiVisit, Page, Visit } from './visit.ts';

/**
 * The language of a page: `?lang=` in the URL; on pages of a signed-in person also their cookie, then their own setting.
 * Shared pages look at the URL only, because they are kept by URL.
 */
function langOf(frame: Frame, c: Context, who: Who & { lang?: Lang }, shared: boolean): Lang {
  const asked = c.req.query('lang');
  if (isLang(asked)) return asked;
  if (shared) return defaultLang;
  const remembered = frame.cookies.read(c, langCookie);
  return isLang(remembered) ? remembered : (who.lang ?? defaultLang);
}

/** A visit, and until when its answer holds. */
export type Answering<V> = V & { readonly validUntil: () => Date | undefined };

export function makeApiVisit(frame: Frame, c: Context, who: Who = anonymous): Answering<ApiVisit> {
  let earliest: Date | undefined;
  return {
    c,
    db: frame.db,
    who,
    now: new Date(),
    params: c.req.param(),
    query: (name) => c.req.query(name) ?? '',
    tools: frame.tools,
    remember: (name, make) => frame.cache.remember(name, make),
    changesAt: (moment) => {
      if (!earliest || moment < earliest) earliest = moment;
    },
    validUntil: () => earliest,
  };
}

export async function makeVisit(
  frame: Frame,
  c: Context,
  who: Who,
  shared: boolean,
): Promise<Answering<Visit>> {
  const lang = langOf(frame, c, who, shared);
  const signedIn = who.kind === 'person';
  if (signedIn && isLang(c.req.query('lang')))
    frame.cookies.write(c, langCookie, lang, { maxAgeSeconds: 31_536_000 });
  const view = await makeView(frame, c, who, { lang, shared });
  // As bytes: of a text every layer below would count the bytes again.
  const page = async (body: Page, status = 200) =>
    c.body(Buffer.from(await body.toString()), status as 200, { 'content-type': 'text/html; charset=UTF-8' });
  return {
    ...makeApiVisit(frame, c, who),
    get person() {
      if (who.kind !== 'person') throw new Forbidden('signed-in');
      return who;
    },
    whoNow: () => (shared ? Promise.resolve(anonymous) : whoIs(frame, c, { quietly: true })),
    lang,
    view,
    form: <Schema extends z.ZodType>(schema: Schema) => readForm(c, schema, lang),
    page,
    go: (url, notice) => {
      if (notice)
        frame.cookies.write(c, noticeCookie, Buffer.from(notice).toString('base64url'), {
          maxAgeSeconds: 60,
        });
      return c.redirect(view.href(url), 303);
    },
  };
}

/** Pages of those who work here; their language is kept for them. */
export const isStaffPath = (path: string) => path === '/staff' || path.startsWith('/staff/');

async function makeView(
  frame: Frame,
  c: Context,
  who: Who,
  { lang, shared }: { lang: Lang; shared: boolean },
): Promise<View> {
  const url = new URL(c.req.url);
  const person = who.kind === 'person' ? who : undefined;
  return {
    lang,
    path: url.pathname,
    inLang: (other) => {
      const query = new URLSearchParams(url.search);
      if (other === defaultLang && !person) query.delete('lang');
      else query.set('lang', other);
      return `${url.pathname}${query.size ? `?${query}` : ''}`;
    },
    // On staff pages the language is in the cookie; on pages for everybody, which are kept by URL, it travels in the links.
    href: (target, query) => {
      const remembered = person && isStaffPath(target);
      return withQuery(target, { ...query, lang: remembered || lang === defaultLang ? undefined : lang });
    },
    site: await frame.cache.remember('site', frame.site),
    person: person && {
      name: person.name,
      organisations: [...new Set(person.memberships.map((held) => held.organisationName))],
    },
    signOut: person && signInPaths.signOut.to({}),
    account: person && signInPaths.account.to({}),
    navigation: person ? navigationOf(frame, person) : frame.publicNavigation,
    footer: person ? undefined : frame.publicFooter,
    notice: shared ? undefined : takeNotice(frame, c),
    assets: frame.assets,
  };
}

function navigationOf(frame: Frame, person: PersonWho): View['navigation'] {
  const own = frame.navigation.filter(({ permission }) => permission.allows(person));
  return own.map(({ href, label }) => ({ href, label }));
}

function takeNotice(frame: Frame, c: Context): string | undefined {
  if (c.req.method !== 'GET') return undefined;
  const kept = frame.cookies.read(c, noticeCookie);
  if (!kept) return undefined;
  frame.cookies.drop(c, noticeCookie);
  return Buffer.from(kept, 'base64url').toString('utf8');
}

/** The person behind the session cookie of a request, as of now. */
export async function whoIs(frame: Frame, c: Context, { quietly = false } = {}): Promise<Who> {
  const token = frame.cookies.read(c, sessionCookie);
  return (token && (await findSession(frame.db, token, new Date(), frame.roles, { quietly }))) || anonymous;
}
