import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { findPaths } from '../../paths.ts';
import { mostOnMap } from '../map-data.ts';
import { tileUrl } from '../outer.ts';
import { words } from '../words.ts';
import { hrefWith, PlaceList, type PlacesProps } from './places.tsx';

/** The same places over a map of another server, which is asked for nothing before the press; the list works without it. */
export function PlacesMapPage(props: PlacesProps) {
  const { view, filter } = props;
  const t = words[view.lang];
  const back = hrefWith(view, findPaths.places.to({}), filter);
  return (
    <PublicFrame
      view={view}
      title={t.page.title}
      canonical={findPaths.placesMap.to({})}
      description={t.page.lead}
      islands={['map']}
    >
      <PageHead
        title={t.page.title}
        lead={<p>{t.page.lead}</p>}
        breadcrumbs={
          <Breadcrumbs view={view} items={[{ href: back, label: t.title }]} current={t.page.title} />
        }
      />
      {props.total > mostOnMap && <p>{t.page.more(mostOnMap)}</p>}
      <OuterMap {...props} />
      <PlaceList {...props} path={findPaths.placesMap.to({})} />
      <p class="no-print">
        <a href={back}>{t.page.back}</a>
      </p>
    </PublicFrame>
  );
}

function OuterMap({ view, filter }: PlacesProps) {
  const t = words[view.lang].page;
  return (
    <div class="no-print" data-map={hrefWith(view, findPaths.placesData.to({}), filter)}>
      <div class="notice info" data-map-ask>
        <h2 class="notice-title">{t.askTitle}</h2>
        <div>
          <p>{t.ask}</p>
          <p class="actions">
            <button type="button" class="button primary" data-map-show hidden>
              {t.show}
            </button>
          </p>
          <noscript>
            <p>{t.needsScript}</p>
          </noscript>
        </div>
      </div>
      <figure class="outer-map" data-map-frame hidden>
        <div class="actions">
          <button type="button" class="button secondary small" data-map-in>
            ＋ {t.zoomIn}
          </button>
          <button type="button" class="button secondary small" data-map-out>
            − {t.zoomOut}
          </button>
        </div>
        <div
          class="canvas"
          data-map-canvas
          role="region"
          tabindex={0}
          aria-label={t.label}
          data-tiles={tileUrl}
          data-close={t.close}
        ></div>
        <figcaption class="hint">
          {t.rough}{' '}
          <a href="https://maps.gsi.go.jp/development/ichiran.html" rel="noreferrer">
            {t.credit}
          </a>
        </figcaption>
      </figure>
      <p class="notice warn" data-map-failed role="status" hidden>
        {t.failed}
      </p>
    </div>
  );
}
