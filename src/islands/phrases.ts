/** Canned sentences where scripts run: chosen in the list or typed as `/name` and Tab, they go in where one writes. */

const box = document.querySelector<HTMLElement>('[data-phrases]');
const reply = document.querySelector<HTMLTextAreaElement>('[data-reply] textarea');
const list = box?.querySelector('select');

if (box && list && reply) {
  box.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = list.selectedOptions[0]?.dataset['text'];
    if (!chosen) return;
    put(reply, chosen, { from: reply.selectionStart, to: reply.selectionEnd });
    list.value = '';
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.form?.requestSubmit();
  });
  reply.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.shiftKey || event.isComposing) return;
    const before = reply.value.slice(0, reply.selectionStart);
    const typed = /(?:^|\s)\/([a-z0-9-]{1,20})$/.exec(before.normalize('NFKC'))?.[1];
    const option = [...list.options].find(({ value }) => value !== '' && value === typed);
    if (!typed || !option) return;
    event.preventDefault();
    put(reply, option.dataset['text'] ?? '', { from: before.length - typed.length - 1, to: before.length });
  });
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (event.key !== 'p' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    list.focus();
  });
}

/** In place of what is marked, so that undoing works; the draft is kept as if it had been typed. */
function put(text: HTMLTextAreaElement, words: string, { from, to }: { from: number; to: number }): void {
  text.focus();
  text.setRangeText(words, from, to, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
