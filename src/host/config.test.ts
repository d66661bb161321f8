// Settings: sensible without any, clear where wrong, and never open to the network without TLS.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { describeHalt, Halt } from './halt.ts';
import { messages } from './messages.ts';

const cert = join(import.meta.dirname, 'config.test.ts');

test('without settings: loopback, 4700, own database', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4700,
    tls: null,
    trustProxy: false,
    databaseUrl: null,
    keyFile: null,
    today: null,
    profile: null,
    demo: false,
  });
});

test('the training ward and the office never share a folder unless told to', () => {
  expect(readConfig({}, { demo: true }).folder).not.toBe(readConfig({}).folder);
  expect(readConfig({ NGUON_DATA: '/srv/nguon' }, { demo: true }).folder).toBe('/srv/nguon');
});

test.each([
  [{ HOST: '0.0.0.0' }],
  [{ HOST: '::' }],
  [{ HOST: '192.0.2.10' }],
  [{ HOST: 'may-chu.phuong' }],
  [{ HOST: '127.evil.example' }],
])('%o needs TLS or a proxy', (env) => {
  expect(() => readConfig(env)).toThrow(expect.objectContaining({ code: 'config.exposed' }));
  expect(readConfig({ ...env, TRUST_PROXY: '1' }).trustProxy).toBe(1);
  expect(readConfig({ ...env, TLS_CERT: cert, TLS_KEY: cert }).tls).toEqual({
    certFile: cert,
    keyFile: cert,
  });
});

test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('%s is loopback', (host) => {
  expect(readConfig({ HOST: host }).host).toBe(host);
});

test.each([
  ['config.port', { PORT: '99999' }],
  ['config.port', { PORT: 'abc' }],
  ['config.port', { PORT: '47.5' }],
  ['config.host', { HOST: 'a b' }],
  ['config.databaseUrl', { DATABASE_URL: 'mysql://x' }],
  ['config.today', { NGUON_TODAY: '2026-02-30' }],
  ['config.profile', { NGUON_PROFILE: 'D' }],
  ['config.tls', { TLS_CERT: cert }],
  ['config.tls', { TLS_CERT: cert, TLS_KEY: '/nowhere/key.pem' }],
  ['config.trustProxy', { TRUST_PROXY: 'everybody' }],
  ['config.trustProxy', { TRUST_PROXY: '10.0.0.0/99' }],
])('%s: %o', (code, env) => {
  expect(() => readConfig(env)).toThrow(expect.objectContaining({ code }));
});

test('proxies by number, name or address', () => {
  const proxy = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
  expect([proxy('2'), proxy('true'), proxy('false'), proxy('10.0.0.0/8, ::1')]).toEqual([
    2,
    1,
    false,
    '10.0.0.0/8,::1',
  ]);
});

test('the address of the database is never repeated: it holds a password', () => {
  const halt = (() => {
    try {
      readConfig({ DATABASE_URL: 'http://u:bi-mat@h/d' });
    } catch (cause) {
      return cause;
    }
  })();
  expect(halt).toBeInstanceOf(Halt);
  expect(describeHalt(halt as Halt)).not.toContain('bi-mat');
});

test('every refusal has both languages with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [code, { vi, en }] of Object.entries(messages)) {
    expect(places(vi), code).toEqual(places(en));
    expect(vi.length * en.length, code).toBeGreaterThan(0);
  }
});
