import { dayName, fiscalYearName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PrintButton, Sheet, SheetBoxes, SheetRows, SignatureLine } from '#ui/sheet.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { packPaths } from '../../paths.ts';
import { awardYenOf, type ShownItem, type ShownPack } from '../read.ts';
import type { Outcome } from '../rules.ts';
import { words } from '../words.ts';
import { pointsOf } from './items.tsx';

/** 審査会資料: what the board has on the table, on A4. */
export function PackSheet({ view, shown, today }: { view: View; shown: ShownPack; today: string }) {
  const t = words[view.lang];
  const { pack, call, terms, items, money, words: said, nameOf } = shown;
  const { lang } = view;
  const name = terms.name[lang] || terms.name.ja;
  const awardYen = awardYenOf(items);
  const yen = (value: number) => yenFull(lang, value);
  const after = money.freeYen - (pack.state === 'decided' ? 0 : awardYen);
  return (
    <StaffFrame view={view} title={t.packTitle} islands={['share']}>
      <PageHead
        title={t.packTitle}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(packPaths.list.to({})), label: t.title },
              { href: view.href(packPaths.pack.to({ packId: pack.id })), label: pack.title },
            ]}
            current={t.packTitle}
          />
        }
        actions={<PrintButton label={t.printButton} />}
      />
      <Sheet
        number={fiscalYearName(lang, call.fiscalYear)}
        title={pack.title}
        variant={t.states[pack.state as keyof typeof t.states]}
        foot={`${t.secret}　${t.printedOn(dayName(lang, today))}`}
      >
        <SheetBoxes
          title={t.summary}
          boxes={[
            { label: t.call, value: name, wide: true },
            { label: t.items, value: `${items.length}${t.count}` },
            { label: t.awardYen, value: yen(awardYen) },
            { label: t.budgetYen, value: yen(money.budgetYen) },
            { label: pack.state === 'decided' ? t.freeYen : t.afterYen, value: yen(after) },
            { label: t.proposedBy, value: nameOf(pack.proposedBy ?? pack.createdBy) },
            { label: t.decidedOn, value: pack.decidedOn ? dayName(lang, pack.decidedOn) : '' },
          ]}
        />
        {pack.members > 0 && (
          <SheetBoxes
            title={t.board}
            boxes={[
              { label: t.metOn, value: pack.metOn ? dayName(lang, pack.metOn) : '' },
              { label: t.present, value: t.boardOf(pack.present, pack.members, pack.quorum) },
              { label: t.members, value: said.members.join('\n'), wide: true },
              { label: t.minutes, value: said.minutes, wide: true, tall: true },
            ]}
          />
        )}
        <ItemRows view={view} items={items} />
        {pack.members > 0 && <SignatureLine label={t.signature} day="" />}
      </Sheet>
    </StaffFrame>
  );
}

function ItemRows({ view, items }: { view: View; items: readonly ShownItem[] }) {
  const t = words[view.lang];
  const yen = (value: number) => yenFull(view.lang, value);
  const result = (outcome: string | null, proposal: string) =>
    outcome ? t.outcomes[outcome as Outcome] : t.proposals[proposal as 'award' | 'refuse'];
  return (
    <SheetRows
      title={t.details}
      columns={[
        { label: t.number, width: 2 },
        { label: t.group, width: 3 },
        { label: t.asked, width: 2 },
        { label: t.points, width: 2 },
        { label: t.proposal, width: 2 },
        { label: t.proposedYen, width: 2 },
        { label: t.reason, width: 3 },
      ]}
      rows={items.map((item) => [
        item.number,
        `${item.name ?? t.person}${item.same ? `\n※${t.sameSome}` : ''}`,
        item.askedYen === null ? '' : yen(item.askedYen),
        pointsOf(view, item),
        result(item.outcome, item.proposal),
        item.proposal === 'award' ? yen(item.proposedYen) : '',
        item.reason,
      ])}
    />
  );
}
