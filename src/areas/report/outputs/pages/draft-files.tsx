import type { View } from '#platform/web/view.ts';
import { Section } from '#ui/layout.tsx';
import { staffReportPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** Below the preview of an edition: what its files would be. */
export function DraftFiles({ view, id }: { view: View; id: string }) {
  const text = words[view.lang];
  return (
    <Section title={text.draftFiles} lead={text.draftLead}>
      <ul>
        {(['pptx', 'xlsx', 'pdf'] as const).map((format) => (
          <li>
            <a href={view.href(staffReportPaths.draftFile.to({ id, format }))}>{text.formats[format]}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
