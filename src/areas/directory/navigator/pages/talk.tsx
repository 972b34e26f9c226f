import type { Child } from 'hono/jsx';
import { withQuery } from '#platform/path.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { navigatorPaths, staffDirectoryPaths } from '../../paths.ts';
import type { Answers } from '../flow.ts';
import { type GuideLanguage, guideWords, pageLang } from '../guide/guide.ts';
import { words } from '../words.ts';

/** One page of the conversation. */
export interface Talk {
  readonly view: View;
  /** The language of the conversation; the site around it follows in Japanese or English. */
  readonly language: GuideLanguage;
  readonly answers: Answers;
  /** Of a draft, walked by those who write it: on pages of theirs, and nothing is handed to anybody. */
  readonly preview?: boolean;
}

/** The site in the language nearest to that of the conversation, links included. */
export function viewIn(view: View, language: GuideLanguage): View {
  const lang = pageLang(language);
  if (lang === view.lang) return view;
  return {
    ...view,
    lang,
    href: (url, query) => withQuery(url, { ...query, lang: lang === 'ja' ? undefined : lang }),
  };
}

interface TalkPageProps {
  readonly talk: Talk;
  readonly problems?: Parameters<typeof PublicFrame>[0]['problems'];
  /** The first page is the same for everybody and stands in search engines. */
  readonly first?: boolean;
  readonly children?: Child;
}

/** Titles say nothing of what is asked: they stay in the history of a device that others use. */
export function TalkPage({ talk, problems, first = false, children }: TalkPageProps) {
  const view = viewIn(talk.view, talk.language);
  const t = words[view.lang];
  return (
    <PublicFrame
      view={view}
      title={t.title}
      {...(problems ? { problems } : {})}
      {...(first ? { description: t.description, canonical: navigatorPaths.start.to({}) } : {})}
      languageSwitch={first && !talk.preview}
    >
      {talk.preview && (
        <Notice view={view} title={t.preview}>
          <p>
            {t.previewLead} <a href={view.href(staffDirectoryPaths.navigator.to({}))}>{t.previewBack}</a>
          </p>
        </Notice>
      )}
      <div class="guide" lang={talk.language === 'ja-simple' ? 'ja' : talk.language}>
        {children}
      </div>
    </PublicFrame>
  );
}

/** Every answer so far travels in the form itself, but for those that the form asks for. */
export function TalkForm({
  talk,
  on,
  seen = [],
  fromResult = false,
  asks = [],
  action = (talk.preview ? staffDirectoryPaths.navigatorPreview : navigatorPaths.start).to({}),
  children,
}: {
  talk: Talk;
  /** The question that the form is about. */
  on?: string | undefined;
  /** What cannot wait and was answered already. */
  seen?: readonly string[];
  fromResult?: boolean;
  asks?: readonly string[];
  action?: string;
  children?: Child;
}) {
  const kept = Object.entries(talk.answers).filter(([name]) => !asks.includes(name));
  const spoken = talk.answers['language'] === undefined && talk.language !== 'ja';
  return (
    <form method="post" action={action} class="form" autocomplete="off" novalidate>
      {on && <HiddenField name="on" value={on} />}
      {fromResult && <HiddenField name="from" value="result" />}
      {spoken && <HiddenField name="speak" value={talk.language} />}
      {seen.map((kind) => (
        <HiddenField name="seen[]" value={kind} />
      ))}
      {kept.flatMap(([name, values]) =>
        values.map((value) => <HiddenField name={`${name}[]`} value={value} />),
      )}
      {children}
    </form>
  );
}

/** A press that leads somewhere in the conversation. */
export function Press({
  go,
  kind = 'secondary',
  children,
}: {
  go: string;
  kind?: 'primary' | 'secondary' | 'quiet';
  children?: Child;
}) {
  return (
    <button class={`button ${kind}`} type="submit" name="go" value={go}>
      {children}
    </button>
  );
}

export function talkWords(talk: Talk) {
  return guideWords(talk.language);
}
