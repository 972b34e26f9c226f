import type { View } from '#platform/web/view.ts';
import { words } from '../words.ts';
import type { FilterName, PlaceFilter } from '../rules.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many places there would be. */
  readonly count: number;
}

export interface FilterGroup {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

interface FiltersProps {
  readonly view: View;
  readonly groups: readonly FilterGroup[];
  readonly filter: PlaceFilter;
  readonly hrefOf: (change: PlaceFilter) => string;
}

/** Each answer is a link; pressing the chosen one again takes it back. An answer that leads to nothing is no link. */
export function Filters({ view, groups, filter, hrefOf }: FiltersProps) {
  return (
    <nav class="filters" aria-label={words[view.lang].filters}>
      {groups
        .filter(({ options }) => options.length > 0)
        .map((group) => (
          <div>
            <h3 id={`by-${group.name}`}>{group.label}</h3>
            <ul aria-labelledby={`by-${group.name}`}>
              <Choice
                label={words[view.lang].all}
                href={hrefOf({ ...filter, [group.name]: undefined })}
                current={!filter[group.name]}
              />
              {group.options.map(({ value, label, count }) => (
                <Choice
                  label={label}
                  count={count}
                  href={count > 0 ? hrefOf({ ...filter, [group.name]: value }) : undefined}
                  current={filter[group.name] === value}
                />
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

function Choice({
  label,
  count,
  href,
  current,
}: {
  label: string;
  count?: number;
  href: string | undefined;
  current: boolean;
}) {
  const said = (
    <>
      {label}
      {count !== undefined && <small> {count}</small>}
    </>
  );
  return (
    <li>
      {href || current ? (
        <a class="pill" href={href} aria-current={current ? 'true' : undefined}>
          {said}
        </a>
      ) : (
        <span class="pill none">{said}</span>
      )}
    </li>
  );
}
