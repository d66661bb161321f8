// The one command: what it takes for installed and for new enough, that two at once do a thing once, and that exit
// codes, signals and counts are passed on truly.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { alone } from './alone.mjs';
import { isInstalled } from './modules.mjs';
import { runNode } from './run.mjs';
import { findRuntime, isNewEnough } from './runtime.mjs';
import { count } from './tests.mjs';

const base = mkdtempSync(path.join(tmpdir(), 'nguon-bootstrap-'));
afterAll(() => rmSync(base, { recursive: true }));
const root = path.resolve(import.meta.dirname, '..', '..');

test.each([
  ['20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s runs our TypeScript: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test('who has a new Node downloads nothing', async () => {
  expect(await findRuntime(base, '24.1.0')).toBe(process.execPath);
});

const one = { version: '1.0.0', integrity: 'sha512-a' };
const foreign = { ...one, optional: true, os: ['aix'] };
const own = { ...one, optional: true, os: [process.platform], cpu: [process.arch] };

test.each([
  ['nothing installed', { 'node_modules/a': one }, null, false],
  ['the same', { '': {}, 'node_modules/a': one }, { 'node_modules/a': one }, true],
  ['another version', { 'node_modules/a': one }, { 'node_modules/a': { ...one, version: '1.0.1' } }, false],
  [
    'another content',
    { 'node_modules/a': one },
    { 'node_modules/a': { ...one, integrity: 'sha512-b' } },
    false,
  ],
  ['one missing', { 'node_modules/a': one, 'node_modules/b': one }, { 'node_modules/a': one }, false],
  ['a package of another system missing', { 'node_modules/f': foreign }, {}, true],
  ['a package of this system missing', { 'node_modules/o': own }, {}, false],
])('installed? %s', (_, wanted, found, expected) => {
  const folder = mkdtempSync(path.join(base, 'clone-'));
  mkdirSync(path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  const hidden = path.join(folder, 'node_modules', '.package-lock.json');
  if (found) writeFileSync(hidden, JSON.stringify({ packages: found }));
  expect(isInstalled(folder)).toBe(expected);
});

test('several at once: the work is done once, the others wait; a dead one does not hold them', async () => {
  mkdirSync(path.join(base, '.runtime', 'job.lock'), { recursive: true });
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
  writeFileSync(path.join(base, '.runtime', 'job.lock', 'pid'), gone.trim());
  const state = { done: 0, running: 0, most: 0 };
  const work = async () => {
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    await new Promise((resolve) => setTimeout(resolve, 120));
    state.running -= 1;
    state.done += 1;
  };
  const jobs = Array.from({ length: 5 }, () => alone(base, 'job', { isDone: () => state.done > 0, work }));
  await Promise.all(jobs);
  expect(state).toEqual({ done: 1, running: 0, most: 1 });
});

test('the exit code of the task is ours', async () => {
  expect(await runNode(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
  expect(await runNode(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])).toBe(137);
});

test('a signal to the bootstrap reaches the task, which may end in order', async () => {
  const task = `process.on('SIGTERM', () => { console.log('in order'); process.exit(3); }); console.log('up'); setInterval(() => {}, 1000);`;
  const text = `import { runNode } from ${JSON.stringify(path.join(import.meta.dirname, 'run.mjs'))};
    process.exitCode = await runNode(process.execPath, ['-e', ${JSON.stringify(task)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (piece) => {
    if (!output) child.kill('SIGTERM');
    output += piece;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, output]).toEqual([3, 'up\nin order\n']);
});

test('an unknown task is answered with those there are, in both languages', () => {
  const result = runCommand(['tanslate']);
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(/Việc không có: tanslate.*demo · start.*\nNo such task/);
});

function runCommand(words) {
  try {
    execFileSync(process.execPath, [path.join(root, 'tools', 'bootstrap.mjs'), ...words], { stdio: 'pipe' });
    return { status: 0, stderr: '' };
  } catch (error) {
    return { status: error.status, stderr: String(error.stderr) };
  }
}

test.each([
  [
    'all well',
    { numPassedTests: 5, numFailedTests: 0, testResults: [] },
    0,
    0,
    { passed: 5, failed: 0, skipped: 0 },
  ],
  [
    'a test failed',
    { numPassedTests: 4, numFailedTests: 1, testResults: [] },
    1,
    0,
    { passed: 4, failed: 1, skipped: 0 },
  ],
  ['a check failed', { numPassedTests: 5, testResults: [] }, 0, 2, { passed: 5, failed: 2, skipped: 0 }],
  [
    'a file did not load',
    { numPassedTests: 5, numPendingTests: 1, testResults: [{ status: 'failed', assertionResults: [] }] },
    1,
    0,
    { passed: 5, failed: 1, skipped: 1 },
  ],
  [
    'an error outside any test',
    { numPassedTests: 5, testResults: [] },
    1,
    0,
    { passed: 5, failed: 1, skipped: 0 },
  ],
  ['Vitest did not start', null, 1, 0, { passed: 0, failed: 1, skipped: 0 }],
])('the last line counts truly: %s', (...row) => {
  const [, result, code, failedChecks, expected] = row;
  const file = path.join(base, 'result.json');
  rmSync(file, { force: true });
  if (result) writeFileSync(file, JSON.stringify(result));
  expect(count(file, code, failedChecks)).toEqual(expected);
});
