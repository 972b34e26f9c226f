/** A conversation where scripts run: new words appear by themselves, what is typed is never lost, nothing is kept on the device. */

interface Shown {
  readonly seq: number;
  readonly side: string;
  readonly label: string;
  readonly text: string;
  readonly time: string;
}

const list = document.querySelector<HTMLElement>('[data-talk]');
if (list) begin(list);

function begin(list: HTMLElement): void {
  const state = document.querySelector<HTMLElement>('[data-talk-state]');
  const box = document.querySelector<HTMLElement>('[data-say]');
  const problem = document.querySelector<HTMLElement>('[data-say-problem]');
  const said = (text: string | undefined) => {
    if (problem) problem.textContent = text ?? '';
  };
  const url = new URL(list.dataset['talk'] ?? '', location.href);
  url.searchParams.set('after', list.dataset['after'] ?? '0');
  const source = new EventSource(url);
  source.addEventListener('message', (event) => {
    if (event instanceof MessageEvent && event.data) show(list, JSON.parse(event.data));
  });
  source.addEventListener('state', (event) => {
    const { status, ended } = JSON.parse(event.data) as { status: string; ended: boolean };
    if (state && state.textContent !== status) state.textContent = status;
    if (ended && box) box.hidden = true;
  });
  source.addEventListener('gone', () => {
    source.close();
    said(box?.dataset['gone']);
  });
  source.addEventListener('open', () => said(''));
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.OPEN) said(box?.dataset['lost']);
  });
  const form = box?.querySelector('form');
  if (form && box) sends(form, { failed: box.dataset['failed'] ?? '', said });
  list.scrollTop = list.scrollHeight;
}

function show(list: HTMLElement, { seq, side, label, text, time }: Shown): void {
  if (list.querySelector(`[data-seq="${Number(seq)}"]`)) return;
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const item = document.createElement('li');
  item.className = side;
  item.dataset['seq'] = String(seq);
  const head = item.appendChild(document.createElement('p'));
  head.className = 'talk-head';
  head.appendChild(document.createElement('b')).textContent = label;
  head.append(' ');
  head.appendChild(document.createElement('time')).textContent = time;
  const body = item.appendChild(document.createElement('p'));
  body.className = 'typed';
  body.textContent = text;
  list.append(item);
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function sends(
  form: HTMLFormElement,
  { failed, said }: { failed: string; said: (text: string | undefined) => void },
): void {
  const text = form.querySelector('textarea');
  const key = form.querySelector<HTMLInputElement>('input[name="key"]');
  if (!text || !key) return;
  let sending = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending || !text.value.trim()) return;
    sending = true;
    const words = text.value;
    fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ text: words, key: key.value }),
    })
      .then(async (answer) => {
        const { problem } = (await answer.json()) as { problem?: string };
        if (!answer.ok) throw new Error(problem ?? failed);
        // What was typed meanwhile stays.
        if (text.value === words) text.value = '';
        key.value = newKey();
        said('');
      })
      .catch((error: unknown) => said(error instanceof Error && error.message ? error.message : failed))
      .finally(() => {
        sending = false;
        delete form.dataset['sent'];
      });
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
  });
}

/** Random enough to tell one message from another; `crypto.randomUUID` is there only over HTTPS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
