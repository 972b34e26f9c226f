/** A CSV file as Japanese offices open it and RFC 4180 says it: UTF-8 with BOM, CRLF, quotes only where they are needed. */
export function csvFile(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
