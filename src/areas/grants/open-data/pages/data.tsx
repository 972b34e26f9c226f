import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { openDataPaths } from '#areas/directory/paths.ts';
import { EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { grantDataPaths } from '../../paths.ts';
import { disclose, type Told } from '../rules.ts';
import type { BenefitSums } from '../store.ts';
import { words } from '../words.ts';

/** Awards to groups as files, and what may be told of benefits. */
export function DataPage({ view, sums }: { view: View; sums: readonly BenefitSums[] }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} description={t.lead} canonical={grantDataPaths.page.to({})}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(openDataPaths.catalogue.to({})), label: t.openData }]}
            current={t.title}
          />
        }
      />
      <Section title={t.files} lead={t.filesLead}>
        <DataTable
          view={view}
          caption={t.files}
          captionHidden
          stacked
          columns={[
            { key: 'what', label: t.what, head: true },
            { key: 'file', label: t.file },
            { key: 'columns', label: t.columns },
          ]}
          rows={(['awards', 'benefits'] as const).map((name) => ({
            what: t[name],
            file: <a href={grantDataPaths.file.to({ name })}>{name}.csv</a>,
            columns: <a href={grantDataPaths.schema.to({ name })}>{name}.json</a>,
          }))}
        />
        <Prose>
          <p>
            {t.licence} <a href={grantDataPaths.dataPackage.to({})}>datapackage.json</a>
          </p>
        </Prose>
      </Section>
      <Section title={t.numbers} lead={t.control}>
        {sums.length === 0 && <EmptyState title={t.none} />}
        {sums.map((each) => (
          <Benefits view={view} sums={each} />
        ))}
      </Section>
    </PublicFrame>
  );
}

function Benefits({ view, sums }: { view: View; sums: BenefitSums }) {
  const t = words[view.lang];
  const { whole, parts } = disclose(sums.parts, sums.whole);
  const cells = (told: Told) =>
    told.few
      ? { total: t.few, distinct: t.few, yen: t.few }
      : { total: told.total, distinct: told.distinct, yen: told.yen };
  const useName = (code: string) => {
    const found = sums.terms.benefit?.uses.find((use) => use.code === code);
    return found ? contentIn(view.lang, found.label) : code;
  };
  return (
    <DataTable
      view={view}
      caption={`${contentIn(view.lang, sums.terms.name)}（${fiscalYearName(view.lang, sums.fiscalYear)}）`}
      columns={[
        { key: 'use', label: t.use, head: true },
        { key: 'total', label: t.total, unit: t.people, align: 'number' },
        { key: 'distinct', label: t.distinct, unit: t.people, align: 'number' },
        { key: 'yen', label: t.yen, unit: t.unitYen, align: 'number' },
      ]}
      rows={parts.map((part) => ({ use: useName(part.code), ...cells(part) }))}
      total={{ use: t.all, ...cells(whole) }}
    />
  );
}
