import { ok, type Result, refuse } from '#platform/result.ts';
import { isFormula, isMailAddress, isUrl } from '../services/content-checks/rules.ts';

export interface ProfileInput {
  readonly nameKana: string;
  readonly descriptionJa: string;
  readonly descriptionEn: string;
  readonly website: string;
  /** 法人番号, 13 digits, or empty. */
  readonly legalNumber: string;
}

export type ProfileRefusal =
  | 'website-malformed'
  | 'legal-number-wrong'
  | 'mail-malformed'
  | 'formula'
  | 'too-long';

/**
 * 法人番号: twelve digits and a check digit before them, which is 9 minus the remainder by 9 of the sum of the digits, each
 * second one from the right doubled (法人番号の指定等に関する省令 第2条).
 */
export function isLegalNumber(number: string): boolean {
  if (!/^\d{13}$/.test(number)) return false;
  const base = number.slice(1).split('').reverse();
  const sum = base.reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return Number(number[0]) === 9 - (sum % 9);
}

export function decideProfile(profile: ProfileInput): Result<'save', ProfileRefusal> {
  const { website, legalNumber, ...texts } = profile;
  for (const [field, text] of Object.entries(texts)) {
    if (text.length > 2000) return refuse('too-long', { field });
    if (isFormula(text)) return refuse('formula', { field });
  }
  if (website !== '' && !isUrl(website)) return refuse('website-malformed');
  if (legalNumber !== '' && !isLegalNumber(legalNumber)) return refuse('legal-number-wrong');
  return ok('save');
}

/** Where mailed links go; empty: nowhere. */
export function decideAddress(email: string): Result<'save', ProfileRefusal> {
  return email === '' || isMailAddress(email) ? ok('save') : refuse('mail-malformed');
}
