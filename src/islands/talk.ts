import { staysOpen } from './conversation/live.ts';
import { sendInPlace, show } from './conversation/messages.ts';

/** A conversation where scripts run: new words appear by themselves, what is typed is never lost, nothing is kept on the device. */

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
  staysOpen(url, (source) => {
    source.addEventListener('message', (event) => {
      if (event instanceof MessageEvent && event.data) show(list, JSON.parse(event.data));
    });
    source.addEventListener('state', (event) => {
      const { status, closing, guided, ended } = JSON.parse(event.data) as {
        status: string;
        closing: string;
        guided: boolean;
        ended: boolean;
      };
      hide('[data-talk-guide]', !guided);
      hide('[data-talk-going]', ended);
      hide('[data-talk-ended]', !ended);
      if (state && state.textContent !== status) state.textContent = status;
      tellOfHours(closing);
    });
    source.addEventListener('gone', () => {
      source.close();
      said(box?.dataset['gone']);
    });
    source.addEventListener('open', () => said(''));
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.OPEN) said(box?.dataset['lost']);
    });
  });
  const form = box?.querySelector('form');
  if (form && box?.dataset['say'] === 'person')
    sendInPlace(form, { failed: box.dataset['failed'] ?? '', said });
  if (form) sendsByKey(form);
  list.scrollTop = list.scrollHeight;
}

function hide(parts: string, hidden: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>(parts))
    if (part.hidden !== hidden) part.hidden = hidden;
}

/** That the desk closes, and who can be called then. */
function tellOfHours(closing: string): void {
  const words = document.querySelector<HTMLElement>('[data-talk-closing]');
  const lines = document.querySelector<HTMLElement>('[data-talk-lines]');
  if (!words || words.textContent === closing) return;
  words.textContent = closing;
  words.hidden = closing === '';
  if (lines) lines.hidden = closing === '';
}

function sendsByKey(form: HTMLFormElement): void {
  form.querySelector('textarea')?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
  });
}
