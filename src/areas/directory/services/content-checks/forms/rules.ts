/** Forms of single values, as they are kept and given out. */

/** What a spreadsheet would run when it begins a cell, in any width, after blanks too. Entries become open data. */
export function isFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠−]/.test(text);
}

export function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s/?#"<>\\]+\.[^\s"<>\\]*$/u.test(text) && text.length <= 500 && URL.canParse(text);
}

export function isUrlOrEmpty(text: string): boolean {
  return text === '' || isUrl(text);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@"<>(),;:\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text) && text.length <= 254;
}

/** Digits in groups with hyphens, 110 or #8008. */
export function isPhoneNumber(text: string): boolean {
  return /^#?\d{2,5}(-\d{1,4}){0,3}$/.test(text) && text.replace(/\D/g, '').length <= 11;
}

const notGeographic = /^(0120|0800|0570|0990|0[2-9]0)-/;

/** A local exchange never begins with 0: 045-000-0001 can be nobody's. */
export function isInventedNumber(text: string): boolean {
  return !notGeographic.test(text) && /^0\d{1,4}-0\d{0,3}-\d{4}$/.test(text);
}

/** `YYYY-MM-DD` that the calendar knows. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** `MM-DD` of any year; 29 February is one. */
export function isMonthDay(text: string): boolean {
  return isDay(`2024-${text}`);
}

/** `HH:MM`, 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
