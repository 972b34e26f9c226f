import {
  divIcon,
  latLngBounds,
  type LatLngTuple,
  map as leafletMap,
  type Map,
  marker,
  tileLayer,
} from 'leaflet';
import 'leaflet/dist/leaflet.css';

interface Shown {
  readonly name: string;
  readonly url: string;
  readonly where: string;
  readonly when: string;
}

/** What our own server says: places that may be known exactly, and for each municipality those that may not. */
export interface MapData {
  readonly places: readonly (Shown & { readonly latitude: number; readonly longitude: number })[];
  readonly rough: readonly {
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly places: readonly Shown[];
  }[];
  readonly middle: LatLngTuple;
}

export interface MapWords {
  readonly tiles: string;
  readonly close: string;
}

const nearest = 18;
const farthest = 8;

/** From here on the pictures come from the other server. */
export function draw(canvas: HTMLElement, data: MapData, words: MapWords): Map {
  const map = leafletMap(canvas, { attributionControl: false, zoomControl: false, scrollWheelZoom: false });
  tileLayer(words.tiles, { minZoom: farthest, maxZoom: nearest, referrerPolicy: 'no-referrer' }).addTo(map);
  for (const place of data.places)
    addMarker(
      map,
      { at: [place.latitude, place.longitude], name: place.name, count: 1, kind: 'exact', shown: [place] },
      words,
    );
  for (const { name, latitude, longitude, places } of data.rough)
    addMarker(
      map,
      { at: [latitude, longitude], name, count: places.length, kind: 'rough', shown: places },
      words,
    );
  // Who opened a popup by the keyboard goes on inside it, and comes back to the marker.
  map.on('popupopen', ({ popup: opened }) => opened.getElement()?.querySelector('a')?.focus());
  const points = [...data.places, ...data.rough].map(
    ({ latitude, longitude }): LatLngTuple => [latitude, longitude],
  );
  if (points.length > 0) map.fitBounds(latLngBounds(points), { maxZoom: 15, padding: [30, 30] });
  else map.setView(data.middle, farthest + 2);
  return map;
}

interface Mark {
  readonly at: LatLngTuple;
  readonly name: string;
  readonly count: number;
  readonly kind: 'exact' | 'rough';
  readonly shown: readonly Shown[];
}

function addMarker(map: Map, { at, name, count, kind, shown }: Mark, words: MapWords): void {
  const icon = document.createElement('span');
  icon.textContent = kind === 'rough' ? String(count) : '';
  const mark = marker(at, {
    title: name,
    icon: divIcon({ html: icon, className: `pin ${kind}`, iconSize: [30, 30], popupAnchor: [0, -12] }),
  })
    .bindPopup(() => popup(map, kind === 'rough' ? name : '', shown, words), {
      closeButton: false,
      maxHeight: 260,
    })
    .addTo(map);
  mark.getElement()?.setAttribute('aria-label', name);
}

function popup(map: Map, title: string, shown: readonly Shown[], words: MapWords): HTMLElement {
  const box = element('div');
  if (title) box.append(element('p', title));
  for (const { name, url, where, when } of shown) {
    const link = element('a', name);
    link.href = url;
    const line = element('p');
    line.append(link);
    box.append(line, element('p', [where, when].filter(Boolean).join('　')));
  }
  const close = element('button', words.close);
  close.type = 'button';
  close.className = 'button quiet small';
  close.addEventListener('click', () => map.closePopup());
  box.append(close);
  return box;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}
