// Under which account PostgreSQL runs: it refuses root, so root gives it to `postgres` or `nobody`.
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { isRoot } from './datafolder.ts';
import { Halt } from './halt.ts';

export interface Account {
  uid: number;
  gid: number;
}

/** Null: run as whoever we are. A cluster that exists keeps its owner, whatever accounts have appeared since. */
export function chooseAccount(dataFolder: string): Account | null {
  if (!isRoot()) return null;
  const found = statSync(dataFolder, { throwIfNoEntry: false });
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  const account = lookUp('postgres') ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 };
  // Copied back by root, from a disk image for instance.
  if (found) giveTo(dataFolder, account);
  return account;
}

function lookUp(name: string): Account | null {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return uid > 0 && Number.isInteger(gid) ? { uid, gid } : null;
}

function giveTo(path: string, account: Account): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!lstatSync(file).isSymbolicLink()) chownSync(file, account.uid, account.gid);
  }
  chownSync(path, account.uid, account.gid);
}

/** Every folder on the way must let the account through, or PostgreSQL fails with words nobody understands. */
export function checkPassage(folder: string, account: Account | null): void {
  if (!account) return;
  for (let at = folder; at !== parse(at).root; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) throw new Halt('data.unreachable', { folder: at });
  }
}
