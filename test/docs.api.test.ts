// docs/api.md stays true: its shell blocks are run against the real application, each request is answered as the
// comment after it says, and the paths, errors and example that the text names are those of the code.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { statusOf } from '../src/platform/errors.ts';
import { startWorld, testPassword } from './app.ts';

const text = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8');

const world = await startWorld({ today: '2026-03-27', profile: 'C' });
const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
const cell = await world.unit({ name: 'Chi bộ khu phố 1', parent: ward, type: 'TDP' });
for (const name of ['Nguyễn Thị Mẫu', 'Nguyễn Văn Mẫu', 'Trần Văn Mẫu'])
  await world.person({ name, unit: cell, kind: 'official' });
const officer = await world.as('base_officer', ward);
await world.db
  .updateTable('account')
  .set({ user_name: 'do.thi.minh.nguyet' })
  .where('id', '=', officer.accountId)
  .execute();
await world.app.listen({ host: '127.0.0.1', port: 0 });
const { port } = world.app.server.address() as AddressInfo;

/** What differs between the training ward of a reader and this one. */
const given: Record<string, string> = { NGUON: `http://127.0.0.1:${port}`, PASSWORD: testPassword };

/** The shell as far as the document uses it; anything else throws, so that no line goes unread. */
interface Shell {
  words: Map<string, string>;
  files: Map<string, string>;
}
interface Reply {
  status: number;
  body: unknown;
}
interface Step {
  line: string;
  /** the text of a file that `cat` writes */
  lines: string[];
  /** the comment after a request */
  says: string | null;
}

function stepsOf(block: string): Step[] {
  const lines = block.replaceAll('\\\n', ' ').split('\n');
  const steps: Step[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? '';
    const end = /<<(\w+)$/.exec(line)?.[1];
    if (line.startsWith('# → ')) (steps.at(-1) as Step).says = line.slice(4);
    else if (end) {
      const last = lines.indexOf(end, at);
      steps.push({ line, lines: lines.slice(at + 1, last), says: null });
      at = last;
    } else if (line !== '') steps.push({ line, lines: [], says: null });
  }
  return steps;
}

const filled = (shell: Shell, template: string): string =>
  template.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = shell.words.get(name);
    if (value === undefined) throw new Error(`docs/api.md uses $${name} before it is set`);
    return value;
  });

/** 'a "b $c" \'d\'' → [a, b …, d], as sh would. */
function argumentsOf(shell: Shell, line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|(\S+)/g)].map(([, single, double, bare]) => {
    if (single !== undefined) return single;
    return double === undefined
      ? filled(shell, bare ?? '')
      : filled(shell, double).replaceAll(/\\(["\\])/g, '$1');
  });
}

interface Request {
  url: string;
  method: string | null;
  headers: Headers;
  body: string | FormData | null;
  keepsCookie: string | null;
}

const fileOf = (shell: Shell, name: string): string => {
  const content = shell.files.get(name);
  if (content === undefined) throw new Error(`docs/api.md sends ${name} before it is written`);
  return content;
};

function formOf(shell: Shell, field: string): FormData {
  const [, name = '', file = ''] = /^(\w+)=@(.+)$/.exec(field) ?? [];
  const form = new FormData();
  form.append(name, new Blob([fileOf(shell, file)]), file);
  return form;
}

/** What each option of curl does; its value follows it. */
const options: Record<string, (request: Request, value: string, shell: Shell) => void> = {
  '-X': (request, value) => void (request.method = value),
  '-H': ({ headers }, value) => headers.append(...(value.split(': ') as [string, string])),
  '-b': ({ headers }, value, shell) => headers.append('cookie', fileOf(shell, value)),
  '-c': (request, value) => void (request.keepsCookie = value),
  '-o': () => undefined,
  '-d': (request, value, shell) =>
    void (request.body = value.startsWith('@') ? fileOf(shell, value.slice(1)) : value),
  '-F': (request, value, shell) => void (request.body = formOf(shell, value)),
};

function requestOf(shell: Shell, line: string): Request {
  const [program, ...words] = argumentsOf(shell, line);
  if (program !== 'curl') throw new Error(`docs/api.md: cannot read “${line}”`);
  const request: Request = { url: '', method: null, headers: new Headers(), body: null, keepsCookie: null };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const option = options[word];
    if (option) option(request, words[(at += 1)] as string, shell);
    else if (word.startsWith('http')) request.url = word;
    else if (word !== '-s') throw new Error(`docs/api.md: cannot read “${word}” of “${line}”`);
  }
  return request;
}

async function curl(shell: Shell, line: string): Promise<Reply> {
  const { url, method, headers, body, keepsCookie } = requestOf(shell, line);
  const answer = await fetch(url, { method: method ?? (body === null ? 'GET' : 'POST'), headers, body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (keepsCookie && cookie) shell.files.set(keepsCookie, cookie);
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return { status: answer.status, body: isJson ? await answer.json() : await answer.text() };
}

/** `.items[0].id` of a body, as jq -r prints it. */
const valueAt = (body: unknown, path: string): string =>
  String(path.split(/[.[\]]+/).reduce((at, key) => (key ? (at as Record<string, unknown>)[key] : at), body));

async function assign(shell: Shell, name: string, value: string): Promise<void> {
  const inner = /^\$\((.*)\)$/.exec(value)?.[1];
  if (inner === undefined) return void shell.words.set(name, given[name] ?? value);
  if (inner === "node -p 'crypto.randomUUID()'") return void shell.words.set(name, randomUUID());
  const [line = '', path = ''] = inner.split(/ \| jq -r '?(?=\.)/);
  const { status, body } = await curl(shell, line);
  expect([line, status]).toEqual([line, 200]);
  const found = valueAt(body, path.replace("'", ''));
  expect([line, path, found]).not.toEqual([line, path, 'undefined']);
  shell.words.set(name, found);
}

const spoken =
  /^(?<status>\d{3})(?<code> [\w.]+)?(?<again>, again until)?(?: (?<path>\.\w+) is (?<value>\w+))?$/;

interface Said {
  status: number;
  code: string | null;
  /** asked again until the value stands */
  again: boolean;
  path: string | null;
  value: string | null;
}

function saidOf({ line, says }: Step): Said {
  const found = spoken.exec(says ?? '')?.groups;
  if (!found) throw new Error(`docs/api.md does not say what “${line}” answers (${says})`);
  const { status, code, again, path, value } = found;
  return {
    status: Number(status),
    code: code?.trim() ?? null,
    again: again !== undefined,
    path: path ?? null,
    value: value ?? null,
  };
}

const holds = ({ path, value }: Said, { body }: Reply) => path === null || valueAt(body, path) === value;

/** Sends the request, where the document says so until its value stands; the answer must be what it says. */
async function ask(shell: Shell, step: Step): Promise<Reply> {
  const said = saidOf(step);
  let reply = await curl(shell, step.line);
  const tries = said.again ? 200 : 0;
  for (let count = 0; count < tries && !holds(said, reply); count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    reply = await curl(shell, step.line);
  }
  const code = (reply.body as { error?: { code: string } }).error?.code ?? null;
  expect([step.line, reply.status, code]).toEqual([step.line, said.status, said.code]);
  if (said.path) expect([step.line, valueAt(reply.body, said.path)]).toEqual([step.line, said.value]);
  return reply;
}

async function run(shell: Shell, step: Step): Promise<Reply | null> {
  const assigned = /^(\w+)=(.*)$/.exec(step.line);
  const written = /^cat > (\S+) <</.exec(step.line);
  if (assigned) await assign(shell, assigned[1] as string, assigned[2] as string);
  else if (written) shell.files.set(written[1] as string, filled(shell, `${step.lines.join('\n')}\n`));
  else return ask(shell, step);
  return null;
}

test('every block answers as the document says', { timeout: 30_000 }, async () => {
  const shell: Shell = { words: new Map(), files: new Map() };
  let last: Reply | null = null;
  let requests = 0;
  for (const [, language, block = ''] of text.matchAll(/```(\w+)\n(.*?)```/gs)) {
    if (language === 'json') expect(last?.body).toEqual(JSON.parse(block));
    else
      for (const step of stepsOf(block)) {
        const reply = await run(shell, step);
        requests += reply ? 1 : 0;
        last = reply ?? last;
      }
  }
  expect(requests).toBeGreaterThan(20);
});

test('the errors of the document are those of the code', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, kind, status]) => [
    kind,
    Number(status),
  ]);
  expect(Object.fromEntries(rows)).toEqual(statusOf);
});

test('every path that the document names is one of the application', async () => {
  const { body } = await world.outsider().get('/api/openapi.json');
  const declared = Object.keys(body.paths).map((path) => path.replaceAll(/\{\w+\}/g, '_'));
  const named = [...text.matchAll(/\/api\/[\w./:$-]+/g)].map(([path]) =>
    path.replaceAll(/(?<=\/)(?:[:$]\w+|[\da-f-]{36})/g, '_').replace(/[/.]$/, ''),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => path !== '/api/openapi.json' && !declared.includes(path))).toEqual([]);
});
