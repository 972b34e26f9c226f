import type { Child } from 'hono/jsx';
import { Document, type DocumentProps } from './document.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Brand, LanguageSwitch, NavigationList, PublicNavigation, SkipLink, Status } from './frame-parts.tsx';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

/** Where 「すぐ離れる」 leads: a page that nobody minds to have open. Nothing of it is loaded before it is pressed. */
export const quickExitUrl = 'https://www.jma.go.jp/bosai/forecast/';

interface FrameProps extends DocumentProps {
  /** `false` on pages that answer a form: a link to another language would lose what was typed. */
  readonly languageSwitch?: boolean;
  readonly children?: Child;
}

/** A page that anybody may see: no person, quick exit always in sight. `leave`: a page of ours that clears up on the way out. */
export function PublicFrame(props: FrameProps & { readonly leave?: string }) {
  const { view, problems, children, leave, bare, languageSwitch = true } = props;
  const body = (
    <>
      <SkipLink view={view} />
      <header class="masthead">
        <div class="wrap bar">
          {!bare && <Brand view={view} href="/" />}
          <div class="tools">
            {!bare && view.navigation.length > 0 && (
              <nav class="links" aria-label={words[view.lang].mainNavigation}>
                <PublicNavigation view={view} items={view.navigation} />
              </nav>
            )}
            {languageSwitch && <LanguageSwitch view={view} />}
          </div>
          <QuickExit view={view} href={leave ?? quickExitUrl} />
        </div>
      </header>
      <main id="main" tabindex={-1} class="wrap">
        <Status view={view} />
        <ErrorSummary view={view} problems={problems} />
        {children}
      </main>
      {!bare && <PublicFooter view={view} />}
    </>
  );
  return Document({ ...props, body, kind: 'public' });
}

function QuickExit({ view, href }: { view: View; href: string }) {
  const text = words[view.lang];
  return (
    <a class="leave" href={href} rel="noreferrer nofollow" data-leave title={text.leaveHint}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M2 2l12 12M14 2L2 14" stroke="currentColor" stroke-width="2" />
      </svg>
      {text.leave}
    </a>
  );
}

function PublicFooter({ view }: { view: View }) {
  const { lang, site } = view;
  return (
    <footer class="foot">
      <div class="wrap">
        {!!view.footer?.length && (
          <nav class="links" aria-label={words[lang].footerNavigation}>
            <PublicNavigation view={view} items={view.footer} />
          </nav>
        )}
        <p>
          <b>{site.operator[lang]}</b> {site.title[lang]}
        </p>
        {site.demo && <p>{words[lang].demoNote}</p>}
      </div>
    </footer>
  );
}

/** A page of the people who work here: dense, with the areas at the side and the person's name on top. */
export function StaffFrame(props: FrameProps) {
  const { view, problems, children } = props;
  const text = words[view.lang];
  return Document({
    ...props,
    kind: 'staff',
    body: (
      <>
        <SkipLink view={view} />
        <header class="masthead">
          <div class="bar">
            <Brand view={view} href="/staff" />
            <div class="tools">
              <LanguageSwitch view={view} />
              {view.person && <PersonBox view={view} person={view.person} />}
            </div>
          </div>
        </header>
        <div class="desk">
          {view.navigation.length > 0 && (
            <nav class="side" aria-label={text.staffNavigation}>
              <NavigationList view={view} items={view.navigation} />
            </nav>
          )}
          <main id="main" tabindex={-1}>
            <Status view={view} />
            <ErrorSummary view={view} problems={problems} />
            {children}
          </main>
        </div>
      </>
    ),
  });
}

function PersonBox({ view, person }: { view: View; person: NonNullable<View['person']> }) {
  return (
    <div class="person">
      <span>
        <b>{view.account ? <a href={view.href(view.account)}>{person.name}</a> : person.name}</b>{' '}
        <small>{person.organisations.join(words[view.lang].and)}</small>
      </span>
      {view.signOut && (
        <form method="post" action={view.signOut}>
          <button class="button quiet small" type="submit">
            {words[view.lang].signOut}
          </button>
        </form>
      )}
    </div>
  );
}
