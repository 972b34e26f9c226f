import { ok } from '#platform/result.ts';
import type { Channel, ServiceContent } from '../../services/content.ts';
import { isPhoneNumber } from '../../services/content-checks/forms/rules.ts';
import { foldPhone } from '../../services/phone-numbers.ts';
import { type CellContext, type Codec, wrong } from './codec.ts';

/** The first way of contact of a kind is what one column can hold; further ones stay as they are. */
function channelCodec(
  kind: 'phone' | 'fax' | 'form',
  fold: (text: string) => string,
  fits: (value: string) => boolean,
): Codec {
  return {
    write: (content) => first(content, kind)?.value ?? '',
    read: (content, text, context) => {
      if (text === '') return ok(withoutFirst(content, kind));
      const value = fold(text);
      if (!fits(value)) return wrong('not-a-phone-number', { text });
      return ok(withFirst(content, { kind, value }, context));
    },
  };
}

export const contactCodecs = {
  phone: channelCodec('phone', foldPhone, isPhoneNumber),
  fax: channelCodec('fax', foldPhone, isPhoneNumber),
  formUrl: channelCodec(
    'form',
    (text) => text,
    () => true,
  ),
  /** お問い合わせ先 in free words: a telephone number in it is called, the words around it are its label. */
  contact: {
    write: (content) => {
      const channel = first(content, 'phone') ?? first(content, 'visit');
      return channel ? [channel.label.ja, channel.value].filter(Boolean).join(' ') : '';
    },
    read: (content, text, context) => {
      const cleared = withoutFirst(withoutFirst(content, 'phone'), 'visit');
      if (text === '') return ok(cleared);
      const found = phoneIn(text);
      if (!found) return ok(withFirst(content, { kind: 'visit', value: '', label: text }, context));
      return ok(withFirst(content, { kind: 'phone', ...found }, context));
    },
  },
} satisfies Record<string, Codec>;

function first({ channels }: ServiceContent, kind: Channel['kind']): Channel | undefined {
  return channels.find((channel) => channel.kind === kind);
}

function withoutFirst(content: ServiceContent, kind: Channel['kind']): ServiceContent {
  const gone = first(content, kind);
  return gone ? { ...content, channels: content.channels.filter((channel) => channel !== gone) } : content;
}

function withFirst(
  content: ServiceContent,
  { kind, value, label }: { kind: Channel['kind']; value: string; label?: string },
  { newId }: CellContext,
): ServiceContent {
  const known = first(content, kind);
  const labelled = label === undefined ? {} : { label: { ...known?.label, ja: label } };
  if (known)
    return {
      ...content,
      channels: content.channels.map((channel) =>
        channel === known ? { ...known, value, ...labelled } : channel,
      ),
    };
  const freeOfCharge = /^(0120|0800)-/.test(value);
  const made: Channel = {
    id: newId(),
    kind,
    value,
    label: { ja: '' },
    freeOfCharge,
    languages: [],
    ...labelled,
  };
  return { ...content, channels: [...content.channels, made] };
}

function phoneIn(text: string): { value: string; label: string } | undefined {
  const folded = text.normalize('NFKC').replace(/[‐‑‒–—―−]/g, '-');
  const match = /(?:tel|電話)?[::]?\s*(\(?0\d{1,4}\)?[-(]?\d{1,4}[-)]\d{3,4})/i.exec(folded);
  const value = foldPhone(match?.[1] ?? '');
  if (!match || !isPhoneNumber(value)) return undefined;
  return {
    value,
    label: `${folded.slice(0, match.index)}${folded.slice(match.index + match[0].length)}`.trim(),
  };
}
