/** What a form page shows again after something was wrong: the problems, and what was typed. */
export interface Problem {
  /** Name of the field; empty for the form as a whole. */
  readonly field: string;
  readonly message: string;
}

export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly Problem[];
}

export const emptyForm: FormState = { values: {}, problems: [] };
