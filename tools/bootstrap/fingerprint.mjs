// One word for the content of many files: what is built from them is built again when it changes.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** `sources` are files and folders of the clone; what `skipped` fits is left out. */
export function fingerprint(root, sources, skipped) {
  const hash = createHash('sha256').update(process.platform === 'win32' ? 'win' : 'unix');
  for (const file of sources.flatMap((name) => list(root, name, skipped))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function list(root, name, skipped) {
  const found = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return skipped.test(name) ? [] : [name];
  const entries = readdirSync(path.join(root, name)).sort();
  return entries.flatMap((entry) => list(root, `${name}/${entry}`, skipped));
}

/** What was built last, as it says of itself. */
export function readMark(folder) {
  try {
    return readFileSync(path.join(folder, '.sources'), 'utf8');
  } catch {
    return null;
  }
}
