import { dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import type { BenefitTerms } from '../../../benefits/terms.ts';
import type { CallTerms, Paper } from '../../terms.ts';
import { words } from '../words.ts';

/** The terms in words: what is needed, promised, expected, and whom to ask. */
export function TermsSections({ view, terms }: { view: View; terms: CallTerms }) {
  const { lang } = view;
  const t = words[lang];
  const { contact } = terms;
  return (
    <>
      {terms.benefit ? (
        <ForPersons view={view} benefit={terms.benefit} />
      ) : (
        <ForGroups view={view} terms={terms} />
      )}
      {terms.conditions.length > 0 && (
        <Section title={t.conditions}>
          <ol>
            {terms.conditions.map((condition) => (
              <li>{contentIn(lang, condition)}</li>
            ))}
          </ol>
        </Section>
      )}
      {!terms.benefit && <Afterwards view={view} report={terms.report} />}
      <Section title={t.contact}>
        <DefinitionList
          items={[
            { term: t.contact, value: contentIn(lang, contact.name) },
            ...(contact.phone
              ? [{ term: t.phone, value: <a href={`tel:${contact.phone}`}>{contact.phone}</a> }]
              : []),
            ...(contact.mail
              ? [{ term: t.mail, value: <a href={`mailto:${contact.mail}`}>{contact.mail}</a> }]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

/** What one has to bring and answer, and how it is decided. */
function ForGroups({ view, terms }: { view: View; terms: CallTerms }) {
  const { lang } = view;
  const t = words[lang];
  return (
    <>
      <Section title={t.papers}>
        {terms.papers.length > 0 ? <Papers view={view} papers={terms.papers} /> : <p>{t.noPapers}</p>}
        <Disclosure summary={t.asked}>
          <p>{t.askedLead(terms.questions.length)}</p>
          <ol>
            {terms.questions.map(({ label, onlyIf }) => (
              <li>
                {contentIn(lang, label)}
                {onlyIf && <span class="hint">（{t.onlyIf}）</span>}
              </li>
            ))}
          </ol>
        </Disclosure>
      </Section>
      <Section title={t.checks}>
        {terms.criteria.length > 0 ? (
          <>
            <p>{t.checksLead}</p>
            <ul>
              {terms.criteria.map(({ label, hint, most }) => (
                <li>
                  {contentIn(lang, label)}（{t.points(String(most))}）
                  {hint && <p class="hint">{contentIn(lang, hint)}</p>}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t.decidedByRule}</p>
        )}
      </Section>
    </>
  );
}

/** Who can get it, and what it may be for: a worker or a partner group fills in the rest with the person. */
function ForPersons({ view, benefit }: { view: View; benefit: BenefitTerms }) {
  const { lang } = view;
  const t = words[lang];
  const { conditions, uses } = benefit;
  return (
    <>
      {conditions.length > 0 && (
        <Section title={t.canGet}>
          <ul>
            {conditions.map((condition) => (
              <li>
                {contentIn(lang, condition.label)}
                {condition.kind === 'answer' && condition.passes === 'no' && t.mustBeNo}
                <p class="hint">{t.ifNot(contentIn(lang, condition.otherwise))}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.usedFor}>
        <ul>
          {uses.map(({ label }) => (
            <li>{contentIn(lang, label)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Afterwards({ view, report }: { view: View; report: CallTerms['report'] }) {
  const t = words[view.lang];
  return (
    <Section title={t.afterwards}>
      {report ? (
        <>
          <p>
            {t.report(String(report.daysAfterEnd), report.latestOn && dayName(view.lang, report.latestOn))}
          </p>
          <p>{t.keep(String(report.keepYears))}</p>
          {report.papers.length > 0 && (
            <>
              <h3>{t.reportPapers}</h3>
              <Papers view={view} papers={report.papers} />
            </>
          )}
        </>
      ) : (
        <p>{t.nothingAfterwards}</p>
      )}
    </Section>
  );
}

export function Papers({ view, papers }: { view: View; papers: readonly Paper[] }) {
  const t = words[view.lang];
  return (
    <ul>
      {papers.map(({ label, hint, required, onlyIf }) => (
        <li>
          {contentIn(view.lang, label)}
          {(onlyIf || !required) && <span class="hint">（{onlyIf ? t.onlyIf : t.optional}）</span>}
          {hint && <p class="hint">{contentIn(view.lang, hint)}</p>}
        </li>
      ))}
    </ul>
  );
}
