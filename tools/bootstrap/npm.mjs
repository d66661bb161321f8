// Runs the npm that started us, or the one in the PATH.
import { spawn } from 'node:child_process';

export function runNpm(words, folder) {
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const windows = process.platform === 'win32';
  const [command, before] = own ? [process.execPath, [own]] : [windows ? 'npm.cmd' : 'npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...words], {
      cwd: folder,
      // npm's report goes to stderr with ours: the output belongs to the task.
      stdio: ['ignore', 2, 2],
      env: environment(),
      // npm.cmd is a batch file, which Windows only starts through its shell; the words are ours, not a user's.
      shell: windows && !own,
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Without what `npm run` and NODE_ENV=production would add: prefix, package name, omitted packages. */
function environment() {
  const inherited =
    /^npm_(package_|lifecycle_|command$|config_(prefix|local_prefix|global|omit|include|ignore_scripts|dry_run|package_lock_only)$)/;
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name) && name !== 'NODE_ENV');
  return Object.fromEntries(kept);
}
