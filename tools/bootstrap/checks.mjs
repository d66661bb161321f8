// Everything that is judged without running the product: types, lint, format, rooms, regulations.
import path from 'node:path';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const bin = (...place) => path.join('node_modules', ...place);

const checks = [
  { name: 'types', words: [bin('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint', words: [bin('oxlint', 'bin', 'oxlint'), '--quiet', 'src', 'test', 'tools'] },
  { name: 'format', words: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'rooms', words: [path.join('tools', 'check-rooms.ts')] },
  { name: 'regulations', words: [path.join('tools', 'check-regulations.ts')] },
  { name: 'requirements', words: [path.join('tools', 'check-requirements.ts')] },
];

/** Runs all of them, also after one failed; returns how many failed. */
export async function runChecks(root, node) {
  const failed = [];
  for (const { name, words } of checks) {
    const code = await runNode(node, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0)
    say(`Kiểm tra chưa đạt: ${failed.join(', ')}.`, `Checks that failed: ${failed.join(', ')}.`);
  return failed.length;
}
