/** What is wrong with the files or the wishes of a batch: shown as it is, it ends the run. */
export class BatchFault extends Error {
  override readonly name = 'BatchFault';
}
