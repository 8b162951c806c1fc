import { closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ListFault } from './list-fault.ts';

/** Runs one writer of a data folder at a time. A lock whose process is gone is taken over; another's makes this a fault. */
export async function withLock<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  take(path, folder);
  try {
    return await work();
  } finally {
    unlinkSync(path);
  }
}

const me = (): string => `${process.pid} ${startOf(process.pid) ?? ''}`;

function take(path: string, folder: string): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path)) return;
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (isAlive(holder)) throw new ListFault('data-folder-busy', { folder, pid: holder.split(' ')[0] });
    removeStale(path, holder);
  }
  throw new ListFault('data-folder-busy', { folder, pid: holderOf(path)?.split(' ')[0] ?? 'unknown' });
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, me());
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Two that find the same stale lock must not remove each other's new one: who removes it holds a lock for that. */
function removeStale(path: string, holder: string): void {
  const guard = `${path}.removing`;
  if (!create(guard)) {
    if (Date.now() - modified(guard) > guardLasts) remove(guard);
    return;
  }
  try {
    if (holderOf(path) === holder) remove(path);
  } finally {
    remove(guard);
  }
}

/** A guard is held for two system calls; older than this (milliseconds) its holder has died between them. */
const guardLasts = 10_000;

function modified(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return Date.now();
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Somebody was quicker, which is as good.
  }
}

/** A lock is made and filled in two steps: one that is empty was left by a crash between them, or is being filled now. */
function isAlive(holder: string): boolean {
  const [pid, started] = holder.split(' ');
  if (pid === undefined || pid === '') return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = startOf(Number(pid));
  return now === undefined || started === undefined || started === '' || now === started;
}

/** When a process began, where the system tells, so that another process under a number used again is not taken for it. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
