/** Midday in Tokyo. */
export function noon(day: string): Date {
  return new Date(`${day}T12:00:00+09:00`);
}
