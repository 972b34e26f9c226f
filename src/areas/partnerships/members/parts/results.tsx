import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Quote } from '#ui/content.tsx';
import { TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { kindOf } from '../../exchange/kind-table.ts';
import { countGoodsOfMember } from '../../matches/counts/read.ts';
import { listNames, listShownThanks, type Thanks } from '../../matches/store.ts';
import { unitName } from '../../matches/units.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

type Goods = Awaited<ReturnType<typeof countGoodsOfMember>>;

const mostThanks = 6;

/** What changed hands and was counted, and the thanks that both sides made public. */
export const resultsPart: ReadMemberPart = async (tx, { organisationId, view, now }) => {
  const goods = await countGoodsOfMember(tx, organisationId, { today: tokyoDay(now) });
  const thanks = await listShownThanks(tx, { limit: mostThanks, organisationId });
  if (goods.length + thanks.length === 0) return null;
  const names = await listNames(
    tx,
    thanks.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
  );
  const nameOf = (id: string) => {
    const named = names.find((each) => each.id === id);
    return named ? contentIn(view.lang, { ja: named.nameJa, en: named.nameEn }) : '';
  };
  const t = words[view.lang];
  const body = (
    <>
      {goods.length > 0 && <GoodsTable view={view} goods={goods} />}
      {thanks.map((each) => (
        <Said view={view} thanks={each} role={t.thanks(nameOf(each.receiverId), nameOf(each.giverId))} />
      ))}
    </>
  );
  return { title: t.results, body };
};

function GoodsTable({ view, goods }: { view: View; goods: Goods }) {
  const t = words[view.lang];
  const amount = (quantity: number, of: { kind: string; unit: string }) =>
    quantity === 0 ? '—' : `${formatNumber(view.lang, quantity)} ${unitName(view.lang, of)}`;
  return (
    <DataTable
      view={view}
      caption={t.results}
      captionHidden
      columns={[
        { key: 'kind', label: t.what, head: true },
        { key: 'given', label: t.given, align: 'number' },
        { key: 'received', label: t.received, align: 'number' },
      ]}
      rows={goods.map((each) => ({
        kind: kindOf(each.kind).name[view.lang],
        given: amount(each.given, each),
        received: amount(each.received, each),
      }))}
    />
  );
}

function Said({ view, thanks, role }: { view: View; thanks: Thanks; role: string }) {
  return (
    <div>
      <Quote role={role}>
        <TypedText text={thanks.words} />
      </Quote>
      <p class="hint">
        {thanks.title}・{dayName(view.lang, tokyoDay(thanks.saidAt))}
      </p>
    </div>
  );
}
