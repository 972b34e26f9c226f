/**
 * A second reader of iCalendar, for tests: written from the standard's grammar, not from what we write. Throws where a line is
 * longer than 75 octets, ends otherwise than with CR LF, or a property is none.
 */
export interface ReadEvent {
  readonly [property: string]: string;
}

export function readCalendar(text: string): {
  readonly properties: ReadEvent;
  readonly zones: readonly string[];
  readonly events: readonly (ReadEvent & { readonly start: Date; readonly end: Date })[];
} {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error('a line break that is none');
  }
  const lines = physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(parse);
  const open: string[] = [];
  const properties: Record<string, string> = {};
  const zones: string[] = [];
  const events: (ReadEvent & { start: Date; end: Date })[] = [];
  let event: Record<string, string> = {};
  for (const { name, zone, value } of lines) {
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') event = {};
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where it did not begin`);
      if (value === 'VEVENT')
        events.push({ ...event, start: at(event['DTSTART']), end: at(event['DTEND']) } as ReadEvent & {
          start: Date;
          end: Date;
        });
    } else if (open.at(-1) === 'VEVENT') {
      if (name in event) throw new Error(`${name} twice`);
      if (zone && !zones.includes(zone)) throw new Error(`${zone} is said nowhere`);
      event[name] = zone ? `${zone}:${value}` : unescape(value);
    } else if (open.at(-1) === 'VTIMEZONE' && name === 'TZID') zones.push(value);
    else if (open.length === 1) properties[name] = unescape(value);
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} does not end`);
  return { properties, zones, events };
}

function parse(line: string) {
  const [, name, parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z]+=[^:;"]+)*):(.*)$/s.exec(line) ?? [];
  if (!name) throw new Error(`no property: ${line}`);
  return { name, zone: /;TZID=([^;]+)/.exec(parameters)?.[1], value };
}

function unescape(value: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value)) throw new Error(`escaped in vain: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/** The moment of `Asia/Tokyo:20261231T180000`. */
function at(text = ''): Date {
  const [, year, month, day, hour, minute, second] =
    /^Asia\/Tokyo:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+09:00`);
  if (Number.isNaN(moment.getTime())) throw new Error(`no moment: ${text}`);
  return moment;
}
