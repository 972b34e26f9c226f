import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { DateField, NumberField, TextArea, YenField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { askWords } from '../ask-words.ts';
import { itemField } from '../form.ts';
import { words } from '../words.ts';
import type { AskProps } from './ask.tsx';

/** What it is for, and how much. */
export function What({ view, state, rules }: AskProps) {
  const t = askWords[view.lang];
  const common = { view, state };
  const { amount } = rules;
  return (
    <Section title={t.what}>
      <RadioGroup
        {...common}
        name="use"
        label={words[view.lang].use}
        required
        options={rules.uses.map(({ code, label }) => ({ value: code, label: contentIn(view.lang, label) }))}
      />
      <TextArea {...common} name="why" label={t.why} rows={3} />
      {amount.kind === 'asked' ? (
        <YenField
          {...common}
          name="askedYen"
          label={t.askedYen}
          hint={t.upTo(yenFull(view.lang, amount.ceiling))}
          required
        />
      ) : (
        <>
          <p>
            {t.shareHint(`${amount.numerator}/${amount.denominator}`, yenFull(view.lang, amount.ceiling))}{' '}
            {t.itemsHint}
          </p>
          {amount.items.map(({ code, label }) => (
            <YenField {...common} name={itemField(code)} label={contentIn(view.lang, label)} />
          ))}
        </>
      )}
    </Section>
  );
}

/** Where, and with which worry: for the sums of what was not received, and nobody has to tell. */
export function Counted({ view, state, municipalities }: AskProps) {
  const t = askWords[view.lang];
  const common = { view, state, empty: t.notSaid };
  return (
    <Section title={t.counted} lead={t.countedLead}>
      <SelectField
        {...common}
        name="municipality"
        label={t.municipality}
        options={municipalities.map(({ code, nameJa, nameEn }) => ({
          value: code,
          label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
        }))}
      />
      <SelectField
        {...common}
        name="worry"
        label={t.worry}
        options={worryTerms.map(({ code, name }) => ({ value: code, label: name[view.lang] }))}
      />
    </Section>
  );
}

export function Credit({ view, state, rules }: AskProps) {
  const t = askWords[view.lang];
  if (rules.amount.kind !== 'share' || !rules.amount.interest) return null;
  const { maxInstalments, maxBasisPoints } = rules.amount.interest;
  const common = { view, state };
  return (
    <Section title={t.credit} lead={t.creditLead}>
      <YenField {...common} name="principal" label={t.principal} />
      <NumberField
        {...common}
        name="rate"
        label={t.rate}
        unit={t.percent}
        decimal
        hint={t.upTo(`${maxBasisPoints / 100}%`)}
      />
      <NumberField
        {...common}
        name="instalments"
        label={t.instalments}
        unit={t.times}
        hint={t.upTo(`${maxInstalments}${t.times}`)}
      />
      <DateField {...common} name="firstOn" label={t.firstOn} />
    </Section>
  );
}
