import { dayName } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { LetterContent } from '../kinds/rules.ts';
import { words } from '../words.ts';

/** A letter on A4, as it goes out. */
export function LetterSheet({ lang, content }: { lang: Lang; content: LetterContent }) {
  const t = words[lang];
  const text = content.texts[lang];
  return (
    <article class="sheet letter" aria-label={text.title} lang={lang}>
      <div class="letter-number">
        <p>{content.number}</p>
        <p>{dayName(lang, content.issuedOn)}</p>
      </div>
      <div class="letter-to">
        {text.addressee.map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <p class="letter-from">{text.issuer}</p>
      <h2>{text.title}</h2>
      {text.paragraphs.map((paragraph) => (
        <p class="letter-text">{paragraph}</p>
      ))}
      {text.conditions.length > 0 && (
        <section>
          <h3>{text.conditionsTitle}</h3>
          <ol>
            {text.conditions.map((condition) => (
              <li>{condition}</li>
            ))}
          </ol>
        </section>
      )}
      <section class="letter-appeal">
        <h3>{t.appeal}</h3>
        <ol>
          {text.appeal.map((paragraph) => (
            <li>{paragraph}</li>
          ))}
        </ol>
      </section>
      <footer>
        <p>
          {t.contact}　{text.contact}
        </p>
      </footer>
    </article>
  );
}
