// The browser part in dist/web: built when a source of it changed, swapped in whole.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { fingerprint, readMark } from './fingerprint.mjs';
import { runNode } from './run.mjs';
import { say, Stop } from './say.mjs';
import { swapIn } from './swap.mjs';

const sources = ['index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'src'];
/** Server files: the browser part cannot import them. */
const skipped = /\.(test\.tsx?|store\.ts|api\.ts)$|^src\/(host\/|server\.ts|cli\.ts|rooms\.ts)/;

export async function buildWeb(root, node) {
  const target = path.join(root, 'dist', 'web');
  const wanted = fingerprint(root, sources, skipped);
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
  swapIn(fresh, target, wanted);
}
