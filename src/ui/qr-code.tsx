import qrcode from 'qrcode-generator';

/** Light modules around the code, without which readers miss it. */
const quiet = 4;

/** A picture that a telephone reads: the text, as a square of modules (ISO/IEC 18004, error correction M). */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 4}
      height={size * 4}
      shape-rendering="crispEdges"
    >
      <path class="qr-light" fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

/** The same as a file of its own. */
export function qrFile(text: string): string {
  const { size, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

/** Dark modules as one path, each run of a row one rectangle. `size` counts modules, the quiet zone among them. */
export function qrPath(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; ) {
      const from = column;
      while (column < count && code.isDark(row, column)) column += 1;
      if (column > from) path += `M${from + quiet} ${row + quiet}h${column - from}v1h${from - column}z`;
      else column += 1;
    }
  }
  return { size: count + 2 * quiet, path };
}
