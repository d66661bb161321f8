// The packages of package-lock.json: installed when missing or when the lock file has changed since.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { runNpm } from './npm.mjs';
import { say, Stop } from './say.mjs';

export async function installModules(root) {
  const isDone = () => isInstalled(root);
  await alone(root, 'install', { isDone, work: () => install(root) });
}

async function install(root) {
  say(
    'Đang cài các gói cần thiết (một lần, vài phút) …',
    'Installing the packages needed (once, a few minutes) …',
  );
  // `npm ci` refuses a lock file that lacks packages for other systems, which npm leaves out when a registry does not
  // carry them. `install --no-save` takes every version and checksum from the lock file and writes nothing back;
  // that all of it is there is checked below.
  const words = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const code = await runNpm([...words, '--loglevel=error'], root);
  if (code === 0 && isInstalled(root)) return;
  throw new Stop(
    'Cài các gói không thành. Kiểm tra kết nối tới kho npm, dung lượng đĩa và quyền ghi rồi chạy lại.',
    'The packages could not be installed. Check the connection to the npm registry, disk space and write permission, then run again.',
  );
}

/** npm writes what it has installed into its own hidden lock file; no mark of ours can disagree with it. */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const found = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, one]) => {
    if (place === '' || one.link) return true;
    const here = found[place];
    // Packages for other systems, and what only those need, are left out on purpose.
    if (!here) return one.optional === true && !(isForOneSystem(one) && fits(one));
    return here.version === one.version && (!one.integrity || here.integrity === one.integrity);
  });
}

const isForOneSystem = (one) => Boolean(one.os || one.cpu);

function fits(one) {
  return allows(one.os, process.platform) && allows(one.cpu, process.arch) && allows(one.libc, libc());
}

function allows(list, value) {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((entry) => entry.startsWith('!'));
}

function libc() {
  if (process.platform !== 'linux') return '';
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
