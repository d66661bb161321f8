// The real application on a real database, with named builders for what a test needs to stand on. Builders write
// through the rooms' own doors; nothing is inserted behind the ledger's back.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { registeredEntry, takenOverEntry, type MemberKind } from '../src/members/person.ts';
import { recordPersons } from '../src/members/person.store.ts';
import { prepareOffices } from '../src/org/office.store.ts';
import { prepareUnits } from '../src/org/unit.store.ts';
import { writeSetting } from '../src/org/profile.store.ts';
import { createApp, sessionCookie } from '../src/platform/app.ts';
import { pinToday } from '../src/platform/clock.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { newId } from '../src/platform/ids.ts';
import { append, type Recorder } from '../src/platform/ledger.ts';
import { transact } from '../src/platform/write/transaction.ts';
import { hashPassword, openSession } from '../src/platform/session.ts';
import type { Machine } from '../src/host/backup.api.ts';
import { stopRenewing } from '../src/lawbook/change.store.ts';
import { enforce } from '../src/lawbook/enforce.store.ts';
import { type Composed, composeRooms } from '../src/rooms.ts';
import { testDatabase, type TestDatabase } from './database.ts';

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer is whatever its route declares
  body: any;
  text: string;
  raw: Buffer;
  headers: Record<string, unknown>;
}

/** A browser with one session, or none. */
export interface Client {
  get(url: string): Promise<Answer>;
  post(url: string, body?: object): Promise<Answer>;
  put(url: string, body?: object): Promise<Answer>;
  del(url: string): Promise<Answer>;
  accountId: string;
  officeId: number | null;
}

export interface NewUnit {
  name: string;
  kind?: string;
  type?: string | null;
  parent?: number | null;
  external?: boolean;
  foundedOn?: string | null;
}

export interface NewPerson {
  name: string;
  unit: number;
  /** absent: an outside person (holds an office, or about to be nominated) */
  kind?: MemberKind;
  admittedOn?: string;
  decidedOn?: string;
  officialOn?: string;
  fields?: Record<string, string>;
}

export interface NewOffice {
  kind: string;
  unit: number;
  person?: string;
  fromOn?: string | null;
  toOn?: string | null;
  namedUnits?: number[];
  title?: string;
}

export interface WorldOptions {
  /** the pinned day; 2025-10-01 by default: a day under 294-QĐ/TW */
  today?: string;
  profile?: 'A' | 'B' | 'C';
  /** built web pages to serve; none by default */
  webFolder?: string;
  /** true: as on the first start, before anybody set it up */
  fresh?: boolean;
  /** the shipped rules, where a test has others */
  files?: Record<string, string>;
  /** what the administrator's page tells of; without it those routes are missing */
  machine?: (place: TestDatabase & { masterKey: Buffer }) => Machine;
}

export interface World {
  app: FastifyInstance;
  db: Db;
  connection: TestDatabase['connection'];
  rooms: Composed;
  by: Recorder;
  unit(unit: NewUnit): Promise<number>;
  person(person: NewPerson): Promise<string>;
  office(office: NewOffice): Promise<number>;
  /** An account for the holder of this office (made when there is none), signed in and acting in it. */
  signIn(officeId: number): Promise<Client>;
  /** Office and client in one go. */
  as(kind: string, unit: number, more?: Partial<NewOffice>): Promise<Client>;
  /** Nobody. */
  outsider(): Client;
  setToday(day: string): void;
}

export const provinceId = '24';

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const database = await testDatabase();
  const { db, pool } = openDb(database.connection);
  const masterKey = randomBytes(32);
  const rooms = composeRooms({
    masterKey,
    program: '0.0.0-test',
    ...(options.machine ? { machine: options.machine({ ...database, masterKey }) } : {}),
    ...(options.files ? { files: options.files } : {}),
  });
  await enforce(db);
  const app = await createApp({
    db,
    ...rooms,
    version: '0.0.0-test',
    webFolder: options.webFolder ?? null,
    // A failure that nobody expected is told with its cause.
    logLevel: 'error',
    trustProxy: false,
  });
  await app.ready();
  pinToday(options.today ?? '2025-10-01');
  afterAll(async () => {
    pinToday(null);
    await app.close();
    await stopRenewing();
    await pool.end();
  });
  const by: Recorder = { accountId: newId(), officeId: null, provinceId };
  if (!options.fresh) {
    await writeSetting(db, 'profile', options.profile ?? 'A');
    await writeSetting(db, 'committee', { unitId: 1, provinceId, setUpOn: '2018-01-01' });
  }
  return {
    app,
    db,
    connection: database.connection,
    rooms,
    by,
    ...builders(db, by),
    ...clients(app, db, by),
    setToday: pinToday,
  };
}

function builders(db: Db, by: Recorder): Pick<World, 'unit' | 'person' | 'office'> {
  return {
    unit: (unit) => addUnit(db, by, unit),
    person: (person) => addPerson(db, by, person),
    office: (office) => addOffice(db, by, office),
  };
}

async function addUnit(db: Db, by: Recorder, unit: NewUnit): Promise<number> {
  return transact(db, async (tx) => {
    const made = await prepareUnits(tx, by.provinceId, [
      {
        clientId: newId(),
        key: 'new',
        parent: unit.parent ? { id: unit.parent } : null,
        unitKind: unit.kind ?? 'cell',
        type: unit.type ?? null,
        name: unit.name,
        code: null,
        placeCode: null,
        foundedOn: unit.foundedOn === undefined ? '2010-01-01' : unit.foundedOn,
        external: unit.external ?? false,
        sourceKey: null,
        decision: null,
        happenedOn: unit.foundedOn === undefined ? '2010-01-01' : unit.foundedOn,
      },
    ]);
    await append(tx, by, made.entries);
    return made.ids.get('new') as number;
  });
}

async function addPerson(db: Db, by: Recorder, person: NewPerson): Promise<string> {
  const personId = newId();
  const registered = newId();
  const about = { clientId: registered, personId, unitId: person.unit, happenedOn: null };
  const entries = [
    registeredEntry(about, { provinceId: by.provinceId, as: 'outside', fields: ['fullName'] }),
  ];
  if (person.kind)
    entries.push(takenOverEntry({ ...about, clientId: newId(), happenedOn: '2018-01-01' }, roadOf(person)));
  const fields = Object.entries({ fullName: person.name, ...person.fields }).map(([field, value]) => ({
    field,
    value,
  }));
  await transact(db, (tx) =>
    recordPersons(tx, by, { values: [{ personId, fields, entry: registered }], entries }),
  );
  return personId;
}

const roadOf = (person: NewPerson) => ({
  kind: person.kind ?? ('official' as const),
  admittedOn: person.admittedOn ?? '2010-05-19',
  decidedOn: person.decidedOn ?? person.admittedOn ?? '2010-05-10',
  officialOn: person.kind === 'official' ? (person.officialOn ?? '2011-05-19') : null,
  vouchedBy: { officeId: null, paper: null },
});

async function addOffice(db: Db, by: Recorder, office: NewOffice): Promise<number> {
  const personId =
    office.person ??
    (await addPerson(db, by, { name: `Nguyễn Văn ${office.kind.replaceAll('_', ' ')}`, unit: office.unit }));
  return transact(db, async (tx) => {
    const entries = await prepareOffices(tx, [
      {
        clientId: newId(),
        personId,
        unitId: office.unit,
        kind: office.kind,
        title: office.title ?? null,
        fromOn: office.fromOn === undefined ? '2018-01-01' : office.fromOn,
        toOn: office.toOn ?? null,
        namedUnits: office.namedUnits ?? [],
        decision: null,
        sourceKey: null,
      },
    ]);
    await append(tx, by, entries);
    return Number(entries[0]?.stream.split(':')[1]);
  });
}

/** Of every account made here. */
export const testPassword = 'mat-khau-thu-2025';
let password: Promise<string> | null = null;

async function accountOf(db: Db, personId: string): Promise<string> {
  const held = await db
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (held) return held.id;
  password ??= hashPassword(testPassword);
  const id = newId();
  const person = await db
    .selectFrom('person')
    .select('full_name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('account')
    .values({
      id,
      user_name: `u${id.slice(-12)}`,
      display_name: person.full_name,
      person_id: personId,
      password_hash: await password,
      must_change: false,
    })
    .execute();
  return id;
}

function clients(app: FastifyInstance, db: Db, by: Recorder): Pick<World, 'signIn' | 'as' | 'outsider'> {
  const signIn = async (officeId: number): Promise<Client> => {
    const office = await db
      .selectFrom('office')
      .select('person_id')
      .where('id', '=', officeId)
      .executeTakeFirstOrThrow();
    const accountId = await accountOf(db, office.person_id);
    const token = await openSession(db, accountId, officeId, '127.0.0.1');
    return clientOf(app, token, { accountId, officeId });
  };
  return {
    signIn,
    as: async (kind, unit, more = {}) => signIn(await addOffice(db, by, { kind, unit, ...more })),
    outsider: () => clientOf(app, null, { accountId: '', officeId: null }),
  };
}

function clientOf(
  app: FastifyInstance,
  token: string | null,
  who: { accountId: string; officeId: number | null },
): Client {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url,
      headers: { 'x-nguon': '1', ...(token ? { cookie: `${sessionCookie}=${token}` } : {}) },
      ...(body ? { payload: body } : {}),
    });
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: json ? response.json() : null,
      text: response.body,
      raw: response.rawPayload,
      headers: response.headers,
    };
  };
  return {
    get: (url) => call('GET', url),
    post: (url, body = {}) => call('POST', url, body),
    put: (url, body = {}) => call('PUT', url, body),
    del: (url) => call('DELETE', url),
    ...who,
  };
}
