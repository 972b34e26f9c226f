import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Card, EmptyState, Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Child } from 'hono/jsx';
import { nameIn } from '../../members/shown.ts';
import { watchPaths } from '../../paths.ts';
import type { Network } from '../store.ts';
import { words } from '../words.ts';

export function NetworksPage({ view, networks }: { view: View; networks: readonly Network[] }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={t.publicLead} />
      {networks.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {networks.map((network) => (
          <Card
            title={nameIn(view.lang, network)}
            href={view.href(watchPaths.network.to({ code: network.code }))}
            tags={network.illustrative && <Tag>{t.illustrative}</Tag>}
            level={2}
          >
            <p>{contentIn(view.lang, { ja: network.aboutJa, en: network.aboutEn })}</p>
          </Card>
        ))}
      </Grid>
    </PublicFrame>
  );
}

export function NetworkPage({ view, network, children }: { view: View; network: Network; children?: Child }) {
  const t = words[view.lang];
  const title = t.networkTitle(nameIn(view.lang, network));
  return (
    <PublicFrame view={view} title={title}>
      <PageHead
        title={title}
        tags={network.illustrative && <Tag>{t.illustrative}</Tag>}
        lead={<TypedText text={contentIn(view.lang, { ja: network.aboutJa, en: network.aboutEn })} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(watchPaths.list.to({})), label: t.title }]}
            current={title}
          />
        }
      />
      <p>
        {network.open ? (
          <ButtonLink href={view.href(watchPaths.notice.to({ code: network.code }))}>{t.notice}</ButtonLink>
        ) : (
          t.membersOnly
        )}
      </p>
      {children}
    </PublicFrame>
  );
}
