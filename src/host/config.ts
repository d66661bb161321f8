// What the environment tells the program: one object, checked once, with clear words where it is wrong.
import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { chooseFolder } from './datafolder.ts';
import { type Day, isDay } from '../platform/day.ts';
import { Halt, type HaltCode } from './halt.ts';

export interface Config {
  host: string;
  port: number;
  tls: { certFile: string; keyFile: string } | null;
  /** As Fastify takes it: number of proxies in front, or their addresses. */
  trustProxy: number | string | false;
  /** The data folder, absolute. Also used with DATABASE_URL: keys, backups and the lock live there. */
  folder: string;
  databaseUrl: string | null;
  /** Where the master key is when not in the data folder's own key folder. */
  keyFile: string | null;
  /** Pins the clock of tests and of the training profile. */
  today: Day | null;
  profile: 'A' | 'B' | 'C' | null;
  demo: boolean;
  /** The office's own mail server; null = no e-mail. */
  smtp: { url: string; from: string } | null;
  /** Where people open Nguồn, told in e-mails. */
  publicUrl: string | null;
}

type Environment = Record<string, string | undefined>;

const port = z.coerce.number().int().min(0).max(65535);
const host = z.string().regex(/^[\w.:%-]+$/);
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const profile = z.enum(['A', 'B', 'C']);
const day = z.string().refine(isDay);
const smtpUrl = z.url({ protocol: /^smtps?$/ });
const sender = z.string().regex(/^[^\r\n]*[\w.+-]+@[\w.-]+>?$/);
const publicUrl = z.url({ protocol: /^https?$/ });

export function readConfig(env: Environment, options: { demo?: boolean } = {}): Config {
  const demo = options.demo ?? false;
  const config: Config = {
    host: read(env, 'HOST', host, 'config.host') ?? '127.0.0.1',
    port: read(env, 'PORT', port, 'config.port') ?? 4700,
    tls: readTls(env),
    trustProxy: readTrustProxy(env),
    folder: chooseFolder(env, demo),
    databaseUrl: read(env, 'DATABASE_URL', databaseUrl, 'config.databaseUrl'),
    keyFile: env.NGUON_KEY_FILE ? resolve(env.NGUON_KEY_FILE) : null,
    today: read(env, 'NGUON_TODAY', day, 'config.today'),
    profile: read(env, 'NGUON_PROFILE', profile, 'config.profile'),
    demo,
    smtp: readSmtp(env),
    publicUrl: read(env, 'PUBLIC_URL', publicUrl, 'config.publicUrl'),
  };
  if (!config.tls && config.trustProxy === false && !isLoopback(config.host)) {
    throw new Halt('config.exposed', { host: config.host });
  }
  return config;
}

function read<T>(env: Environment, name: string, schema: z.ZodType<T>, code: HaltCode): T | null {
  const text = env[name]?.trim();
  if (!text) return null;
  const parsed = schema.safeParse(text);
  // The address of the database holds a password: it is never repeated.
  if (!parsed.success) throw new Halt(code, name === 'DATABASE_URL' ? {} : { value: text });
  return parsed.data;
}

/** Both or neither; the address of the server holds a password and is never repeated. */
function readSmtp(env: Environment): Config['smtp'] {
  const [url, from] = [env.SMTP_URL?.trim(), env.SMTP_FROM?.trim()];
  if (!url && !from) return null;
  if (!smtpUrl.safeParse(url).success || !sender.safeParse(from).success) throw new Halt('config.smtp');
  return { url: url ?? '', from: from ?? '' };
}

function readTls(env: Environment): Config['tls'] {
  if (!env.TLS_CERT && !env.TLS_KEY) return null;
  for (const name of ['TLS_CERT', 'TLS_KEY']) {
    try {
      accessSync(env[name] || '', constants.R_OK);
    } catch (cause) {
      throw new Halt('config.tls', { name }, cause);
    }
  }
  return { certFile: resolve(env.TLS_CERT ?? ''), keyFile: resolve(env.TLS_KEY ?? '') };
}

function readTrustProxy(env: Environment): Config['trustProxy'] {
  const text = env.TRUST_PROXY?.trim();
  if (!text || text === '0' || text === 'false') return false;
  // “true” means one proxy: believing any number of hops would let a caller forge its own address.
  if (text === 'true') return 1;
  if (/^[1-9]$/.test(text)) return Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.every(isProxyAddress)) return entries.join(',');
  throw new Halt('config.trustProxy', { value: text });
}

function isProxyAddress(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', bits, more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
