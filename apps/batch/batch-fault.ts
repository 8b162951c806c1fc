/** What is wrong with the files or the wishes of a batch: shown as it is, it ends the run. */
export class BatchFault extends Error {
  override readonly name = 'BatchFault';
}

/** An error of the file system that a user can do something about, as a fault; any other as it is. */
export function diskFault(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BatchFault(`the disk is full: ${message}`);
  if (code === 'EFBIG') return new BatchFault(`a file would grow larger than is allowed here: ${message}`);
  if (code === 'EACCES' || code === 'EROFS') return new BatchFault(`it cannot be written: ${message}`);
  return error;
}
