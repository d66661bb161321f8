// A command speaks to the server of its folder whatever that listens with, and sends files and words alike.
import https from 'node:https';
import { afterAll, expect, test } from 'vitest';
import { overHttp } from './place.ts';

// Made for this test, by nobody a machine would trust: as the certificates of most offices are.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/EwD0bdj2P6HrSkl
QBGnZ2k7tus6WNuMbIBUraL1HcGhRANCAASRGVX4yicssDn6iM4xO+HuPfYsPcok
CjVVGqHt0Ekl6sbhp0t/YQsXI1oaZurWTqImbu82058pXmOuqveIlIwS
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBgjCCASegAwIBAgIUVJNyCOoofqVvVaKB2ZEa3AuM0/4wCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKbmd1b24udGVzdDAgFw0yNjExMjEyMDMxMzFaGA8yMTI2MTAy
ODIwMzEzMVowFTETMBEGA1UEAwwKbmd1b24udGVzdDBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABJEZVfjKJyywOfqIzjE74e499iw9yiQKNVUaoe3QSSXqxuGnS39h
CxcjWhpm6tZOoiZu7zbTnyleY66q94iUjBKjUzBRMB0GA1UdDgQWBBRES4qb+alf
Wk1AU2KtIouJuMrSmjAfBgNVHSMEGDAWgBRES4qb+alfWk1AU2KtIouJuMrSmjAP
BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDMhZtjeKhkBn2wfUpJ
+P636Rr+s/4wHfv+a6WGVrjbZgIhANmGHZn0Xxjjkzwc2Yj3lWeMDo4dPhoGvley
xxluYeMW
-----END CERTIFICATE-----`;

const seen: { method: string; url: string; type: string; cookie: string; text: string }[] = [];
const server = https.createServer({ key, cert }, (request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => (text += part.toString('utf8')));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, text, type: headers['content-type'] ?? '', cookie: headers.cookie ?? '' });
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"tên":"Nguồn"}');
  });
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
afterAll(() => server.close());
const address = server.address();
const speak = overHttp(`https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, 'token');

test('a certificate of the office’s own making is no hindrance on the machine itself', async () => {
  expect(await speak('POST', '/api/x?a=1', { clientId: 'một' })).toEqual({
    status: 201,
    body: { tên: 'Nguồn' },
  });
  expect(seen.at(-1)).toEqual({
    method: 'POST',
    url: '/api/x?a=1',
    type: 'application/json',
    cookie: 'nguon_session=token',
    text: '{"clientId":"một"}',
  });
});

test('a workbook goes as a form', async () => {
  const form = new FormData();
  form.set('file', new Blob(['STT,Họ và tên']), 'ds.csv');
  expect((await speak('POST', '/api/imports', form)).status).toBe(201);
  expect(seen.at(-1)?.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(seen.at(-1)?.text).toContain('STT,Họ và tên');
});
