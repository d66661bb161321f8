// Which system packages the browser of the tests lacks. A Chromium of the system brings its own; the one from npm
// needs three libraries that a slim Linux may not have. Run as a program it prints their names for .ci/run.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const libraries = { 'libnss3.so': 'libnss3', 'libnspr4.so': 'libnspr4', 'libexpat.so.1': 'libexpat1' };
const places = ['/usr/lib', '/lib', '/usr/lib64', '/lib64', '/usr/local/lib'];

export function listMissing() {
  if (process.platform !== 'linux' || programs.some((program) => existsSync(program))) return [];
  const found = new Set(places.flatMap(namesIn));
  return Object.entries(libraries)
    .filter(([library]) => !found.has(library))
    .map(([, name]) => name);
}

/** Names in a library folder and in its folders per architecture. */
function namesIn(place) {
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { withFileTypes: true });
  const inner = entries.filter((entry) => entry.isDirectory() && entry.name.endsWith('-linux-gnu'));
  return [
    ...entries.map((entry) => entry.name),
    ...inner.flatMap((entry) => readdirSync(path.join(place, entry.name))),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(listMissing().join(' '));
