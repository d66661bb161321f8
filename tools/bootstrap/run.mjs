// Starts a program, hands it the signals we get and ends as it ends.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Node 22 warns that it strips types; nobody who starts Nguồn can do anything about that. */
const quiet = '--disable-warning=ExperimentalWarning';

/** Resolves to the exit code; a child ended by a signal gives 128 + its number, as shells do. */
export function runNode(node, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [quiet, ...words], { stdio: 'inherit', ...options });
    const stopPassing = passSignals(child);
    child.once('error', (error) => {
      stopPassing();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stopPassing();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function passSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    // Ctrl-C in a terminal reaches the whole group, the child included; twice would mean “at once”.
    const reachesAll = name === 'SIGINT' && process.stdin.isTTY;
    const handler = () => {
      if (!reachesAll) child.kill(name);
    };
    process.on(name, handler);
    return [name, handler];
  });
  const watch = watchNpm(() => child.kill('SIGTERM'));
  return () => {
    clearInterval(watch);
    for (const [name, handler] of handlers) process.off(name, handler);
  };
}

/** `kill` of npm ends npm and its shell, which pass nothing on: without them we have been told to stop. */
function watchNpm(onGone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return null;
  return setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 300).unref();
}
