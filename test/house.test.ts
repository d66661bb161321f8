// What holds for the whole house: every route has an action, every word exists in both languages, and the ledger's
// schemas have no place for a name or free text about a person.
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { accessTable } from '../src/org/access.ts';
import { actions } from '../src/rules/organisation.ts';
import { roomMessages, streams } from '../src/rooms.ts';
import { startWorld } from './app.ts';

const world = await startWorld();

test('every route names an action that some office may do', () => {
  const known = new Set<string>(['public', 'signed_in', ...actions]);
  expect(world.rooms.routes.filter((route) => !known.has(route.action)).map((route) => route.url)).toEqual(
    [],
  );
});

test('every action of the access table is one that exists', () => {
  const named = Object.values(accessTable()).flatMap((may) => Object.keys(may));
  expect(named.filter((action) => !(actions as readonly string[]).includes(action))).toEqual([]);
});

test('health answers without a session', async () => {
  const answer = await world.outsider().get('/api/health');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ status: 'ok' });
});

test('without a session every other route says so and tells nothing', async () => {
  const closed = world.rooms.routes.filter((route) => route.action !== 'public' && route.method === 'GET');
  for (const route of closed) {
    const answer = await world.outsider().get(route.url.replace(':id', '1').replace(/:\w+/g, 'x'));
    expect([route.url, answer.status]).toEqual([route.url, 401]);
  }
});

test('a write from a foreign page is refused', async () => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { userName: 'a', password: 'b' },
  });
  expect(answer.statusCode).toBe(403);
  const foreign = await world.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-nguon': '1', origin: 'https://elsewhere.example' },
    payload: { userName: 'a', password: 'b' },
  });
  expect(foreign.statusCode).toBe(403);
});

test('every message stands in Vietnamese and English, with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
  for (const [code, message] of roomMessages.flatMap((room) => Object.entries(room))) {
    expect([code, message.vi.trim().length > 0, message.en.trim().length > 0]).toEqual([code, true, true]);
    const bare = places(message.en).map((name) => name?.replace(/En$/, ''));
    expect([code, [...new Set(bare)]]).toEqual([code, [...new Set(places(message.vi))]]);
  }
});

interface Def {
  type: string;
  [key: string]: unknown;
}

/** Paths of plain strings in a schema: those without a format, a closed list or the mark of class-1 text. */
function freeText(schema: z.ZodType, path: string): string[] {
  const def = (schema as unknown as { def: Def }).def;
  const meta = (schema as { meta?: () => { publicText?: boolean } | undefined }).meta?.();
  if (def.type === 'string') {
    const checks = (def.checks as unknown[] | undefined) ?? [];
    return meta?.publicText || def.format !== undefined || checks.length > 0 ? [] : [path];
  }
  const inner = [def.innerType, def.element, def.valueType, def.in, ...((def.options as unknown[]) ?? [])];
  const fields = Object.entries((def.shape as Record<string, z.ZodType>) ?? {});
  return [
    ...inner.filter(Boolean).flatMap((child) => freeText(child as z.ZodType, path)),
    ...fields.flatMap(([name, child]) => freeText(child, `${path}.${name}`)),
  ];
}

test('no schema of the ledger has room for free text', () => {
  const found = streams.flatMap((stream) =>
    Object.entries(stream.kinds).flatMap(([kind, schema]) => freeText(schema, kind)),
  );
  expect(found).toEqual([]);
});

const personal = /name|title|phone|address|birth|born|note|text|reason$/i;
test('fields of the ledger that sound like a person hold a code, or speak of a unit, office, place, document or day', () => {
  const allowed = /^(unit|office|meeting|calendar|area|programme|report|report_form)\./;
  const named = streams.flatMap((stream) =>
    Object.entries(stream.kinds).flatMap(([kind, schema]) => textFields(schema, kind)),
  );
  expect(named.filter((path) => personal.test(path.split('.').at(-1) ?? '') && !allowed.test(path))).toEqual(
    [],
  );
});

function textFields(schema: z.ZodType, path: string): string[] {
  const def = (schema as unknown as { def: Def }).def;
  if (def.type === 'string')
    return (schema as { meta?: () => { publicText?: boolean } | undefined }).meta?.()?.publicText
      ? [path]
      : [];
  const inner = [def.innerType, def.element, def.valueType, ...((def.options as unknown[]) ?? [])].filter(
    Boolean,
  );
  const fields = Object.entries((def.shape as Record<string, z.ZodType>) ?? {});
  return [
    ...inner.flatMap((child) => textFields(child as z.ZodType, path)),
    ...fields.flatMap(([name, child]) => textFields(child, `${path}.${name}`)),
  ];
}
