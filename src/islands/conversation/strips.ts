import { element } from './messages.ts';

/** What stands above a desk's queue and conversation, kept true by the live events. */

export interface Call {
  readonly contactId: string;
  readonly state: string;
  readonly text: string;
}
/** The desk's page with one contact open. */
export function contactUrl(queue: HTMLElement, contactId: string): string {
  const url = new URL(queue.dataset['queue'] ?? '', location.href);
  url.searchParams.set('contact', contactId);
  return url.href;
}

/** Another desk asks for something that this page does not show yet, or no longer asks. */
export function offers(count: number): string {
  const box = document.querySelector<HTMLElement>('[data-offers]');
  const more = box?.querySelector<HTMLElement>('[data-offers-more]');
  const link = more?.querySelector('a');
  if (!box || !more || !link) return '';
  more.hidden = count === Number(box.dataset['offers']);
  if (more.hidden) return '';
  link.href = location.href;
  link.textContent = (box.dataset['offersNews'] ?? '').replace('{n}', String(count));
  return link.textContent;
}

/** Who waits for a supervisor. One that is new, or late by now, is also said aloud. */
export function calls(queue: HTMLElement, shown: readonly Call[]): void {
  const box = document.querySelector<HTMLElement>('[data-calls]');
  const list = box?.querySelector('ul');
  const aloud = box?.querySelector<HTMLElement>('[data-calls-alert]');
  if (!box || !list || !aloud) return;
  const known = new Map([...list.children].map((line) => [line.querySelector('a')?.href, line.className]));
  const loud: string[] = [];
  const lines = shown.map(({ contactId, state, text }) => {
    const line = element('li', state, '');
    const link = line.appendChild(document.createElement('a'));
    link.href = contactUrl(queue, contactId);
    link.textContent = text;
    const open = state === 'running' || state === 'over';
    if (open && known.get(link.href) !== state) loud.push(text);
    return line;
  });
  const focused = [...list.querySelectorAll('a')].find((link) => link === document.activeElement)?.href;
  list.replaceChildren(...lines);
  if (focused) [...list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
  box.hidden = shown.length === 0;
  if (loud.length > 0) aloud.textContent = loud.join('。');
}

/** That the desk closes soon, and what can be done for the conversation that one has. */
export function closing(text: string): void {
  const strip = document.querySelector<HTMLElement>('[data-closing]');
  const stay = document.querySelector<HTMLElement>('[data-stay]');
  if (stay) stay.hidden = text === '';
  if (!strip || strip.textContent === text) return;
  strip.hidden = text === '';
  strip.textContent = text;
}

/** How much of what the desk takes at once is in use. */
export function load(text: string): void {
  const shown = document.querySelector('[data-load]');
  if (shown && shown.textContent !== text) shown.textContent = text;
}

/** The open conversation is at another desk now: nothing can be said or written here any more. */
export function away(words: string): void {
  for (const form of document.querySelectorAll<HTMLElement>('.talking form, .recording form'))
    form.hidden = true;
  document.querySelector('.talking')?.prepend(element('p', 'notice warn', words));
}
