// `npm test` and `npm run faults`: checks, then every test, then one line that counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listMissing } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';
import { buildWeb } from './web.mjs';

/** Without words: everything. With words (`npm test -- src/rules`): those tests alone, without checks. */
export async function runTests({ root, node, words }) {
  const everything = words.length === 0;
  if (everything) {
    const missing = listMissing();
    if (missing.length > 0) {
      throw new Stop(
        `Các bài thử trên trình duyệt cần gói hệ thống: ${missing.join(' ')}. Cài bằng: apt-get install -y ${missing.join(' ')}`,
        `The browser tests need system packages: ${missing.join(' ')}. Install: apt-get install -y ${missing.join(' ')}`,
      );
    }
  }
  const failedChecks = everything ? await runChecks(root, node) : 0;
  await buildWeb(root, node);
  return runSuite({ root, node, words, failedChecks, env: {} });
}

export async function runFaults({ root, node, words }) {
  await buildWeb(root, node);
  return runSuite({ root, node, words, failedChecks: 0, env: { NGUON_SUITE: 'faults' } });
}

async function runSuite({ root, node, words, failedChecks, env }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nguon-result-'));
  const file = path.join(folder, 'result.json');
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await runNode(node, [vitest, 'run', ...reporters, ...words], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const { passed, failed, skipped } = count(file, code, failedChecks);
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return failed > 0 || passed === 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded, a failed check or an error outside any test counts as a failure, too. */
export function count(file, code, failedChecks) {
  const result = readResult(file);
  const broken = result.testResults.filter(isBroken).length;
  const failed = result.numFailedTests + broken + failedChecks;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

const isBroken = (one) =>
  one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed');

/** Vitest writes none when it could not even start. */
function readResult(file) {
  const nothing = {
    testResults: [],
    numFailedTests: 0,
    numPassedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  try {
    return { ...nothing, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return nothing;
  }
}
