/** What is typed is kept at the desk while it is typed: tried again until it is there, and once more as the page goes. */
export function keepsDraft(
  box: HTMLElement,
  text: HTMLTextAreaElement,
): { stop: () => void; sent: () => void } {
  const state = box.querySelector<HTMLElement>('[data-draft-state]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = text.value;
  const body = () => new URLSearchParams({ text: text.value });
  const later = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };
  const say = (words: string | undefined) => {
    if (state && state.textContent !== (words ?? '')) state.textContent = words ?? '';
  };
  async function keep(): Promise<void> {
    const words = text.value;
    if (words === kept) return say('');
    const answer = await fetch(box.dataset['draft'] ?? '', { method: 'POST', body: body() }).catch(
      () => undefined,
    );
    if (answer?.ok) {
      kept = words;
      say('');
    } else {
      say(box.dataset['unkept']);
    }
    if (text.value !== kept) later(answer?.ok ? 700 : 2000);
  }
  text.addEventListener('input', () => later(700));
  window.addEventListener('online', () => later(0));
  window.addEventListener('pagehide', () => {
    if (text.value !== kept) navigator.sendBeacon(box.dataset['draft'] ?? '', body());
  });
  return {
    stop: () => clearTimeout(timer),
    sent: () => {
      kept = '';
      later(0);
    },
  };
}
