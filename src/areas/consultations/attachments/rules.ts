import { ok, type Result, refuse } from '#platform/result.ts';

/** Photographs from a telephone, and papers. */
export const kinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type Kind = (typeof kinds)[number];

export const maxBytes = 8 * 1_048_576;
/** More than this is not said in one conversation. */
export const maxFiles = 20;

export type AttachmentRefusal =
  | 'attachments-off'
  | 'attachments-too-many'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-not-taken';

/** A file goes to a person: where the desk takes files, and once the guide has stepped back. */
export function decideAttachment({
  taken,
  state,
  count,
  size,
  kind,
}: {
  taken: boolean;
  state: string;
  count: number;
  size: number;
  kind: string | null;
}): Result<Kind, AttachmentRefusal> {
  if (!taken || state === 'bot' || state === 'ended') return refuse('attachments-off');
  if (count >= maxFiles) return refuse('attachments-too-many', { files: maxFiles });
  if (size === 0) return refuse('file-empty');
  if (size > maxBytes) return refuse('file-too-large', { megabytes: maxBytes / 1_048_576 });
  const known = kinds.find((each) => each === kind);
  return known ? ok(known) : refuse('file-kind-not-taken');
}
