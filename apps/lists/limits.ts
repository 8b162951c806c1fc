/** What no official list comes near, so that a hostile or broken file is refused before it fills the memory. Sizes in bytes or characters. */
export const limits = {
  file: 2 * 1024 ** 3,
  /** One row of CSV. */
  row: 1024 ** 2,
  /** One record: an element of XML, an object of JSON. */
  record: 8 * 1024 ** 2,
  /** Anything between two tags. */
  text: 2 * 1024 ** 2,
  depth: 64,
  children: 100_000,
  entries: 5_000_000,
} as const;
