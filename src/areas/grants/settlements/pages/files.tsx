import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Row } from '#ui/layout.tsx';
import type { ShownPaper } from '../../applications/papers/actions.ts';
import type { Place } from '../place.ts';
import { words } from '../words.ts';

interface FilesProps {
  readonly view: View;
  readonly place: Place;
  readonly files: readonly ShownPaper[];
  readonly removable?: boolean;
}

export function Files({ view, place, files, removable }: FilesProps) {
  const t = words[view.lang];
  if (files.length === 0) return <p class="hint">{t.noFile}</p>;
  return (
    <ul>
      {files.map(({ id, name, scan }) => (
        <li>
          <Row>
            <a href={place.paper(id)}>{name}</a>
            {scan === 'unscanned' && <Tag>{t.unscanned}</Tag>}
            {removable && (
              <ActionForm action={place.removePaper(id)} kind="quiet" small>
                {t.remove(name)}
              </ActionForm>
            )}
          </Row>
        </li>
      ))}
    </ul>
  );
}
