// A server as an office starts it, for tests that kill it: asked over HTTP by an administrator and an officer.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
export interface Server {
  child: ChildProcess;
  url: string;
}

export function startServer(folder: string): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'src/server.ts')],
    {
      env: { ...process.env, NGUON_DATA: folder, PORT: '0', NGUON_TODAY: '2025-10-01' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return listening(child);
}

/** When it has said where it listens. */
export function listening(child: ChildProcess): Promise<Server> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece;
      const match = /https?:\/\/\S+/.exec(said);
      if (match) resolve({ child, url: match[0] });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

export interface Person {
  cookie: string;
  url: string;
}

export async function call(who: Person, method: string, url: string, body?: object | FormData) {
  const form = body instanceof FormData;
  const response = await fetch(`${who.url}${url}`, {
    method,
    headers: {
      cookie: who.cookie,
      'x-nguon': '1',
      ...(body && !form ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie) who.cookie = cookie;
  const answer = (await response.json()) as Record<string, unknown> & {
    id: string;
    state: string;
    total: number;
  };
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

const password = 'mat-khau-thu-nghiem-1';

/** First run: committee, administrator, and an officer who brings in the workbook. */
export async function setUp(url: string): Promise<{ userName: string; password: string }> {
  const admin: Person = { cookie: '', url };
  await call(admin, 'POST', '/api/setup', {
    clientId: crypto.randomUUID(),
    committee: {
      name: 'Đảng bộ phường Thử',
      kind: 'upper_base',
      provinceId: '24',
      superiorName: 'Đảng bộ tỉnh Thử',
    },
    profile: 'A',
    administrator: { userName: 'quan.tri', password, displayName: 'Quản trị Thử' },
  });
  await call(admin, 'POST', '/api/session', { userName: 'quan.tri', password });
  const units = (await call(admin, 'GET', '/api/units')).items as { id: number; kind: string }[];
  const unitId = units.find((unit) => unit.kind === 'upper_base')?.id;
  const office = {
    kind: 'base_officer',
    unitId,
    personId: null,
    holderName: 'Lê Thị Cán Bộ',
    fromOn: '2025-09-01',
  };
  const made = await call(admin, 'POST', '/api/offices', { clientId: crypto.randomUUID(), ...office });
  const slips = await call(admin, 'POST', '/api/accounts/from-offices', {
    clientId: crypto.randomUUID(),
    officeIds: [made.id],
  });
  const [slip] = (slips.slips ?? slips.items ?? slips) as unknown as { userName: string; password: string }[];
  const officer: Person = { cookie: '', url };
  await call(officer, 'POST', '/api/session', { userName: slip?.userName, password: slip?.password });
  await call(officer, 'POST', '/api/session/password', { old: slip?.password, new: password });
  return { userName: slip?.userName ?? '', password };
}

export async function signIn(url: string, who: { userName: string; password: string }): Promise<Person> {
  const person: Person = { cookie: '', url };
  await call(person, 'POST', '/api/session', who);
  return person;
}

/** `SIGKILL` gives it no time for anything. Comes back with its exit code. */
export function end({ child }: Server, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

async function upload(person: Person, file: Uint8Array): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'ds.xlsx');
  return (await call(person, 'POST', '/api/imports', form)).id;
}

/** A workbook read and begun to be written; gives the id of its import. */
export async function beginImport(officer: Person, file: Uint8Array): Promise<string> {
  const id = await upload(officer, file);
  await until(officer, id, ['previewed']);
  await call(officer, 'POST', `/api/imports/${id}/run`, { clientId: crypto.randomUUID() });
  return id;
}

export async function until(person: Person, id: string, states: string[]) {
  for (;;) {
    const batch = await call(person, 'GET', `/api/imports/${id}`);
    if (states.includes(batch.state) && (batch.state === 'running' || batch.progress === null)) return batch;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
