/** On every page: leaving without a trace in the tab's history, the focus on what is wrong, and no form sent twice. */

/** Two presses of Escape within so long (ms) leave: one alone closes things, and ends what is being typed in Japanese. */
const twiceMs = 1500;
let escapedAt = -twiceMs;

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-leave]') : null;
  if (!link) return;
  event.preventDefault();
  leave(link);
});

document.addEventListener('keydown', ({ key, isComposing, repeat, timeStamp }) => {
  if (key !== 'Escape' || isComposing || repeat) return;
  const link = document.querySelector<HTMLAnchorElement>('a[data-leave]');
  if (link && timeStamp - escapedAt < twiceMs) leave(link);
  escapedAt = timeStamp;
});

function leave(link: HTMLAnchorElement): void {
  document.body.hidden = true;
  location.replace(link.href);
}

document.querySelector<HTMLElement>('[data-focus]')?.focus();

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post') return;
  if (form.dataset['sent']) event.preventDefault();
  form.dataset['sent'] = 'yes';
  // An answer that is a download leaves this page standing.
  setTimeout(() => delete form.dataset['sent'], 4000);
});
/** A page brought back by the browser's history may be sent again. */
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset['sent'];
});
