import type { Flow } from '#areas/directory/navigator/flow.ts';

/** The conversation of 青海県, which does not exist: one desk for everybody, and nothing of any other prefecture. */
export const aoumiNavigator: Flow = {
  questions: [
    { id: 'worry', kind: 'worries', ask: { ja: '何に困っていますか', en: 'What is the trouble?' } },
    { id: 'place', kind: 'place', ask: { ja: 'どこに住んでいますか', en: 'Where do you live?' } },
  ],
  topics: [
    {
      value: 'income',
      label: { ja: 'お金のこと', en: 'Money' },
      words: ['お金', '漁'],
      now: ['landing-desk'],
    },
    { value: 'other', label: { ja: 'ほかのこと', en: 'Something else' }, words: [], now: ['landing-desk'] },
  ],
  tables: { support: { '98000': 'landing-desk', '98201': 'landing-desk', other: 'landing-desk' } },
  desks: [
    {
      desk: '@support',
      why: { ja: '船着き場で何でも話せます。', en: 'Talk about anything at the landing.' },
    },
  ],
  beside: [],
  situations: [
    {
      name: '渚町で、お金がない',
      answers: { worry: ['income'], place: ['live'], municipality: ['98301'] },
      desk: 'landing-desk',
    },
  ],
};
