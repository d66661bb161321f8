// Reads an uploaded file in a process of its own, with the catalogues, places and remembered headings of this installation.
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import path from 'node:path';
import type { Actor } from '../../../platform/http.ts';
import type { Queryable } from '../../../platform/db.ts';
import { today } from '../../../platform/clock.ts';
import { profile } from '../../../org/profile.store.ts';
import type { Regulations } from '../../../rules/content.ts';
import { cataloguesFrom } from '../../../intake/catalogues.ts';
import type { Intake, IntakeOptions } from '../../../intake/intake.ts';
import type { Kind } from '../../../intake/kinds.ts';
import type { SavedMappings, TableMapping } from '../../../intake/mapping.ts';
import { type PlaceFiles, placeFilesOf } from '../../../places/places.ts';
import { openBytes, sealBytes } from '../../../platform/sealed/cipher.ts';
import { inOwnProcess } from '../../../platform/process/own.ts';
import type { Keyed } from '../values.ts';
import { heldUnits } from '../holdings.store.ts';
import { forgetReadings, readOnce } from './last-reading.store.ts';
import type { Job } from './reader.worker.ts';
import type { Db } from '../../../platform/db.ts';

interface Setting {
  catalogues: ReturnType<typeof cataloguesFrom>;
  places: PlaceFiles;
  key: KeyObject;
  fileKey: Buffer;
}
let setting: Setting | null = null;

/** Puts the catalogues, the places and the key of this installation into force for imports. */
export function useReader(options: {
  regulations: Regulations;
  files: Record<string, string>;
  masterKey: Buffer;
}): void {
  const { files } = options;
  forgetReadings();
  setting = {
    catalogues: cataloguesFrom({ catalogues: options.regulations.catalogues }),
    places: placeFilesOf(files),
    key: createSecretKey(derived(options.masterKey, 'nguon import key 1')),
    fileKey: derived(options.masterKey, 'nguon import file 1'),
  };
}

const derived = (masterKey: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32));

function current(): Setting {
  if (!setting) throw new Error('imports have no catalogues yet');
  return setting;
}

/** What codes mean, for lists that are written out and templates to fill in. */
export const catalogues = (): Setting['catalogues'] => current().catalogues;

/** A keyed hash: tells whether two texts are equal and nothing else. */
export const keyed: Keyed = (text) =>
  createHmac('sha256', current().key).update(text).digest('base64url').slice(0, 16);

/** A workbook that waits is unreadable in the database and its copies: it may hold what is kept sealed elsewhere. */
export const sealFile = (id: string, bytes: Buffer): Buffer => sealBytes(current().fileKey, bytes, id);
export const openFile = (id: string, sealed: Uint8Array): Buffer => openBytes(current().fileKey, sealed, id);

export interface Wanted {
  file: Uint8Array;
  fileName: string;
  kind: Kind | null;
  mappings: TableMapping[];
}

const read = inOwnProcess<Job, Intake>({
  file: path.join(import.meta.dirname, 'reader.worker.ts'),
  megabytes: 1500,
  slots: 2,
  seats: 4,
  busy: 'exchange.busy',
  tooMuch: 'exchange.too_much',
});

export async function readIntake(db: Db, actor: Actor, wanted: Wanted): Promise<Intake> {
  const { file, fileName } = wanted;
  const told = await tellReader(db, actor, wanted);
  return readOnce({ file, told: { fileName, ...told } }, () => {
    const { catalogues, places } = current();
    return read({ file, fileName, places, options: { ...told, catalogues } });
  });
}

type Told = Omit<IntakeOptions, 'catalogues' | 'places'>;

/** All that a reading hangs on beside the file, the catalogues and the places. */
async function tellReader(db: Db, actor: Actor, { kind, mappings }: Wanted): Promise<Told> {
  const units = await heldUnits(db, actor);
  const own = units.find((unit) => unit.id === actor.unitId);
  return {
    today: today(),
    profile: await profile(db),
    mappings,
    saved: await savedMappings(db),
    knownUnits: units.map((unit) => unit.name),
    defaultUnit: own?.kind === 'cell' || own?.kind === 'base_cell' ? own.name : null,
    ...(kind ? { kind } : {}),
  };
}

async function savedMappings(db: Queryable): Promise<SavedMappings> {
  const rows = await db.selectFrom('column_mapping').selectAll().execute();
  return Object.fromEntries(rows.map((row) => [row.fingerprint, row.mapping]));
}
