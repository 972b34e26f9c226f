/** The log of a talk where scripts run: the first field is ready to type in, the time runs, Ctrl+Enter saves. */

const line = document.querySelector<HTMLElement>('[data-log]');
const started = document.querySelector<HTMLInputElement>('input[name="startedAt"]');
const form = started?.form;

if (line && started && form) {
  if (!document.querySelector('.wrong, [role="alert"] a'))
    form.querySelector<HTMLInputElement>('input[name="worries"]')?.focus();
  let since = Date.now();
  const text = line.appendChild(document.createElement('span'));
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button quiet small';
  again.textContent = line.dataset['logAgain'] ?? '';
  line.append(' ', again);
  again.addEventListener('click', () => {
    since = Date.now();
    started.value = clock(new Date());
    tell();
    form.querySelector<HTMLInputElement>('input[name="worries"]')?.focus();
  });
  const tell = () => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    text.textContent = (line.dataset['log'] ?? '').replace('{n}', shown);
  };
  tell();
  setInterval(tell, 1000);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
  });
}

/** The time in Tokyo, whatever the device says. */
function clock(now: Date): string {
  return new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
}
