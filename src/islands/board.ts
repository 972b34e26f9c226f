import { element, sendInPlace, show } from './conversation/messages.ts';

/** The desk where scripts run: queue and words live, keys, drafts kept. It never moves the focus by itself. */

interface Row {
  readonly id: string;
  readonly group: string;
  readonly number: string;
  readonly door: string;
  readonly waited: string;
  readonly flags: readonly string[];
  readonly tempo: string;
  readonly tempoWords: string;
  readonly seq: number;
}
const board = document.querySelector<HTMLElement>('[data-board]');
const news = document.querySelector<HTMLElement>('[data-board-news]');
const talk = document.querySelector<HTMLElement>('.board .talk');
const queue = document.querySelector<HTMLElement>('[data-queue]');
/** Last message of each contact when the page was made, or when it was opened here. */
const seen = new Map<string, number>();

if (board && queue) {
  for (const line of queue.querySelectorAll<HTMLElement>('[data-contact]'))
    seen.set(line.dataset['contact'] ?? '', Number(line.dataset['seq']));
  listen(board, queue);
  reply();
  document.addEventListener('keydown', (event) => press(event, queue));
  if (talk) talk.scrollTop = talk.scrollHeight;
}

function listen(board: HTMLElement, queue: HTMLElement): void {
  const url = new URL(board.dataset['board'] ?? '', location.href);
  url.searchParams.set('after', talk?.dataset['after'] ?? '0');
  const source = new EventSource(url);
  source.addEventListener('message', (event) => {
    if (talk && event instanceof MessageEvent && event.data) show(talk, JSON.parse(event.data));
  });
  source.addEventListener('queue', (event) => fill(board, queue, JSON.parse(event.data) as Row[]));
  source.addEventListener('gone', () => {
    source.close();
    tell(board.dataset['gone'] ?? '');
  });
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.OPEN) tell(board.dataset['lost'] ?? '');
  });
  source.addEventListener('open', () => tell(''));
}

function tell(text: string): void {
  if (news && news.textContent !== text) news.textContent = text;
}

/** Lines are kept where they are the same, so that a focused one stays focused. */
function fill(board: HTMLElement, queue: HTMLElement, rows: readonly Row[]): void {
  const current = queue.dataset['current'];
  let fresh = 0;
  for (const list of queue.querySelectorAll<HTMLElement>('[data-group]')) {
    const wanted = rows.filter((row) => row.group === list.dataset['group']);
    const old = new Map([...list.children].map((line) => [(line as HTMLElement).dataset['contact'], line]));
    const lines = wanted.map((row) => {
      const line = old.get(row.id) as HTMLElement | undefined;
      old.delete(row.id);
      return drawn(line, row, { board, queue, current });
    });
    for (const gone of old.values()) gone.remove();
    lines.forEach((line, at) => {
      if (list.children[at] !== line) list.insertBefore(line, list.children[at] ?? null);
    });
    const count = list.parentElement?.querySelector('.count');
    if (count) count.textContent = String(wanted.length);
    fresh += wanted.filter((row) => row.id !== current && row.seq > (seen.get(row.id) ?? 0)).length;
  }
  document.title = document.title.replace(/^(\(\d+\) )?/, fresh > 0 ? `(${fresh}) ` : '');
  if (fresh > 0) tell((board.dataset['new'] ?? '').replace('{n}', String(fresh)));
}

function drawn(
  line: HTMLElement | undefined,
  row: Row,
  { board, queue, current }: { board: HTMLElement; queue: HTMLElement; current: string | undefined },
): HTMLElement {
  const made = line ?? element('li', '', '');
  const link = made.querySelector('a') ?? made.appendChild(document.createElement('a'));
  const url = new URL(queue.dataset['queue'] ?? '', location.href);
  url.searchParams.set('contact', row.id);
  link.href = `${url.pathname}${url.search}`;
  if (row.id === current) link.setAttribute('aria-current', 'true');
  link.replaceChildren(element('b', '', row.number), ` ${row.door} `, element('span', '', row.waited));
  while (link.nextSibling) link.nextSibling.remove();
  for (const flag of row.flags) made.append(element('span', 'tag bad', flag));
  if (row.tempoWords) made.append(element('span', 'hint', row.tempoWords));
  const unseen = row.id === current ? 0 : row.seq - (seen.get(row.id) ?? 0);
  if (unseen > 0)
    made.append(element('span', 'tag info', (board.dataset['new'] ?? '').replace('{n}', String(unseen))));
  made.className = row.tempo;
  made.dataset['contact'] = row.id;
  made.dataset['seq'] = String(row.seq);
  return made;
}

function reply(): void {
  const box = document.querySelector<HTMLElement>('[data-reply]');
  const form = box?.querySelector('form');
  const text = form?.querySelector('textarea');
  const problem = document.querySelector<HTMLElement>('[data-reply-problem]');
  if (!box || !form || !text || !problem) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () =>
    fetch(box.dataset['draft'] ?? '', {
      method: 'POST',
      body: new URLSearchParams({ text: text.value }),
    }).catch(() => {});
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 700);
  });
  sendInPlace(form, {
    failed: box.dataset['failed'] ?? '',
    said: (words) => {
      problem.textContent = words;
    },
    before: () => clearTimeout(timer),
  });
}

function press(event: KeyboardEvent, queue: HTMLElement): void {
  const at = event.target instanceof HTMLElement ? event.target : document.body;
  const typing = at.closest('input, textarea, select') !== null;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && at instanceof HTMLTextAreaElement) {
    if (!event.isComposing) at.form?.requestSubmit();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const links = [...queue.querySelectorAll<HTMLAnchorElement>('[data-contact] a')];
  const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'j') links[Math.min(links.length - 1, focused + 1)]?.focus();
  else if (event.key === 'k') links[Math.max(0, focused - 1)]?.focus();
  else if (event.key === 'r') document.querySelector<HTMLTextAreaElement>('[data-reply] textarea')?.focus();
  else if (event.key === 't')
    document.querySelector<HTMLFormElement>('.talking form[action$="/take"]')?.requestSubmit();
  else if (event.key === '?')
    document.querySelector<HTMLDetailsElement>('.queue details')?.toggleAttribute('open');
  else return;
  event.preventDefault();
}
