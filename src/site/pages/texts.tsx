import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose } from '#ui/layout.tsx';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

interface TextPageProps {
  readonly view: View;
  readonly title: string;
  readonly lead: string;
  readonly canonical: string;
  readonly children?: Child;
}

function TextPage({ view, title, lead, canonical, children }: TextPageProps) {
  return (
    <PublicFrame view={view} title={title} description={lead} canonical={canonical}>
      <PageHead title={title} lead={<p>{lead}</p>} />
      <Prose>{children}</Prose>
    </PublicFrame>
  );
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  );
}

function List({ items }: { items: Readonly<Record<string, string>> }) {
  return (
    <ul>
      {Object.values(items).map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

export function AboutPage({ view }: { view: View }) {
  const { lang, site } = view;
  const text = words[lang];
  const [operator, headquarters] = [site.operator[lang], site.headquarters[lang]];
  return (
    <TextPage
      view={view}
      title={text.about}
      lead={text.aboutLead(operator, headquarters)}
      canonical={sitePaths.about.to({})}
    >
      {site.demo && (
        <Notice view={view} title={text.demoTitle}>
          {text.demo}
        </Notice>
      )}
      <Part title={text.howTitle}>
        <ol>
          {Object.values(text.how).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Part>
      <Part title={text.promises}>
        <List items={text.promise} />
      </Part>
      <Part title={text.errataTitle}>
        <p>{text.errata}</p>
      </Part>
      <Part title={text.reuseTitle}>
        <p>{text.reuse}</p>
      </Part>
      <Part title={text.softwareTitle}>
        <p>{text.software}</p>
      </Part>
      <Part title={text.contactTitle}>
        <p>{text.contact(operator, headquarters)}</p>
      </Part>
    </TextPage>
  );
}

export function AccessibilityPage({ view }: { view: View }) {
  const { lang, site } = view;
  const text = words[lang];
  return (
    <TextPage
      view={view}
      title={text.accessibility}
      lead={text.accessibilityLead}
      canonical={sitePaths.accessibility.to({})}
    >
      <Part title={text.aimTitle}>
        <p>{text.aim}</p>
      </Part>
      <Part title={text.stateTitle}>
        <p>{text.state}</p>
      </Part>
      <Part title={text.doneTitle}>
        <List items={text.done} />
      </Part>
      <Part title={text.limitsTitle}>
        <List items={text.limits} />
      </Part>
      <Part title={text.reportTitle}>
        <p>{text.report(site.operator[lang])}</p>
      </Part>
    </TextPage>
  );
}

export function PrivacyPage({ view }: { view: View }) {
  const text = words[view.lang];
  const parts = ['cookies', 'others', 'logs', 'voices', 'staff'] as const;
  return (
    <TextPage view={view} title={text.privacy} lead={text.privacyLead} canonical={sitePaths.privacy.to({})}>
      {parts.map((part) => (
        <Part title={text[`${part}Title`]}>
          <p>{text[part]}</p>
        </Part>
      ))}
    </TextPage>
  );
}
