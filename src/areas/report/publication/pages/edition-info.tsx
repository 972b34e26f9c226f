import { dayName, fiscalYearName } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, type Term } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { Target } from '../../errata/rules.ts';
import type { EditionHead } from '../../editions/content.ts';
import type { EditionLinks, ErratumLine, ShownEdition } from '../shown.ts';
import { words } from '../words.ts';

export interface OtherEdition {
  readonly href: string;
  readonly label: string;
}

interface EditionInfoProps {
  readonly view: View;
  readonly edition: ShownEdition;
  readonly head: EditionHead;
  readonly links: EditionLinks;
  readonly others?: readonly OtherEdition[];
}

/** Which edition this is, since when, and how to prove that it is unchanged. */
export function EditionInfo({ view, edition, head, links, others = [] }: EditionInfoProps) {
  const text = words[view.lang];
  const items: Term[] = [
    { term: text.editionNumber, value: text.edition(edition.number) },
    ...(edition.publishedOn ? [{ term: text.day, value: dayName(view.lang, edition.publishedOn) }] : []),
    ...(head.note ? [{ term: text.note, value: <span lang="ja">{head.note}</span> }] : []),
    {
      term: text.hash,
      value: (
        <>
          <code>{edition.contentHash}</code>
          <p class="hint">{text.hashMeaning}</p>
        </>
      ),
    },
    ...(links.csv
      ? [
          {
            term: text.openData,
            value: (
              <>
                <a href={links.csv}>{text.csv}</a>
                <p class="hint">{text.csvNote}</p>
              </>
            ),
          },
        ]
      : []),
    ...(others.length > 0 ? [{ term: text.otherEditions, value: <LinkLine links={others} /> }] : []),
  ];
  return (
    <Section title={text.aboutEdition} id="edition">
      <DefinitionList items={items} />
    </Section>
  );
}

function LinkLine({ links }: { links: readonly OtherEdition[] }) {
  return (
    <span class="row">
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </span>
  );
}

/** A reader of an older edition is told, and led to the current one. */
export function OlderEdition({
  view,
  number,
  newest,
  href,
}: {
  view: View;
  number: number;
  newest: number;
  href: string;
}) {
  const text = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={text.olderEdition(number, newest)}>
      <a href={href}>{text.toNewest}</a>
    </Notice>
  );
}

/** What was not ready, and why it went out without. */
export function MissingPrograms({ view, head }: { view: View; head: EditionHead }) {
  if (head.missing.length === 0) return null;
  const text = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={text.missingTitle}>
      <p>{text.missing(formatNumber(view.lang, head.missing.length))}</p>
      <ul>
        {head.missing.map(({ name, bureau }) => (
          <li>
            {name[view.lang] || name.ja}
            {view.lang === 'ja' ? `（${bureau.ja}）` : ` (${bureau.en || bureau.ja})`}
          </li>
        ))}
      </ul>
      {head.withoutReason && (
        <p>
          {text.withoutReason}
          {view.lang === 'ja' ? '：' : ': '}
          <span lang="ja">{head.withoutReason}</span>
        </p>
      )}
    </Notice>
  );
}

/** Every erratum of the edition: the value as published stays readable. */
export function ErrataList({
  view,
  errata,
  links,
}: Pick<EditionInfoProps, 'view' | 'links'> & {
  errata: readonly ErratumLine[];
}) {
  if (errata.length === 0) return null;
  const text = words[view.lang];
  return (
    <Section title={text.errata} id="errata" lead={text.errataLead}>
      <DataTable
        view={view}
        caption={text.errata}
        captionHidden
        stacked
        columns={[
          { key: 'what', label: text.program, head: true },
          { key: 'wrong', label: text.wrong },
          { key: 'right', label: text.right },
          { key: 'reason', label: text.reason },
          { key: 'on', label: text.correctedOn },
        ]}
        rows={errata.map((erratum) => ({
          what: <a href={links.program(erratum.slug)}>{erratum.what}</a>,
          wrong: <del>{correctedValue(view.lang, erratum.target, erratum.oldValue)}</del>,
          right: <b>{correctedValue(view.lang, erratum.target, erratum.newValue)}</b>,
          reason: erratum.reason,
          on: dayName(view.lang, erratum.on),
        }))}
      />
    </Section>
  );
}

export function correctedValue(lang: Lang, target: Target, value: string): string {
  return target.kind === 'figure' ? formatNumber(lang, Number(value)) : value;
}

/** 令和6年度 第1版 令和7年7月31日公表: at the foot of a program's page. */
export function EditionLine({ view, edition, links }: Pick<EditionInfoProps, 'view' | 'edition' | 'links'>) {
  const text = words[view.lang];
  return (
    <p class="hint section">
      <a href={links.overview}>
        {text.resultsOf(fiscalYearName(view.lang, edition.fiscalYear))} {text.edition(edition.number)}
      </a>
      {edition.publishedOn && ` ${text.publishedOn(dayName(view.lang, edition.publishedOn))}`}
    </p>
  );
}
