import type { z } from 'zod';
import type { Channel, LanguageOffered, ServiceContent } from '../../services/content.ts';
import { termName } from '../../taxonomy/terms.ts';
import type { contact, language, phone, url } from '../model/small.ts';
import { partId } from './ids.ts';
import { emailOf, uriOf } from './uris.ts';

export type Language = z.input<typeof language>;

/** Ways of contact that are telephones, by the words of RFC 6350. */
const phoneTypes: Partial<Record<Channel['kind'], string>> = { phone: 'voice', fax: 'fax' };

export function phonesOf({ channels }: ServiceContent): z.input<typeof phone>[] {
  return channels.flatMap((channel) => {
    const type = phoneTypes[channel.kind];
    if (!type || !channel.value) return [];
    return [
      {
        id: channel.id,
        number: channel.value,
        type,
        description: descriptionOf(channel),
        languages: channel.languages.map((code) => languageOf(partId(channel.id, code), code, '')),
        toll_free: channel.freeOfCharge,
      },
    ];
  });
}

function descriptionOf({ label, freeOfCharge }: Channel): string | undefined {
  return [label.ja, freeOfCharge ? '通話料無料' : ''].filter(Boolean).join('、') || undefined;
}

/** Mail addresses and LINE names: the standard has contacts for the first, and no field for the second. */
export function contactsOf({ channels }: ServiceContent): z.input<typeof contact>[] {
  return channels.flatMap((channel): z.input<typeof contact>[] => {
    const { id, kind, value, label } = channel;
    const email = kind === 'mail' ? emailOf(value) : undefined;
    if (email) return [{ id, name: label.ja || undefined, email }];
    if (kind === 'line' && value && !uriOf(value)) return [{ id, name: label.ja || 'LINE', line_id: value }];
    return [];
  });
}

const pageNames: Partial<Record<Channel['kind'], string>> = {
  line: 'LINE',
  chat: 'チャット',
  form: '問い合わせフォーム',
  video: 'ビデオ通話',
  metaverse: 'メタバース',
};

/** Pages through which one writes or talks (3.1: additional_urls). */
export function pagesOf({ channels }: ServiceContent): z.input<typeof url>[] {
  return channels.flatMap((channel) => {
    const name = pageNames[channel.kind];
    const address = name ? uriOf(channel.value) : undefined;
    return address ? [{ id: channel.id, label: channel.label.ja || name, url: address }] : [];
  });
}

export function languagesOf({ languages }: ServiceContent): Language[] {
  return languages.map(({ id, code, note }: LanguageOffered) => languageOf(id, code, note));
}

/** やさしい日本語 is Japanese to the code list; the name says which. */
function languageOf(id: string, code: string, note: string): Language {
  return {
    id,
    name: termName('ja', 'language', code),
    code: code === 'ja-simple' ? 'ja' : code,
    note: note || undefined,
  };
}
