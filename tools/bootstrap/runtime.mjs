// The Node that runs our TypeScript: this one from 22.18 on, else Node 24 from npm in a folder of ours.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { runNpm } from './npm.mjs';
import { say, Stop } from './say.mjs';

const version = '24.21.0';
/** Written down here so that a package changed on its way is refused. Other systems install Node themselves. */
const packages = {
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

/** Path of a node that runs .ts files. */
export async function findRuntime(root, own = process.versions.node) {
  if (isNewEnough(own)) return process.execPath;
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const integrity = packages[platform];
  if (!integrity) {
    throw new Stop(
      `Máy này có Node.js ${own}; Nguồn cần 22.18 trở lên. Hãy cài Node.js 24 rồi chạy lại.`,
      `This machine has Node.js ${own}; Nguồn needs 22.18 or later. Install Node.js 24 and run again.`,
    );
  }
  const name = `node-${platform}`;
  const folder = path.join(root, '.runtime', `node-${version}`);
  const program = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  await alone(root, 'node', {
    isDone: () => answers(program),
    work: () => fetchNode(folder, { name, integrity, program }),
  });
  return program;
}

export function isNewEnough(text) {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

async function fetchNode(folder, { name, integrity, program }) {
  say(
    `Máy này có Node.js ${process.versions.node}; đang mang Node.js ${version} về thư mục riêng (một lần) …`,
    `This machine has Node.js ${process.versions.node}; bringing Node.js ${version} into a folder of its own (once) …`,
  );
  mkdirSync(folder, { recursive: true });
  const own = { name: 'nguon-runtime', version: '1.0.0', private: true, dependencies: { [name]: version } };
  const entry = { version, integrity };
  const lock = {
    ...own,
    lockfileVersion: 3,
    requires: true,
    packages: { '': own, [`node_modules/${name}`]: entry },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(own));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  const code = await runNpm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
  );
  if (code === 0 && answers(program)) return;
  throw new Stop(
    `Không mang được Node.js ${version} về. Kiểm tra kết nối tới kho npm, hoặc tự cài Node.js 24 rồi chạy lại.`,
    `Node.js ${version} could not be fetched. Check the connection to the npm registry, or install Node.js 24 and run again.`,
  );
}

function answers(program) {
  if (!existsSync(program)) return false;
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim() === `v${version}`;
  } catch {
    return false;
  }
}
