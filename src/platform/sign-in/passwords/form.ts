import { field, formProblem } from '../../web/form.ts';
import { words } from './words.ts';

/** A new password, typed twice. What the password itself has to be like is a rule's matter. */
export const newPasswordFields = { password: field.text(1000), again: field.text(1000) };

const notSame = formProblem({ ja: words.ja.notSame, en: words.en.notSame });

/** For a form with `newPasswordFields`: both have to be the same. */
export function isTypedTwice(values: { password: string; again: string }): boolean {
  return values.password === values.again;
}

export const typedTwice = { ...notSame, path: ['again'] };
