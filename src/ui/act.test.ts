// Writes that are sent again, errors that say what to do, addresses and ids.
import { expect, test } from 'vitest';
import { persist } from './act.ts';
import { ApiError, apiHref, errorFrom, unreachable } from './api.ts';
import { newId } from './ids.ts';

test('a write is sent again while the server is out of reach', async () => {
  let tries = 0;
  const out = await persist(async () => {
    tries += 1;
    if (tries < 3) throw unreachable();
    return 'written';
  }, [0, 0, 0]);
  expect([out, tries]).toEqual(['written', 3]);
});

test('it gives up after the last pause, with the same error', async () => {
  let tries = 0;
  const failing = persist(async () => {
    tries += 1;
    throw unreachable();
  }, [0, 0]);
  await expect(failing).rejects.toMatchObject({ status: 0, code: 'ui.unreachable' });
  expect(tries).toBe(3);
});

test('a refusal is never repeated', async () => {
  let tries = 0;
  const refused = new ApiError(409, {
    kind: 'Refused',
    code: 'admission.refused',
    message: { vi: 'Không', en: 'No' },
    details: { outcome: 'refused' },
  });
  await expect(
    persist(async () => {
      tries += 1;
      throw refused;
    }, [0, 0]),
  ).rejects.toBe(refused);
  expect(tries).toBe(1);
  expect(refused.verdict).toEqual({ outcome: 'refused' });
});

test('an answer that is not ours still says what to do', () => {
  expect(errorFrom(502, '<html>').code).toBe('ui.busy');
  expect(errorFrom(500, undefined).words.vi).toContain('dữ liệu không bị thay đổi');
  const ours = errorFrom(404, {
    error: { kind: 'Missing', code: 'access.missing', message: { vi: 'Không tìm thấy', en: 'Missing' } },
  });
  expect(ours.words.vi).toBe('Không tìm thấy');
  expect(ours.verdict).toBeNull();
});

test('addresses leave out what is empty', () => {
  expect(apiHref('/people', { q: 'Hòa', unit: null, limit: 50, sort: '' })).toBe(
    '/api/people?q=H%C3%B2a&limit=50',
  );
  expect(apiHref('/people')).toBe('/api/people');
});

test('ids are version 4 and differ', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
