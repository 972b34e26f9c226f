/** What both sides' pages of a conversation do with words: show new ones, and send one exactly once. */

export interface Shown {
  readonly seq: number;
  readonly side: string;
  readonly label: string;
  readonly text: string;
  readonly time: string;
  readonly file?: { readonly href: string; readonly see: string };
}

export function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** Adds a message that is not there yet; who reads at the end stays at the end, who reads further up is left alone. */
export function show(list: HTMLElement, { seq, side, label, text, time, file }: Shown): void {
  if (list.querySelector(`[data-seq="${Number(seq)}"]`)) return;
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const item = element('li', side, '');
  item.dataset['seq'] = String(seq);
  const head = item.appendChild(element('p', 'talk-head', ''));
  head.append(element('b', '', label), ' ', element('time', '', time));
  const typed = item.appendChild(element('p', 'typed', file ? '' : text));
  if (file) typed.append(linkTo(file));
  list.append(item);
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function linkTo({ href, see }: { href: string; see: string }): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = see;
  return link;
}

/** Its sender changed a message that is there, or took it back. */
export function rewrite(list: HTMLElement, { seq, text }: Shown): void {
  const typed = list.querySelector(`[data-seq="${Number(seq)}"] .typed`);
  if (typed && typed.textContent !== text) typed.textContent = text;
}

interface Sending {
  readonly failed: string;
  /** Told what went wrong, in words; nothing when it went out. */
  readonly said: (problem: string) => void;
  readonly before?: () => void;
  /** It went out. */
  readonly sent?: () => void;
}

/** Sends a form without leaving the page: the words stay until they have arrived, and a second try writes them once. */
export function sendInPlace(form: HTMLFormElement, { failed, said, before, sent }: Sending): void {
  const text = form.querySelector('textarea');
  const key = form.querySelector<HTMLInputElement>('input[name="key"]');
  if (!text || !key) return;
  let sending = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending || !text.value.trim()) return;
    sending = true;
    before?.();
    const words = text.value;
    fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ [text.name]: words, key: key.value }),
    })
      .then(async (answer) => {
        const problem = await problemOf(answer);
        if (!answer.ok) throw new Error(problem ?? failed);
        // What was typed meanwhile stays.
        if (text.value === words) text.value = '';
        key.value = newKey();
        said('');
        sent?.();
      })
      // A browser that reached nobody says so in its own words: ours are calmer.
      .catch((error: unknown) => said(error instanceof TypeError ? failed : (error as Error).message))
      .finally(() => {
        sending = false;
        delete form.dataset['sent'];
      });
  });
}

/** Why it was not taken, when whoever answered could say so: a proxy or a page of errors cannot. */
async function problemOf(answer: Response): Promise<string | undefined> {
  if (!answer.headers.get('content-type')?.includes('json')) return undefined;
  return ((await answer.json()) as { problem?: string }).problem;
}

/** Random enough to tell one message from another; `crypto.randomUUID` is there only over HTTPS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
