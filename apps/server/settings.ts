/** How the service runs: flags first, then the environment, then defaults that let nobody else in. */

export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Whoever knows it may use everything. Without one the service listens on the loopback only. */
  readonly key?: string;
  /** With a key: whether the read-only pages, feeds and embeds are open to all. */
  readonly public: boolean;
  /** The most bytes of a request's body. */
  readonly bodyLimit: number;
  /** The most milliseconds a request may take to arrive. */
  readonly requestTimeout: number;
};

type Given = Readonly<Record<string, string | boolean | undefined>>;
type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LEAST_KEY = 16;

/** The settings, or what is wrong with them in a sentence. */
export function settingsFrom(given: Given, env: Environment): Settings | string {
  const host = text(given.host) ?? env.SNAPBACK_HOST ?? '127.0.0.1';
  const port = Number(text(given.port) ?? env.SNAPBACK_PORT ?? '8712');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return 'the port is a whole number from 0 to 65535.';
  const key = env.SNAPBACK_KEY;
  if (key !== undefined && key.length < LEAST_KEY)
    return `SNAPBACK_KEY is too short to keep anybody out: give it at least ${LEAST_KEY} characters.`;
  if (key === undefined && !LOOPBACK.has(host))
    return `without an access key the service listens on the loopback only, not on \`${host}\`. Set SNAPBACK_KEY, or leave out --host.`;
  const open = given.public === true || env.SNAPBACK_PUBLIC === '1';
  if (open && key === undefined)
    return '`--public` opens the read-only pages of a service that has a key: set SNAPBACK_KEY.';
  return {
    host,
    port,
    ...(key !== undefined && { key }),
    public: open,
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
  };
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
