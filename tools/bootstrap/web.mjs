// The browser part in dist/web: built when a source of it changed, swapped in whole.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { runNode } from './run.mjs';
import { say, Stop } from './say.mjs';

const sources = ['index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'src'];
/** Server files: the browser part cannot import them. */
const skipped = /\.(test\.tsx?|store\.ts|api\.ts)$|^src\/(host\/|server\.ts|cli\.ts|rooms\.ts)/;

export async function buildWeb(root, node) {
  const target = path.join(root, 'dist', 'web');
  const wanted = fingerprint(root);
  const isDone = () => readMark(target) === wanted;
  await alone(root, 'web', { isDone, work: () => build(root, { node, target, wanted }) });
}

async function build(root, { node, target, wanted }) {
  say('Đang dựng giao diện …', 'Building the web pages …');
  const fresh = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  const words = ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await runNode(node, [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Stop(
      'Dựng giao diện không thành; xem các dòng trên.',
      'The web pages could not be built; see above.',
    );
  }
  writeFileSync(path.join(fresh, '.sources'), wanted);
  // A server that runs keeps the files it has open; the next request finds the new ones.
  const old = `${target}.old.${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

function fingerprint(root) {
  const hash = createHash('sha256').update(process.platform === 'win32' ? 'win' : 'unix');
  for (const file of sources.flatMap((name) => list(root, name))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function list(root, name) {
  const found = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return skipped.test(name) ? [] : [name];
  const entries = readdirSync(path.join(root, name)).sort();
  return entries.flatMap((entry) => list(root, `${name}/${entry}`));
}

function readMark(target) {
  try {
    return readFileSync(path.join(target, '.sources'), 'utf8');
  } catch {
    return null;
  }
}
