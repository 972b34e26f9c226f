import { dayName, fiscalYearName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { listAwardsOf } from '#areas/grants/index.ts';
import { grantDataPaths } from '#areas/grants/paths.ts';
import { Tag } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { listCorporateNumbers } from '../../workplaces/store.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

export const grantsPart: ReadMemberPart = async (tx, { organisationId, view }) => {
  const corporateNumbers = await listCorporateNumbers(tx, organisationId);
  const awards = await listAwardsOf(tx, { organisationId, corporateNumbers });
  if (awards.length === 0) return null;
  const { lang } = view;
  const t = words[lang];
  const body = (
    <>
      <DataTable
        view={view}
        caption={t.grants}
        captionHidden
        stacked
        columns={[
          { key: 'call', label: t.call, head: true },
          { key: 'year', label: t.year },
          { key: 'decidedOn', label: t.decidedOn },
          { key: 'yen', label: t.yen, align: 'number' },
        ]}
        rows={awards.map(({ call, fiscalYear, decidedOn, decidedYen, illustrative }) => ({
          call: (
            <>
              {call[lang]} {illustrative && <Tag>{t.illustrative}</Tag>}
            </>
          ),
          year: fiscalYearName(lang, fiscalYear),
          decidedOn: dayName(lang, decidedOn),
          yen: yenFull(lang, decidedYen),
        }))}
      />
      <p>
        <a href={view.href(grantDataPaths.page.to({}))}>{t.grantsMore}</a>
      </p>
    </>
  );
  return { title: t.grants, body };
};
