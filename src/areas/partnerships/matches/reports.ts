/** Why a side turns to the office; the last is no reproach, but a wish for help. */
export const reportReasons = ['spam', 'rude', 'false', 'help'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What the office did about it. */
export const reportOutcomes = ['nothing', 'talked', 'stopped'] as const;
