import type { Problem } from '#platform/web/form-state.ts';
import { fieldId } from './field-shell.tsx';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

/** What is wrong, at the top of the page, each a link to its field. The frame shows it when it is given problems. */
export function ErrorSummary({ view, problems }: { view: View; problems?: readonly Problem[] | undefined }) {
  if (!problems?.length) return null;
  return (
    <div class="notice bad" role="alert" tabindex={-1} id="problems" data-focus>
      <h2>{words[view.lang].problems(problems.length)}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>{field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
