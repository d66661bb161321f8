// The shipped files as data. Reading their text is nine parts in ten of a start, so what was read once is kept beside
// the program, under the mark of the very texts; whatever is wrong with the copy, the texts are read again.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { load, type RegulationFiles } from '../rules/index.ts';

export type Texts = Readonly<Record<string, string>>;

interface Copy {
  mark: string;
  files: RegulationFiles;
}

/** @param folder where the copy is kept; without one none is */
export function parsedFiles(texts: Texts, folder?: string): RegulationFiles {
  const mark = createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
  const file = folder && path.join(folder, 'regulations.json');
  const kept = file ? readCopy(file, mark) : null;
  if (kept) return kept;
  const files = readTexts(texts);
  if (file) keepCopy(file, { mark, files });
  return files;
}

/** Read again from the text to tell the line of a fault. */
function readTexts(texts: Texts): RegulationFiles {
  try {
    const files = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, name.endsWith('.yaml') ? parse(text) : text]),
    );
    load(files);
    return files;
  } catch (cause) {
    load(texts);
    throw cause;
  }
}

function readCopy(file: string, mark: string): RegulationFiles | null {
  try {
    const copy = JSON.parse(readFileSync(file, 'utf8')) as Copy;
    return copy.mark === mark ? copy.files : null;
  } catch {
    return null;
  }
}

/** Several programs may start at once; a folder that cannot be written keeps no copy. */
function keepCopy(file: string, copy: Copy): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(copy));
    renameSync(fresh, file);
  } catch {
    // The next start reads the texts, as this one did.
  }
}
