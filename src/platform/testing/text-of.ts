/** The words of a page as a reader meets them, one blank between; pictures, scripts and markup are left out. */
export async function textOf(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ');
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
