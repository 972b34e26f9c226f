import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { licence } from '../../hsds/about.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { hsdsPaths, openDataPaths } from '../../paths.ts';
import { fileKinds } from '../columns.ts';
import type { OpenSummary } from '../store.ts';
import { kindNames, words } from '../words.ts';

interface CatalogueProps {
  readonly view: View;
  readonly publicUrl: string;
  readonly prefecture: Municipality | undefined;
  /** Without the prefecture and without wards. */
  readonly municipalities: readonly Municipality[];
  readonly summary: OpenSummary;
}

export function CataloguePage(props: CatalogueProps) {
  const { view, publicUrl, summary, prefecture } = props;
  const t = words[view.lang];
  const operator = view.site.operator[view.lang];
  const home = openDataPaths.catalogue.to({});
  return (
    <PublicFrame view={view} title={t.title} description={t.lead} canonical={home}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Section title={t.licence}>
        <Prose>
          <p>
            {t.licenceText(operator)} <a href={licence.url}>{t.licenceName}</a>
          </p>
        </Prose>
        <DefinitionList
          items={[
            { term: t.credit, value: t.creditText(operator, `${publicUrl}${home}`) },
            ...(summary.updatedAt
              ? [{ term: t.updated, value: dayName(view.lang, tokyoDay(summary.updatedAt)) }]
              : []),
          ]}
        />
      </Section>
      <Section title={t.files} lead={t.filesLead}>
        {prefecture && summary.updatedAt ? (
          <Files {...props} prefecture={prefecture} />
        ) : (
          <EmptyState title={t.nothingYet} />
        )}
      </Section>
      <Machines view={view} />
      <Section title={t.layouts}>
        <Prose>
          <p>{t.layoutsText}</p>
          <p>{t.privacy}</p>
        </Prose>
      </Section>
    </PublicFrame>
  );
}

function Files({ view, prefecture, municipalities, summary }: CatalogueProps & { prefecture: Municipality }) {
  const t = words[view.lang];
  const nameOf = ({ nameJa, nameEn }: Municipality) => contentIn(view.lang, { ja: nameJa, en: nameEn });
  const link = ({ code6 }: Municipality, name: string) =>
    openDataPaths.file.to({ file: `${code6}_${name}.csv` });
  return (
    <>
      <DataTable
        view={view}
        caption={t.whole(nameOf(prefecture))}
        stacked
        columns={[
          { key: 'what', label: t.what, head: true },
          { key: 'count', label: t.count, align: 'number' },
          { key: 'file', label: t.download },
        ]}
        rows={fileKinds.map(({ kind, name }) => ({
          what: kindNames[view.lang][kind],
          count: summary.counts[kind] ?? 0,
          file: (
            <a href={link(prefecture, name)}>
              {prefecture.code6}_{name}.csv
            </a>
          ),
        }))}
      />
      {municipalities.length > 0 && (
        <Disclosure summary={t.byMunicipality}>
          <p>{t.byMunicipalityLead}</p>
          <DataTable
            view={view}
            caption={t.byMunicipality}
            captionHidden
            columns={[
              { key: 'municipality', label: t.municipality, head: true },
              ...fileKinds.map(({ kind }) => ({ key: kind, label: kindNames[view.lang][kind] })),
            ]}
            rows={municipalities.map((municipality) => ({
              municipality: nameOf(municipality),
              ...Object.fromEntries(
                fileKinds.map(({ kind, name }) => [
                  kind,
                  <a
                    href={link(municipality, name)}
                    aria-label={`CSV: ${nameOf(municipality)} ${kindNames[view.lang][kind]}`}
                  >
                    CSV
                  </a>,
                ]),
              ),
            }))}
          />
        </Disclosure>
      )}
    </>
  );
}

function Machines({ view }: { view: View }) {
  const t = words[view.lang];
  const schemas = ['facility', 'scheme'] as const;
  return (
    <Section title={t.machines}>
      <ul>
        <li>
          <a href={view.href(openDataPaths.api.to({}))}>{t.api}</a>: {t.apiText}
        </li>
        <li>
          <a href={hsdsPaths.openapi.to({})}>{t.openapi}</a>: {t.openapiText}
        </li>
        <li>
          <a href={openDataPaths.dataPackage.to({})}>{t.package}</a>: {t.packageText}
        </li>
        <li>
          <a href={openDataPaths.dcat.to({})}>{t.dcat}</a>: {t.dcatText}
        </li>
        {schemas.map((name) => (
          <li>
            <a href={openDataPaths.schema.to({ name })}>{t.schemaNames[name]}</a>: {t.schemas}
          </li>
        ))}
      </ul>
    </Section>
  );
}
