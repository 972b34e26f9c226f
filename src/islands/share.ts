/** Copies, sends or prints the address of a page. The address itself stands on the page for everybody else. */

for (const box of document.querySelectorAll<HTMLElement>('[data-share]'))
  prepare(box, box.dataset['share'] ?? '');

function prepare(box: HTMLElement, url: string): void {
  const copy = box.querySelector<HTMLElement>('[data-share-copy]');
  const send = box.querySelector<HTMLElement>('[data-share-send]');
  const print = box.querySelector<HTMLElement>('[data-share-print]');
  const status = box.querySelector<HTMLElement>('[data-share-status]');
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', () => {
      navigator.clipboard
        .writeText(url)
        .then(() => {
          if (status) status.textContent = copy.dataset['shareCopy'] ?? '';
        })
        .catch(() => {});
    });
  }
  if (send && typeof navigator.share === 'function') {
    send.hidden = false;
    send.addEventListener('click', () => {
      navigator.share({ url }).catch(() => {});
    });
  }
  if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
}
