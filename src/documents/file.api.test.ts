// Files of documents: what is taken by its content, what is not and why, who may bring and who may take them, and that
// they are sealed in the database.
import { deflateRawSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { sessionCookie } from '../platform/app.ts';
import { openSession } from '../platform/session.ts';
import { fileLimit } from './file.ts';

let world: World;
let commune: number;
let officer: Client;
let secretary: Client;
let stranger: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2021-09-30', profile: 'B' });
  const district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  commune = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  const cell = await world.unit({ name: 'Chi bộ ấp Thông Lưu', kind: 'cell', parent: commune });
  const other = await world.unit({
    name: 'Đảng bộ xã Châu Thới',
    kind: 'base_organisation',
    parent: district,
  });
  officer = await world.as('base_officer', commune);
  secretary = await world.as('cell_secretary', cell);
  stranger = await world.as('base_officer', other);
});

let count = 0;
async function register(): Promise<string> {
  count += 1;
  const answer = await officer.post('/api/documents', {
    clientId: newId(),
    type: 'ke_hoach',
    number: `${count}-KH/ĐU`,
    issuer: 'Đảng ủy thị trấn Châu Hưng',
    subject: 'Về kết nạp đảng viên năm 2021',
    issuedOn: '2021-02-01',
    scopeUnitId: commune,
  });
  expect(answer.status).toBe(200);
  return answer.body.id;
}

async function bring(client: Client, id: string, file: { name: string; bytes: Buffer; version?: number }) {
  const token = await openSession(world.db, client.accountId, client.officeId, '127.0.0.1');
  const edge = 'nguon-edge';
  const field = (name: string, value: string) =>
    `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field('clientId', newId())}${field('version', String(file.version ?? 1))}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const response = await world.app.inject({
    method: 'POST',
    url: `/api/documents/${id}/file`,
    headers: {
      'x-nguon': '1',
      cookie: `${sessionCookie}=${token}`,
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
  return { status: response.statusCode, body: response.json() };
}

const pdf = (filling = 'Kế hoạch số 1') => Buffer.from(`%PDF-1.7\n${filling}\n%%EOF\n`);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('....IEND....'),
]);
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);

/** A zip with these entries, as any program writes one. */
function zipOf(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const body = deflateRawSync(Buffer.from(text));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(at, 42);
    directory.push(line, Buffer.from(name));
    parts.push(head, Buffer.from(name), body);
    at += head.length + name.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
const docx = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' });

test('PDF, Word, JPG and PNG are taken, given back byte for byte, and named after the document (S0-19)', async () => {
  const id = await register();
  let version = 1;
  for (const [name, bytes] of Object.entries({
    'a.PDF': pdf(),
    'b.docx': docx,
    'c.jpeg': jpg,
    'd.png': png,
  })) {
    const answer = await bring(officer, id, { name, bytes, version });
    expect([name, answer.status]).toEqual([name, 200]);
    expect(answer.body.file.size).toBe(bytes.length);
    const taken = await secretary.get(`/api/documents/${id}/file`);
    expect(taken.raw.equals(bytes)).toBe(true);
    expect(decodeURIComponent(String(taken.headers['content-disposition']))).toContain(
      `Kế hoạch 1-KH-ĐU ngày 01-02-2021 của Đảng ủy thị trấn Châu Hưng.${answer.body.file.media}`,
    );
    version += 1;
  }
  // One file stands: the ones before were deleted.
  const rows = await world.db.selectFrom('document_file').selectAll().where('document_id', '=', id).execute();
  expect(rows.map(({ media }) => media)).toEqual(['png']);
});

test('in the database it is sealed, and each taking is noted', async () => {
  const id = await register();
  await bring(officer, id, { name: 'ke-hoach.pdf', bytes: pdf('Chỉ tiêu giao 13 đảng viên') });
  const row = await world.db
    .selectFrom('document_file')
    .selectAll()
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.sealed.includes(Buffer.from('Chỉ tiêu'))).toBe(false);
  expect(row.sealed.includes(Buffer.from('%PDF'))).toBe(false);
  await secretary.get(`/api/documents/${id}/file`);
  const noted = await world.db
    .selectFrom('access_log')
    .select(['account_id', 'action'])
    .where('subject', '=', 'document_file')
    .where('subject_id', '=', id)
    .execute();
  expect(noted).toEqual([{ account_id: secretary.accountId, action: 'open' }]);
});

test('out of reach neither the file nor the document exists; who only reads brings none', async () => {
  const id = await register();
  expect((await officer.get(`/api/documents/${id}/file`)).body.error.code).toBe('documents.no_file');
  await bring(officer, id, { name: 'a.pdf', bytes: pdf() });
  expect((await stranger.get(`/api/documents/${id}/file`)).status).toBe(404);
  expect((await bring(stranger, id, { name: 'a.pdf', bytes: pdf(), version: 2 })).status).toBe(404);
  expect((await bring(secretary, id, { name: 'a.pdf', bytes: pdf(), version: 2 })).status).toBe(404);
  expect((await world.outsider().get(`/api/documents/${id}/file`)).status).toBe(401);
});

test('what is not what it says, is cut off, empty, holds macros or is too large is refused in words, and nothing is kept', async () => {
  const id = await register();
  const cases: [string, Buffer, number, string][] = [
    ['a.pdf', Buffer.from('MZ\u0090 a program'), 400, 'documents.file_kind'],
    ['a.exe', pdf(), 400, 'documents.file_other'],
    ['a.pdf', png, 400, 'documents.file_other'],
    ['a.xlsx', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 400, 'documents.file_kind'],
    [
      'a.docx',
      zipOf({ 'word/document.xml': '<d/>', 'word/vbaProject.bin': 'x' }),
      400,
      'documents.file_macro',
    ],
    ['a.docx', docx.subarray(0, docx.length - 60), 400, 'documents.file_broken'],
    ['a.pdf', Buffer.from('%PDF-1.7 cut off'), 400, 'documents.file_broken'],
    ['a.pdf', Buffer.alloc(0), 400, 'documents.file_empty'],
    ['a.pdf', Buffer.concat([pdf(), Buffer.alloc(fileLimit + 1)]), 413, 'documents.file_too_large'],
  ];
  for (const [name, bytes, status, code] of cases) {
    const answer = await bring(officer, id, { name, bytes });
    expect([code, answer.status, answer.body.error?.code]).toEqual([code, status, code]);
  }
  const rows = await world.db.selectFrom('document_file').selectAll().where('document_id', '=', id).execute();
  expect(rows).toEqual([]);
  expect((await officer.get(`/api/documents/${id}`)).body).toMatchObject({ file: null, version: 1 });
});

test('a file brought on an older version is refused; one that was taken off is gone', async () => {
  const id = await register();
  expect((await bring(officer, id, { name: 'a.pdf', bytes: pdf() })).status).toBe(200);
  expect((await bring(officer, id, { name: 'a.pdf', bytes: pdf(), version: 1 })).status).toBe(409);
  const removed = await officer.post(`/api/documents/${id}/file/remove`, { clientId: newId(), version: 2 });
  expect(removed.body.file).toBeNull();
  expect((await officer.get(`/api/documents/${id}/file`)).status).toBe(404);
  expect(removed.body.history.map((line: { act: string }) => line.act)).toEqual([
    'registered',
    'filed',
    'unfiled',
  ]);
});
