import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import { DefinitionList, Disclosure, type Term } from '#ui/content.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { placeName } from '../../municipalities/names.ts';
import { findPaths } from '../../paths.ts';
import type { ServiceContent } from '../../services/content.ts';
import { languageTerms, termName } from '../../taxonomy/terms.ts';
import { words } from '../words.ts';
import type { EntryProps } from './entry.tsx';
import { Outside } from './reach.tsx';
import { Said } from '../../services/pages/said.tsx';

/** What it is, in the order of the questions people have. */
export function Facts(props: EntryProps) {
  const { view, service } = props;
  const t = words[view.lang];
  const { content } = service;
  const items = [
    ...needs(props),
    ...circumstances(props),
    {
      term: t.operator,
      value: (
        <a href={view.href(findPaths.organisation.to({ id: service.organisationId }))}>
          {contentIn(view.lang, { ja: service.owner.nameJa, en: service.owner.nameEn })}
        </a>
      ),
    },
  ];
  return (
    <Section title={content.kind === 'scheme' ? t.aboutScheme : t.about} id="about">
      {content.description.ja && (
        <div lang={view.lang !== 'ja' && !content.description[view.lang] ? 'ja' : undefined}>
          <TypedText text={contentIn(view.lang, content.description)} />
        </div>
      )}
      <InOtherLanguages {...props} />
      <DefinitionList items={items} />
    </Section>
  );
}

const given = (term: string, value: Child | undefined): readonly Term[] =>
  value === undefined || value === '' || value === null || value === false ? [] : [{ term, value }];

function needs({ view, service }: EntryProps): readonly Term[] {
  const t = words[view.lang];
  const { lang } = view;
  const { content } = service;
  return [
    ...given(t.forWhom, whom(lang, content)),
    ...given(t.cost, <Costs view={view} content={content} />),
    ...given(
      t.bring,
      content.documents.length === 0 ? undefined : (
        <ul>
          {content.documents.map(({ name, url }) => (
            <li>
              {url ? (
                <Outside view={view} href={url}>
                  {contentIn(lang, name)}
                </Outside>
              ) : (
                <Said lang={lang} text={name} />
              )}
            </li>
          ))}
        </ul>
      ),
    ),
    ...given(t.apply, content.application.ja && <Said lang={lang} text={content.application} />),
    ...given(t.period, periodText(lang, content)),
  ];
}

function circumstances({ view, service, places }: EntryProps): readonly Term[] {
  const t = words[view.lang];
  const { lang } = view;
  const { content } = service;
  const areas = content.areas.map((code) => placeName(lang, code, places)).join(t.and);
  return [
    ...given(
      t.languages,
      content.languages.length > 0 && (
        <Noted
          view={view}
          items={content.languages.map(({ code, note }) => ({
            name: termName(lang, 'language', code),
            note,
          }))}
        />
      ),
    ),
    ...given(
      t.features,
      content.accessibility.length > 0 && (
        <Noted
          view={view}
          items={content.accessibility.map(({ code, note }) => ({
            name: termName(lang, 'accessibility', code),
            note,
          }))}
        />
      ),
    ),
    ...given(t.worries, content.topics.map((code) => termName(lang, 'worry', code)).join(t.and)),
    ...given(t.area, areas || t.everywhere),
    ...given(t.law, content.legalBasis),
    ...given(
      t.source,
      content.sourceUrl && (
        <Outside view={view} href={content.sourceUrl}>
          {new URL(content.sourceUrl).host}
        </Outside>
      ),
    ),
  ];
}

/** Terms with what was typed about each. */
function Noted({
  view,
  items,
}: {
  view: EntryProps['view'];
  items: readonly { readonly name: string; readonly note: string }[];
}) {
  const t = words[view.lang];
  return (
    <>
      {items.map(({ name, note }, index) => (
        <>
          {index > 0 && t.and}
          {name}
          {note && <span lang={view.lang === 'ja' ? undefined : 'ja'}>{t.noted(note)}</span>}
        </>
      ))}
    </>
  );
}

function whom(lang: 'ja' | 'en', { eligibility, beneficiaries }: ServiceContent): Child {
  const t = words[lang];
  const { minimumAge, maximumAge, gender, description } = eligibility;
  const parts = [
    t.gender[gender],
    minimumAge !== null || maximumAge !== null ? t.ages(minimumAge, maximumAge) : '',
    ...beneficiaries.map((code) => termName(lang, 'beneficiary', code)),
  ].filter(Boolean);
  if (!description.ja && parts.length === 0) return '';
  return (
    <>
      <Said lang={lang} text={description} />
      {parts.length > 0 && <p class="hint">{parts.join(t.and)}</p>}
    </>
  );
}

function Costs({
  view: { lang },
  content: { costs },
}: {
  view: EntryProps['view'];
  content: ServiceContent;
}) {
  const t = words[lang];
  return (
    <>
      {costs.free && <b>{t.free}</b>} <Said lang={lang} text={costs.description} />
      {costs.options.length > 0 && (
        <ul>
          {costs.options.map(({ option, amountYen, description }) => (
            <li>
              {option} {amountYen !== null && t.yen(formatNumber(lang, amountYen))} {description}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function periodText(lang: 'ja' | 'en', { openFrom, openUntil }: ServiceContent): string {
  const said = (day: string | null) => (day ? dayName(lang, day) : '');
  return openFrom || openUntil ? words[lang].periodOf(said(openFrom), said(openUntil)) : '';
}

/** What somebody wrote in a language that the interface does not have, each marked as what it is. */
function InOtherLanguages({ view, service: { content } }: EntryProps) {
  const others = languageTerms.filter(
    ({ code }) => code !== 'ja' && code !== view.lang && content.description[code],
  );
  return (
    <>
      {others.map(({ code, ownName }) => (
        <div lang={code === 'ja-simple' ? 'ja' : code}>
          <Disclosure summary={ownName}>
            <p>
              <b>{content.name[code] ?? content.name.ja}</b>
            </p>
            <TypedText text={content.description[code] ?? ''} />
            {content.application[code] && <TypedText text={content.application[code]} />}
          </Disclosure>
        </div>
      ))}
    </>
  );
}
