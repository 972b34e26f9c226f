import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { reportPaths } from '../../paths.ts';
import type { ExpectedProgram } from '../store.ts';
import { words } from '../words.ts';

/** From the year to what each of its programs was to bring about; before the results this is the only way to a new one. On paper links lead nowhere. */
export function ExpectedPrograms({ view, programs }: { view: View; programs: readonly ExpectedProgram[] }) {
  const text = words[view.lang];
  if (programs.length === 0) return null;
  return (
    <div class="no-print">
      <Section title={text.programs} id="expected">
        <p>{text.programsLead}</p>
        <Disclosure summary={text.programNames}>
          <ul>
            {programs.map(({ thread, name }) => (
              <li>
                <a href={view.href(reportPaths.story.to({ thread }))}>{contentIn(view.lang, name)}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      </Section>
    </div>
  );
}
