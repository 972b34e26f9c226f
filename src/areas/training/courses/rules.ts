/** To whom a course is offered, and as whom somebody comes. */
export const audiences = ['supporter', 'commissioner', 'municipal', 'place', 'company', 'resident'] as const;
export type Audience = (typeof audiences)[number];
