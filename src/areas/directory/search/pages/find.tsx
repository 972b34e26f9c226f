import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { formatNumber } from '#platform/i18n.ts';
import { Pagination } from '#ui/wayfinding.tsx';
import type { CrisisKind } from '../../crisis/rules.ts';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import type { Holidays } from '../../hours/rules.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { findPaths } from '../../paths.ts';
import type { Service } from '../../services/store.ts';
import type { Found } from '../actions.ts';
import { addressOf, type Asked } from '../asked.ts';
import { words } from '../words.ts';
import { Filters } from './filters.tsx';
import { NothingFound, Otherwise } from './nothing-found.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { Understood } from './understood.tsx';

export interface FindProps {
  readonly view: View;
  readonly now: Date;
  readonly asked: Asked;
  readonly found: Found;
  readonly services: readonly Service[];
  readonly general: Service | undefined;
  /** What cannot wait in what was typed. */
  readonly crises: readonly CrisisKind[];
  readonly places: readonly Municipality[];
  readonly holidays: Holidays;
}

/** `/find`: who is there now, then what was found, then other ways. The title never says what was looked for. */
export function FindPage(props: FindProps) {
  const { view, asked, found, crises } = props;
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} description={t.lead} canonical={findPaths.find.to({})}>
      <PageHead band title={t.title} lead={<p>{t.lead}</p>} actions={<SearchForm {...props} />} />
      {crises.length > 0 && <EmergencyPanel view={view} kind={crises} />}
      <Understood {...props} />
      {found.total === 0 ? (
        <NothingFound {...props} />
      ) : (
        <Section title={t.found(formatNumber(view.lang, found.total), found.about)}>
          <Filters {...props} />
          <Results {...props} />
          <Pagination
            view={view}
            page={asked.page}
            pageSize={20}
            total={found.reachable}
            hrefOf={(page) =>
              view.href(findPaths.find.to({}, { ...addressOf(asked), page: page === 1 ? undefined : page }))
            }
          />
          {found.about && <p class="hint">{t.aboutNote(formatNumber(view.lang, found.reachable))}</p>}
        </Section>
      )}
      <Otherwise {...props} />
    </PublicFrame>
  );
}

/** A page beyond the last one. */
export function NoSuchPage({ view, asked }: Pick<FindProps, 'view' | 'asked'>) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.title} />
      <EmptyState title={t.noPage}>
        <ButtonLink href={view.href(findPaths.find.to({}, addressOf(asked)))}>{t.noPageNext}</ButtonLink>
      </EmptyState>
    </PublicFrame>
  );
}
