import { staysOpen } from './conversation/live.ts';
import { keepsDraft } from './conversation/drafts.ts';
import { element, rewrite, sendInPlace, show } from './conversation/messages.ts';
import { away, type Call, calls, closing, contactUrl, load, offers } from './conversation/strips.ts';

/** The desk where scripts run: queue and words live, keys, drafts kept. It never moves the focus by itself. */

interface Row {
  readonly id: string;
  readonly group: string;
  readonly number: string;
  readonly door: string;
  readonly waited: string;
  readonly flags: readonly string[];
  readonly risk: string;
  readonly inside: string;
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
  staysOpen(url, (source) => {
    source.addEventListener('message', (event) => {
      if (talk && event instanceof MessageEvent && event.data) show(talk, JSON.parse(event.data));
    });
    source.addEventListener('rewritten', (event) => {
      if (talk) rewrite(talk, JSON.parse(event.data));
    });
    source.addEventListener('queue', (event) => fill(board, queue, JSON.parse(event.data) as Row[]));
    source.addEventListener('calls', (event) => calls(queue, JSON.parse(event.data) as Call[]));
    source.addEventListener('closing', (event) => closing(JSON.parse(event.data) as string));
    source.addEventListener('load', (event) => load(JSON.parse(event.data) as string));
    source.addEventListener('offers', (event) => {
      const asked = offers(Number(event.data));
      if (asked) tell(asked);
    });
    source.addEventListener('away', () => {
      source.close();
      tell(board.dataset['away'] ?? '');
      away(board.dataset['away'] ?? '');
    });
    source.addEventListener('gone', () => {
      source.close();
      tell(board.dataset['gone'] ?? '');
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.OPEN) tell(board.dataset['lost'] ?? '');
    });
    source.addEventListener('open', () => tell(''));
  });
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
  link.href = contactUrl(queue, row.id);
  if (row.id === current) link.setAttribute('aria-current', 'true');
  link.replaceChildren(element('b', '', row.number), ` ${row.door} `, element('span', '', row.waited));
  while (link.nextSibling) link.nextSibling.remove();
  if (row.risk) made.append(element('span', 'tag bad', row.risk));
  if (row.inside) made.append(element('span', 'tag info', row.inside));
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
  for (const box of document.querySelectorAll<HTMLElement>('[data-reply], [data-whisper]')) {
    const form = box.querySelector('form');
    const text = form?.querySelector('textarea');
    const problem = box.querySelector<HTMLElement>('[data-reply-problem]');
    if (!form || !text || !problem) continue;
    const draft = box.dataset['draft'] ? keepsDraft(box, text) : undefined;
    sendInPlace(form, {
      failed: box.dataset['failed'] ?? '',
      said: (words) => {
        problem.textContent = words;
      },
      before: () => draft?.stop(),
      sent: () => draft?.sent(),
    });
  }
}

function openRisk(): void {
  const questions = document.querySelector<HTMLDetailsElement>('[data-risk] details');
  if (!questions) return;
  questions.open = true;
  questions.querySelector<HTMLElement>('select, input:not([type="hidden"])')?.focus();
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
  else if (event.key === 'd') openRisk();
  else if (event.key === 't')
    document.querySelector<HTMLFormElement>('.talking form[action$="/take"]')?.requestSubmit();
  else if (event.key === '?')
    document.querySelector<HTMLDetailsElement>('.queue details')?.toggleAttribute('open');
  else return;
  event.preventDefault();
}
