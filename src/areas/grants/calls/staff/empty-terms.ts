import type { Text } from '#platform/i18n.ts';
import { emptyBenefit } from '../benefit-terms.ts';
import type { CallTerms } from '../terms.ts';

const none: Text = { ja: '', en: '' };

/** What a new draft begins with: a name, and for everything else what an office has to decide. */
export function emptyTerms(name: Text, shape: string, audience = 'groups'): CallTerms {
  const persons = audience === 'persons';
  return {
    name,
    summary: none,
    whoFor: none,
    windows: [],
    firstCome: false,
    unit: persons ? 'person' : 'group',
    amount: { kind: 'fixed', yen: 0 },
    eligibility: [],
    questions: [],
    papers: [],
    conditions: [],
    checks: [],
    criteria: [],
    advance: { allowed: false, upToPercent: 0 },
    ...(persons && { benefit: emptyBenefit }),
    report:
      shape === 'one-shot' || persons ? null : { daysAfterEnd: 30, latestOn: '', papers: [], keepYears: 5 },
    contact: { name: none, phone: '', mail: '' },
  };
}
