// Puts a folder that was just built in the place of the old one, whole: whoever runs keeps the files it has open.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function swapIn(fresh, target, wanted) {
  writeFileSync(path.join(fresh, '.sources'), wanted);
  const old = `${target}.old.${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}
