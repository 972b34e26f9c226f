import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { Disclosure, StatusTag, type Tone } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { findPaths } from '../../paths.ts';
import type { Judged, Range, State, Verdict } from '../../schemes/rules.ts';
import { pageLang, textIn } from '../guide/guide.ts';
import { words } from '../words.ts';
import { FactsForm } from './facts.tsx';
import { type Talk, talkWords, viewIn } from './talk.tsx';

export interface SchemeView extends Judged {
  /** The entry of the directory that tells more. */
  readonly serviceId: string | undefined;
}

const tones: Record<Verdict, Tone> = { fits: 'good', may: 'info', would: 'warn', no: 'neutral' };
const marks: Record<State, string> = { met: '✓', unmet: '✕', unknown: '？' };

/** What may fit, with why and why not and what would change it; what does not fit is said too, folded away. */
export function SchemesSection({ talk, schemes }: { talk: Talk; schemes: readonly SchemeView[] }) {
  const t = words[pageLang(talk.language)];
  if (schemes.length === 0) return null;
  const likely = schemes.filter(({ verdict }) => verdict !== 'no');
  const others = schemes.filter(({ verdict }) => verdict === 'no');
  return (
    <Section title={talkWords(talk).schemes} lead={t.schemesLead}>
      <div class="schemes">
        {likely.map((scheme) => (
          <SchemeFold talk={talk} scheme={scheme} />
        ))}
      </div>
      {others.length > 0 && (
        <Disclosure summary={t.schemesOthers}>
          {others.map((scheme) => (
            <SchemeFold talk={talk} scheme={scheme} />
          ))}
        </Disclosure>
      )}
      <FactsForm talk={talk} schemes={schemes} />
    </Section>
  );
}

function SchemeFold({ talk, scheme }: { talk: Talk; scheme: SchemeView }) {
  const lang = pageLang(talk.language);
  const t = words[lang];
  const { version, verdict, reasons, amounts, serviceId } = scheme;
  return (
    <details class="scheme" lang={lang}>
      <summary>
        <StatusTag tone={tones[verdict]}>{t.verdict[verdict]}</StatusTag> <b>{textIn(lang, version.name)}</b>
      </summary>
      <p>{filled(lang, textIn(lang, version.gives), amounts)}</p>
      {reasons.length > 0 && (
        <ul class="reasons">
          {reasons.map(({ state, requirement, limit }) => (
            <li class={state}>
              <span aria-hidden="true">{marks[state]}</span>
              <div>
                {filled(lang, textIn(lang, requirement.says), limit && { limit })}{' '}
                <small>（{t.state[state]}）</small>
                {state !== 'met' && requirement.change && (
                  <p class="hint">
                    {t.change}：{filled(lang, textIn(lang, requirement.change), limit && { limit })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p class="hint">
        {t.law}：{textIn(lang, version.law)}（{t.since(dayName(lang, version.validFrom))}）
        {scheme.isUnchecked && <> {t.unchecked(dayName(lang, version.checkedUntil))}</>}
        {version.illustrative && <> {t.illustrative}</>}
      </p>
      {serviceId && (
        <p>
          <a href={viewIn(talk.view, talk.language).href(findPaths.service.to({ id: serviceId }))}>
            {t.more}
          </a>
        </p>
      )}
    </details>
  );
}

/** Puts amounts into a sentence: one, a range, or in words that it is not known. */
function filled(
  lang: 'ja' | 'en',
  text: string,
  amounts: Readonly<Record<string, Range>> | undefined,
): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => amountText(lang, amounts?.[name]));
}

function amountText(lang: 'ja' | 'en', range: Range | undefined): string {
  const t = words[lang];
  if (!range || !Number.isFinite(range.to)) return t.unknownAmount;
  if (range.from === range.to) return yenFull(lang, range.to);
  if (range.from === 0)
    return lang === 'ja' ? `最大${yenFull(lang, range.to)}` : `at most ${yenFull(lang, range.to)}`;
  return t.between(yenFull(lang, range.from), yenFull(lang, range.to));
}
