// All rooms of the house in one list: their streams, words and routes. Server, CLI and tests compose with it; a room
// that is not named here does not exist.
import path from 'node:path';
import { type Machine, machineRoutes } from './host/backup.api.ts';
import { programRoot } from './host/datafolder.ts';
import { meetingStream } from './meetings/meeting.store.ts';
import { dossierRoutes } from './admission/act.api.ts';
import { useLaw } from './admission/law.ts';
import { dossierStream } from './admission/dossier.store.ts';
import { messages as admissionMessages } from './admission/messages.ts';
import { batchRoutes } from './exchange/batch/batch.api.ts';
import { batchStream } from './exchange/batch/batch.store.ts';
import { messages as batchMessages } from './exchange/batch/messages.ts';
import { useReader } from './exchange/batch/reader.store.ts';
import { exportRoutes } from './exchange/export.api.ts';
import { messages as fileMessages } from './intake/messages.ts';
import { templateRoutes } from './exchange/template.api.ts';
import { messages as meetingMessages } from './meetings/messages.ts';
import { messages as memberMessages } from './members/messages.ts';
import { memberRoutes } from './members/person.api.ts';
import { fieldClass, registeredEntry } from './members/person.ts';
import { recordPersons } from './members/person.store.ts';
import { personStream } from './members/stream.store.ts';
import { accountRoutes } from './org/account.api.ts';
import { accountStream } from './org/account.store.ts';
import { findActor } from './org/actor.store.ts';
import { messages as orgMessages } from './org/messages.ts';
import { officeRoutes } from './org/office.api.ts';
import { officeStream } from './org/office.store.ts';
import { type HolderRecorder, useHolderRecorder } from './org/office-write.store.ts';
import { useOrganisation } from './org/organisation.ts';
import { sessionRoutes } from './org/session.api.ts';
import { useVersion } from './org/session.store.ts';
import { setupRoutes } from './org/setup.api.ts';
import { unitRoutes } from './org/unit.api.ts';
import { unitStream } from './org/unit.store.ts';
import { targetRoutes } from './plans/target.api.ts';
import { targetStream } from './plans/target.store.ts';
import { useMessages } from './platform/answer.ts';
import { messages as platformMessages } from './platform/http.messages.ts';
import { healthRoutes } from './platform/health.api.ts';
import type { Route } from './platform/http.ts';
import { type Stream, useStreams } from './platform/ledger.ts';
import { useVault } from './platform/vault.ts';
import { readRegulationFiles } from './rules/files.store.ts';
import { load, type Regulations } from './rules/load.ts';
import { regulationRoutes } from './rules/regulations.api.ts';

export interface Composed {
  routes: Route[];
  findActor: typeof findActor;
  regulations: Regulations;
}

/** The order is the order in which `rebuild` makes current rows again: what others refer to comes first. */
export const streams: Stream[] = [
  unitStream,
  personStream,
  officeStream,
  accountStream,
  meetingStream,
  dossierStream,
  targetStream,
  batchStream,
];

export const roomMessages = [
  platformMessages,
  orgMessages,
  memberMessages,
  meetingMessages,
  admissionMessages,
  fileMessages,
  batchMessages,
];

/** Somebody who holds an office without being on the roll enters the book of persons. */
const enterHolder: HolderRecorder = async (tx, by, { clientId, personId, fullName, unitId }) => {
  const about = { clientId, personId, unitId, happenedOn: null };
  const data = { provinceId: by.provinceId, as: 'outside' as const, fields: ['fullName' as const] };
  await recordPersons(tx, by, {
    values: [{ personId, fields: [{ field: 'fullName', value: fullName }], entry: clientId }],
    entries: [registeredEntry(about, data)],
  });
};

/** Puts regulations, streams, words and the vault into force for this process, and lists its routes. */
export function composeRooms(options: { masterKey: Buffer; program: string; machine?: Machine }): Composed {
  const files = readRegulationFiles(path.join(programRoot, 'regulations'));
  const regulations = load(files);
  useOrganisation(regulations.organisation);
  useStreams(streams);
  useMessages(roomMessages);
  useVault(options.masterKey, fieldClass);
  useHolderRecorder(enterHolder);
  useLaw(regulations);
  useReader({ regulations, files, masterKey: options.masterKey });
  useVersion(options.program);
  const routes = [
    ...healthRoutes(options.program),
    ...sessionRoutes,
    ...setupRoutes,
    ...accountRoutes,
    ...unitRoutes,
    ...officeRoutes,
    ...memberRoutes,
    ...dossierRoutes,
    ...targetRoutes,
    ...batchRoutes,
    ...exportRoutes,
    ...templateRoutes,
    ...regulationRoutes(withoutPlaces(files)),
    ...(options.machine ? machineRoutes(options.machine) : []),
  ];
  return { routes, findActor, regulations };
}

/** The lists of places serve the importer only, and are long. */
const withoutPlaces = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('places/')));
