// A Chromium for the journeys and the pictures: the one of the system, else the one from npm, unpacked once per user.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

export async function startChromium(): Promise<Browser> {
  const executablePath = programs.find((program) => existsSync(program)) ?? (await unpacked());
  try {
    // Without a locale that knows them, names of files with Vietnamese letters are lost.
    return await chromium.launch({ executablePath, args: flags, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const library = /error while loading shared libraries: (\S+):/.exec(said)?.[1];
    throw new Error(library ? lacking(library) : `Chromium (${executablePath}) did not start: ${said}`, {
      cause,
    });
  }
}

const packages: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
};

function lacking(library: string): string {
  const name = packages[library] ?? `the package that holds ${library}`;
  return `Trình duyệt thiếu gói hệ thống ${name} (${library}). Cài bằng: apt-get install -y ${name}, hoặc cài gói chromium.
The browser lacks the system package ${name}. Install it, or install chromium.`;
}

/** Unpacked beside and moved in whole: two test workers may want it at once, and other users have their own. */
async function unpacked(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  const place = path.join(tmpdir(), `nguon-chromium-${userInfo().username}`);
  const program = path.join(place, 'chromium');
  if (existsSync(program)) return program;
  const usual = process.env.TMPDIR;
  const fresh = mkdtempSync(path.join(tmpdir(), 'nguon-chromium-'));
  process.env.TMPDIR = fresh;
  try {
    await packed.executablePath();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    renameSync(fresh, place);
  } catch {
    // Another worker was faster; its copy is whole.
    rmSync(fresh, { recursive: true, force: true });
  }
  return program;
}
