import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Section } from '#ui/layout.tsx';
import type { Format } from '../formats.ts';
import { words } from '../words.ts';

/** A file of an edition. */
export interface FileLink {
  readonly href: string;
  readonly format: Format;
  /** Bytes. */
  readonly size: number;
}

interface EditionFilesProps {
  readonly view: View;
  readonly files: readonly FileLink[];
  /** The whole report as one page. */
  readonly document?: string | undefined;
}

/** What the edition can be read or taken away as, each file with its format and size in words; nothing where there is none. */
export function EditionFiles({ view, files, document }: EditionFilesProps) {
  if (files.length === 0 && !document) return null;
  const text = words[view.lang];
  return (
    <div class="take-away">
      <Section title={text.files} id="files">
        <ul>
          {document && (
            <li>
              <a href={document}>{text.document}</a>
            </li>
          )}
          {files.map(({ href, format, size }) => (
            <li>
              <a href={href}>
                {text.formats[format]}
                {view.lang === 'ja' ? '、' : ', '}
                {sizeIn(view.lang, size)}
              </a>
            </li>
          ))}
        </ul>
        {files.length > 0 && !files.some(({ format }) => format === 'pdf') && (
          <p class="hint">{text.noPdf}</p>
        )}
        <p class="hint">{text.withheld}</p>
      </Section>
    </div>
  );
}

/** 340 KB, 1.2 MB: rounded up, so that nobody is told less than comes. */
export function sizeIn(lang: Lang, size: number): string {
  const kilobytes = Math.ceil(size / 1024);
  if (kilobytes < 1000) return `${formatNumber(lang, kilobytes)} KB`;
  return `${formatNumber(lang, Math.ceil((size / 1_048_576) * 10) / 10)} MB`;
}
