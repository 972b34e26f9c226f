import type { Text } from '#platform/i18n.ts';
import type { CallTerms } from '../terms.ts';

const none: Text = { ja: '', en: '' };

/** What a new draft begins with: a name, and for everything else what an office has to decide. */
export function emptyTerms(name: Text, shape: string): CallTerms {
  return {
    name,
    summary: none,
    whoFor: none,
    windows: [],
    firstCome: false,
    unit: 'group',
    amount: { kind: 'fixed', yen: 0 },
    eligibility: [],
    questions: [],
    papers: [],
    conditions: [],
    checks: [],
    criteria: [],
    advance: { allowed: false, upToPercent: 0 },
    report: shape === 'one-shot' ? null : { daysAfterEnd: 30, latestOn: '', papers: [], keepYears: 5 },
    contact: { name: none, phone: '', mail: '' },
  };
}
