// The one command: `npm run demo|start|test|nguon|check|build|bench|faults|pictures`.
// Plain JavaScript that runs on Node 20: installs what is missing, brings a newer Node where this one is too old,
// builds the web pages when their sources changed, then runs the task and passes on signals and the exit code.
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { installModules } from './bootstrap/modules.mjs';
import { findRuntime } from './bootstrap/runtime.mjs';
import { say, Stop } from './bootstrap/say.mjs';
import { tasks } from './bootstrap/tasks.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

async function main([name, ...words]) {
  const task = tasks[name];
  if (!task) {
    const known = Object.keys(tasks).join(' · ');
    throw new Stop(
      `Việc không có: ${name ?? '(trống)'}. Có: ${known}.`,
      `No such task: ${name ?? '(empty)'}. There are: ${known}.`,
    );
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(
      `Cần Node.js 20 trở lên; máy này có ${process.versions.node}.`,
      `Node.js 20 or later is needed; this machine has ${process.versions.node}.`,
    );
  }
  await installModules(root);
  const node = await findRuntime(root);
  return task({ root, node, words });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.vi, error.en);
  process.exitCode = 1;
}
