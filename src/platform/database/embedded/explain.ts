import { StartError } from '../../errors.ts';
import type { Place } from './place.ts';

/** Turns what PostgreSQL's programs said when they failed into one line that tells what to do. */
export function explain(output: string, { dataDir, folder }: Pick<Place, 'dataDir' | 'folder'>): StartError {
  if (/No space left on device|ENOSPC|Disk quota exceeded/.test(output)) {
    return new StartError(
      `The disk that holds ${dataDir} is full. Make room on it, or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (/Read-only file system|EROFS|Permission denied|EACCES/.test(output)) {
    return new StartError(
      `The data folder ${dataDir} is not writable. Change its owner or mode, or set DATA_DIR to another folder.`,
    );
  }
  return new StartError(`PostgreSQL did not start in ${folder}: ${tellingLine(output)}`);
}

/** The line that names the cause, without time stamp: a bad setting first, which the fatal line after it does not name. */
function tellingLine(output: string): string {
  const lines = output.trim().split('\n');
  const telling =
    lines.find((line) => /LOG: .*(invalid|unrecognized|syntax error|out of memory)/.test(line)) ??
    lines.find((line) => /\b(PANIC|FATAL|ERROR|error):/.test(line)) ??
    lines.at(-1);
  return telling?.replace(/^.*?\b(PANIC|FATAL|ERROR|LOG|error):\s*/, '').trim() || 'it ended without a word';
}
