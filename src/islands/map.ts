import './map/policy.ts';
import { draw, type MapData } from './map/draw.ts';

/** A map whose pictures come from another server: nothing is asked of it before somebody presses the button that says so. */

const sheet = (document.currentScript as HTMLScriptElement | null)?.dataset['sheet'];

for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) prepare(box);

function prepare(box: HTMLElement): void {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-map-${name}]`);
  const [ask, show, canvas, frame, failed] = [
    part('ask'),
    part('show'),
    part('canvas'),
    part('frame'),
    part('failed'),
  ];
  if (!ask || !show || !canvas || !frame || !failed) return;
  show.hidden = false;
  show.addEventListener('click', () => {
    ask.hidden = true;
    frame.hidden = false;
    Promise.all([read(box.dataset['map'] ?? ''), putOn(sheet)])
      .then(([data]) => {
        const { tiles = '', close = '' } = canvas.dataset;
        const map = draw(canvas, data, { tiles, close });
        part('in')?.addEventListener('click', () => map.zoomIn());
        part('out')?.addEventListener('click', () => map.zoomOut());
        canvas.focus();
      })
      .catch(() => {
        frame.hidden = true;
        failed.hidden = false;
      });
  });
}

/** The map's own style sheet: whoever does not press need not wait for it. */
function putOn(url = ''): Promise<void> {
  return new Promise((done, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => failed(new Error('no style sheet')));
    link.href = url;
    document.head.append(link);
  });
}

async function read(url: string): Promise<MapData> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('no places');
  return (await answer.json()) as MapData;
}
