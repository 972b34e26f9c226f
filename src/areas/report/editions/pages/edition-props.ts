import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { ErratumLine } from '../../publication/shown.ts';
import type { Difference } from '../rules.ts';
import type { Edition, Step } from '../store.ts';

export interface EditionProps {
  readonly view: View;
  readonly edition: Edition;
  readonly problems: readonly Problem[];
  readonly steps: readonly Step[];
  /** Against the newest published edition before it; null when there is none. */
  readonly differences: readonly Difference[] | null;
  /** Of a draft: says what is registered now. Of a published one: the content fits its hash. */
  readonly upToDate: boolean;
  /** Corrections of the former edition that this draft takes back. */
  readonly undone: readonly ErratumLine[];
  /** How many figures it withholds; 0 for those who may not know. */
  readonly withheld: number;
  /** Names of withheld figures of a draft that can be worked out. */
  readonly recoverable: readonly string[];
  readonly intact: boolean;
  readonly may: {
    readonly prepare: boolean;
    readonly approve: boolean;
    readonly correct: boolean;
    readonly readManuscript: boolean;
  };
}
