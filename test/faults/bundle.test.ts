// The server as an office runs it: bundled, in a clone of any name, started from anywhere. It finds what is read and forked
// beside its sources, and who read a file stands in the access log even when it is killed the moment it has answered.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { end, listening, type Server } from './server.ts';
import { makePlace } from './started.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** A clone whose name asks for care, with pages that are quickly built. */
function makeClone(within: string): string {
  const clone = path.join(within, 'Bản mới %20 của Nguồn');
  mkdirSync(path.join(clone, 'dist', 'web'), { recursive: true });
  writeFileSync(path.join(clone, 'dist', 'web', 'index.html'), '<!doctype html><title>Nguồn</title>');
  for (const name of ['src', 'tools', 'regulations', 'migrations', 'package.json', 'package-lock.json'])
    cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
  return clone;
}

interface Bootstrap {
  buildServer(root: string, node: string): Promise<string>;
  lean: string[];
}

async function start(clone: string, data: string): Promise<Server> {
  const bootstrap = pathToFileURL(path.join(clone, 'tools', 'bootstrap', 'server.mjs')).href;
  const { buildServer, lean } = (await import(bootstrap)) as Bootstrap;
  const program = await buildServer(clone, process.execPath);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...lean, program, '--demo'],
    {
      cwd: tmpdir(),
      env: { ...process.env, NGUON_DATA: data, PORT: '0', NGUON_TODAY: '2026-11-20' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return listening(child);
}

interface Account {
  userName: string;
  password: string;
  label: string;
}

/** Asks as the holder of the training account whose label begins so. */
async function officer({ url }: Server, label: string) {
  const session = (await (await fetch(`${url}/api/session`)).json()) as { trainingAccounts: Account[] };
  const found = session.trainingAccounts.find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`no training account ${label}`);
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'x-nguon': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ userName: found.userName, password: found.password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (way: string, more: RequestInit = {}) =>
    fetch(`${url}${way}`, { ...more, headers: { 'x-nguon': '1', cookie } });
}
type Ask = Awaited<ReturnType<typeof officer>>;

const itemsOf = async (answer: Response) =>
  ((await answer.json()) as { items: { id: string; action?: string }[] }).items;

async function readWorkbook(ask: Ask): Promise<void> {
  const template = await ask('/api/imports/templates/members.xlsx');
  const form = new FormData();
  form.set('file', new Blob([await template.arrayBuffer()]), 'danh-sach.xlsx');
  const read = await ask('/api/imports', { method: 'POST', body: form });
  expect([read.status, Object.keys((await read.json()) as object)]).toEqual([200, ['id']]);
}

async function printPapers(ask: Ask): Promise<void> {
  for (const [ending, begin] of Object.entries({ pdf: '%PDF', docx: 'PK', xlsx: 'PK' })) {
    const paper = await ask(
      `/api/reports/draft/paper.${ending}?form=phat-trien-dang-vien&period=2026-10&closesOn=2026-10-31`,
    );
    const bytes = Buffer.from(await paper.arrayBuffer());
    expect(paper.status, bytes.toString('utf8', 0, 300)).toBe(200);
    expect(bytes.toString('latin1', 0, begin.length)).toBe(begin);
  }
}

test('the bundle reads, forks and prints like its sources; a file read is logged although it is killed', async () => {
  const place = makePlace();
  const [clone, data] = [makeClone(place), path.join(place, 'data')];
  const first = await start(clone, data);
  try {
    expect(await (await fetch(first.url)).text()).toContain('<title>Nguồn</title>');
    const ask = await officer(first, 'Phó trưởng Ban Xây dựng Đảng');
    await readWorkbook(ask);
    await printPapers(ask);
    const [person] = await itemsOf(await ask('/api/people?limit=1'));
    expect((await ask(`/api/people/${person?.id}`)).status).toBe(200);
    await end(first, 'SIGKILL');
    const second = await start(clone, data);
    const later = await officer(second, 'Phó trưởng Ban Xây dựng Đảng');
    const read = await itemsOf(await later(`/api/people/${person?.id}/accesses`));
    expect(read.map(({ action }) => action)).toEqual(['open']);
    expect(await end(second, 'SIGTERM')).toBe(0);
  } finally {
    first.child.kill('SIGKILL');
  }
}, 600_000);
