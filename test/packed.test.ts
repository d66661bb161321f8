// What travels to a browser travels packed – the built files, and long answers of the API – and reads as it was.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sessionCookie } from '../src/platform/app.ts';
import { startSite } from './journeys/site.ts';

const site = await startSite();
const ward = await site.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
const cell = await site.unit({ name: 'Chi bộ khu phố 1', parent: ward, type: 'TDP' });
for (let at = 1; at <= 12; at += 1)
  await site.person({ name: `Nguyễn Văn Mẫu ${at}`, unit: cell, kind: 'official' });
const officeId = await site.office({ kind: 'base_officer', unit: ward });
const cookie = `${sessionCookie}=${await site.sessionOf(officeId)}`;

const unpack: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

async function ask(url: string, accepted = '') {
  const headers = { cookie, ...(accepted ? { 'accept-encoding': accepted } : {}) };
  const { statusCode, headers: told, rawPayload } = await site.app.inject({ url, headers });
  expect(statusCode).toBe(200);
  const packing = String(told['content-encoding'] ?? '');
  const text = (unpack[packing]?.(rawPayload) ?? rawPayload).toString();
  return { packing, vary: told.vary, type: told['content-type'], size: rawPayload.length, text };
}

const script = /src="(\/assets\/index-[^"]+\.js)"/.exec((await ask('/')).text)?.[1];
if (!script) throw new Error('the page names no script');

test.each(['/', '/people', '/worker.js', script, '/api/people', '/api/regulations/content'])(
  '%s',
  async (address) => {
    const plain = await ask(address);
    expect(plain.packing).toBe('');
    for (const [accepted, packing] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
    ] as const) {
      const packed = await ask(address, accepted);
      expect(packed).toMatchObject({ packing, type: plain.type, text: plain.text });
      expect(packed.vary).toMatch(/accept-encoding/i);
      expect(packed.size).toBeLessThan(plain.size / 2);
    }
  },
);

test('the page itself says that it is being opened, and which browsers it needs', async () => {
  const { text } = await ask('/');
  expect(text).toMatch(/<div id="root">\s*<main[^>]*>\s*<p>Đang mở Nguồn…/);
  expect(text).toContain('Chrome hoặc Edge từ bản 109');
});

test('a short answer is not worth it, and a picture of letters is packed already', async () => {
  expect((await ask('/api/worklist/counts', 'br')).packing).toBe('');
  const font = /\/assets\/[^"]+\.woff2/.exec((await ask('/worker.js')).text)?.[0] ?? '';
  expect((await ask(font, 'br')).packing).toBe('');
});

test('what is sent to us is not unpacked', async () => {
  const { statusCode } = await site.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-nguon': '1', 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: Buffer.from('1f8b08', 'hex'),
  });
  expect(statusCode).toBe(400);
});
