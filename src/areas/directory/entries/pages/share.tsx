import type { View } from '#platform/web/view.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { Section } from '#ui/layout.tsx';
import { words } from '../words.ts';

/** The bare address: nothing that anybody answered or searched is in it. Buttons appear where a script can serve them. */
export function Share({ view, url, qrHref }: { view: View; url: string; qrHref: string }) {
  const t = words[view.lang];
  return (
    <Section title={t.share} id="share">
      <div class="share" data-share={url}>
        <div>
          <p class="hint no-print">{t.shareLead}</p>
          <p class="address">{url}</p>
          <p class="actions no-print">
            <button type="button" class="button secondary small" data-share-copy={t.copied} hidden>
              {t.copy}
            </button>
            <button type="button" class="button secondary small" data-share-send hidden>
              {t.send}
            </button>
            <button type="button" class="button secondary small" data-share-print hidden>
              {t.print}
            </button>
          </p>
          <p role="status" class="hint" data-share-status></p>
        </div>
        <figure>
          <QrCode text={url} label={t.qr} />
          <figcaption class="hint">
            {t.qr}{' '}
            <a class="no-print" href={qrHref}>
              {t.qrFile}
            </a>
          </figcaption>
        </figure>
      </div>
    </Section>
  );
}
