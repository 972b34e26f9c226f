import type { View } from '#platform/web/view.ts';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Prose, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { hsdsPaths, openDataPaths } from '../../paths.ts';
import { words } from '../words.ts';

type EndpointName = keyof (typeof words)['ja']['endpointWords'];

interface ApiPageProps {
  readonly view: View;
  readonly publicUrl: string;
  readonly endpoints: Readonly<Record<EndpointName, { readonly at: string; readonly required: boolean }>>;
}

export function ApiPage({ view, publicUrl, endpoints }: ApiPageProps) {
  const t = words[view.lang];
  const root = hsdsPaths.root.to({});
  const example = `${hsdsPaths.services.to({})}?per_page=3`;
  return (
    <PublicFrame view={view} title={t.apiTitle} description={t.apiLead} canonical={openDataPaths.api.to({})}>
      <PageHead
        title={t.apiTitle}
        lead={<p>{t.apiLead}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ label: t.title, href: view.href(openDataPaths.catalogue.to({})) }]}
            current={t.apiTitle}
          />
        }
      />
      <Section title={t.begin} lead={t.beginText}>
        <p>
          <a href={example}>
            {publicUrl}
            {example}
          </a>
        </p>
      </Section>
      <Section title={t.endpoints}>
        <DataTable
          view={view}
          caption={t.endpoints}
          captionHidden
          stacked
          columns={[
            { key: 'url', label: t.url, head: true },
            { key: 'gives', label: t.gives },
          ]}
          rows={(Object.keys(endpoints) as EndpointName[]).map((name) => ({
            url: <code>{`${root}${endpoints[name].at}`}</code>,
            gives: `${t.endpointWords[name]} (${endpoints[name].required ? t.must : t.may})`,
          }))}
        />
        <p>
          {t.fullDefinition}: <a href={hsdsPaths.openapi.to({})}>{t.openapiText}</a>
        </p>
      </Section>
      <Section title={t.rules}>
        <ul>
          {Object.values(t.ruleList).map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.extra}>
        <Prose>
          <p>{t.extraText}</p>
        </Prose>
      </Section>
    </PublicFrame>
  );
}
