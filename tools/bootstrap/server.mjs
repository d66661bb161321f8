// The server in .runtime/server: its many files as few, made when a source of it changed. Only finding and reading them is
// saved, at every start; packages stay where they are. Whoever works on the server runs src/server.ts itself.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { fingerprint, readMark } from './fingerprint.mjs';
import { runNode } from './run.mjs';
import { say, Stop } from './say.mjs';
import { swapIn } from './swap.mjs';

/** Young objects of requests die early: a small nursery saves a quarter of the idle memory and costs nothing seen. */
export const lean = ['--max-semi-space-size=8'];

const sources = ['package-lock.json', 'tools', 'src'];
const skipped = /\.test\.tsx?$|\.tsx$|\.css$|\/pages\//;

/** Path of the program to start. */
export async function buildServer(root, node) {
  // Two levels below the clone, as src/host is: the program finds its root from where it lies.
  const target = path.join(root, '.runtime', 'server');
  const wanted = fingerprint(root, sources, skipped);
  const isDone = () => readMark(target) === wanted;
  await alone(root, 'server', { isDone, work: () => build(root, { node, target, wanted }) });
  return path.join(target, 'server.js');
}

async function build(root, { node, target, wanted }) {
  const fresh = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  const code = await runNode(node, [path.join(root, 'tools', 'bootstrap', 'bundle.mjs'), fresh], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code === 0) return swapIn(fresh, target, wanted);
  rmSync(fresh, { recursive: true, force: true });
  say('Đóng gói máy chủ không thành; xem các dòng trên.', 'The server could not be bundled; see above.');
  throw new Stop('Không khởi động được.', 'Cannot start.');
}
