// Reads the folder `regulations` from disk: path → text. Server only; the browser gets the same from the API.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const wanted = /\.(yaml|csv)$/;

/** Cases are for the tests, papers for the printer, forms for reports: none belongs to what rules are judged by. */
const aside = /^(cases|papers|reports)\//;

export const readRegulationFiles = (root: string): Record<string, string> =>
  readTexts(root, (path) => wanted.test(path) && !aside.test(path));

/** The worked cases, by path. */
export const readCaseFiles = (root: string): Record<string, string> =>
  readTexts(root, (path) => /^cases\/.*\.yaml$/.test(path));

/** The forms of reports, by path. */
export const readFormFiles = (root: string): Record<string, string> =>
  readTexts(root, (path) => /^reports\/.*\.yaml$/.test(path));

const readTexts = (root: string, chosen: (path: string) => boolean): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter(chosen)
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
