import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Chips } from '#ui/chips.tsx';
import { Disclosure } from '#ui/content.tsx';
import { placeName } from '../../municipalities/names.ts';
import { serviceKinds } from '../../services/content.ts';
import { languageTerms, termName, worryTerms } from '../../taxonomy/terms.ts';
import { narrowing } from '../asked.ts';
import { words } from '../words.ts';
import type { FindProps } from './find.tsx';

interface Choice {
  readonly label: string;
  readonly lang?: string;
  /** Of the query; undefined takes the filter away. */
  readonly value: string | undefined;
  readonly count?: number;
}

type Name = 'kind' | 'topic' | 'speaks' | 'open';

/** Filters are links with how many each would show: they work without a script, and each is a page of its own. */
export function Filters(props: FindProps) {
  const { view, asked, found } = props;
  const { lang } = view;
  const t = words[lang];
  const links = { view, linkTo: narrowing(asked, view.href) };
  const { kinds, topics, languages } = found.counts;
  const all: Choice = { label: t.all, value: undefined };
  const kindChoices = serviceKinds.map((kind) => ({
    label: t.kinds[kind],
    value: kind,
    count: kinds[kind] ?? 0,
  }));
  const topicChoices = worryTerms.map(({ code, name }) => ({
    label: name[lang],
    value: code,
    count: topics[code] ?? 0,
  }));
  const languageChoices = languageTerms
    .filter(({ code }) => code !== 'ja')
    .map(({ code, ownName }) => ({
      label: ownName,
      lang: code === 'ja-simple' ? 'ja' : code,
      value: code,
      count: languages[code] ?? 0,
    }));
  return (
    <div class="narrowing">
      <Chosen {...props} {...links} />
      {(found.open > 0 || found.openFirst) && (
        <Row
          {...links}
          label={t.openNow}
          name="open"
          current={found.openFirst ? 'now' : 'any'}
          choices={[
            { label: t.openFirst, value: 'now', count: found.open },
            { label: t.anyTime, value: 'any' },
          ]}
        />
      )}
      <Row {...links} label={t.kind} name="kind" current={asked.kind} choices={[all, ...kindChoices]} />
      <Disclosure summary={t.topic}>
        <Row {...links} label={t.topic} name="topic" current={asked.topic} choices={[all, ...topicChoices]} />
      </Disclosure>
      <Disclosure summary={`${t.language}：English, 中文, Tiếng Việt, नेपाली …`}>
        <Row
          {...links}
          label={t.language}
          name="speaks"
          current={asked.language}
          choices={[all, ...languageChoices]}
        />
      </Disclosure>
    </div>
  );
}

type LinkTo = ReturnType<typeof narrowing>;

interface RowProps {
  readonly view: View;
  readonly linkTo: LinkTo;
  readonly label: string;
  readonly name: Name;
  readonly current: string | undefined;
  readonly choices: readonly Choice[];
}

function Row({ view, linkTo, label, name, current, choices }: RowProps) {
  return (
    <nav aria-label={label}>
      <Chips
        items={choices
          .filter(({ value, count }) => count === undefined || count > 0 || value === current)
          .map(({ label: text, lang, value, count }) => ({
            href: linkTo(name, value),
            text,
            lang,
            current: value === current,
            count: count === undefined ? undefined : formatNumber(view.lang, count),
          }))}
      />
    </nav>
  );
}

/** What is chosen, each with a way to take it away. */
function Chosen({ view, asked, places, linkTo }: FindProps & { linkTo: LinkTo }) {
  const { lang } = view;
  const t = words[lang];
  const chosen = [
    { name: 'topic', text: asked.topic && termName(lang, 'worry', asked.topic) },
    { name: 'kind', text: asked.kind && t.kinds[asked.kind] },
    { name: 'municipality', text: asked.municipality && placeName(lang, asked.municipality, places) },
    { name: 'speaks', text: asked.language && termName(lang, 'language', asked.language) },
  ].filter(({ text }) => text);
  if (chosen.length === 0) return null;
  return (
    <nav aria-label={t.chosen}>
      <ul class="chips">
        {chosen.map(({ name, text = '' }) => (
          <li>
            <a href={linkTo(name, undefined)} aria-label={t.remove(text)}>
              {text} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
