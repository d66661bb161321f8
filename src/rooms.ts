// All rooms of the house in one list: their streams, words and routes. Server, CLI and tests compose with it; a room
// that is not named here does not exist.
import path from 'node:path';
import { type Machine, machineRoutes } from './host/backup.api.ts';
import { programRoot } from './host/datafolder.ts';
import { areaRoutes } from './areas/area.api.ts';
import { areaStream } from './areas/area.store.ts';
import { useCellRules } from './areas/least.ts';
import { messages as areaMessages } from './areas/messages.ts';
import { programmeStream } from './areas/programme.store.ts';
import { meetingStream } from './meetings/meeting.store.ts';
import { bulkStream } from './admission/act/bulk.store.ts';
import { followRoll } from './admission/act/follow.store.ts';
import { dossierRoutes } from './admission/act.api.ts';
import { useLaw } from './road/law.ts';
import { dossierSource } from './admission/due.store.ts';
import { messages as admissionMessages } from './admission/messages.ts';
import { batchRoutes } from './exchange/batch/batch.api.ts';
import { batchStream } from './exchange/batch/batch.store.ts';
import { messages as batchMessages } from './exchange/batch/messages.ts';
import { useReader } from './exchange/batch/reading/reader.store.ts';
import { exportRoutes } from './exchange/export.api.ts';
import { messages as fileMessages } from './intake/messages.ts';
import { templateRoutes } from './exchange/template.api.ts';
import { useCitingSources } from './documents/cited.ts';
import { documentRoutes } from './documents/document.api.ts';
import { documentStream } from './documents/document.store.ts';
import { useDocumentFiles } from './documents/file.store.ts';
import { messages as documentMessages } from './documents/messages.ts';
import { classRoutes } from './classes/class.api.ts';
import { classStream } from './classes/class.store.ts';
import { messages as classMessages } from './classes/messages.ts';
import { classWaiting } from './classes/waiting.store.ts';
import { calendarStream } from './lawbook/calendar.store.ts';
import { changed } from './lawbook/change.store.ts';
import { lawInForce, useShipped } from './lawbook/enforce.store.ts';
import { firstRules } from './lawbook/first-rules.store.ts';
import { lawbookRoutes } from './lawbook/lawbook.api.ts';
import { messages as lawbookMessages } from './lawbook/messages.ts';
import { provisionStream } from './lawbook/provision.store.ts';
import { messages as meetingMessages } from './meetings/messages.ts';
import { handoverStream } from './moving/handover.store.ts';
import { messages as movingMessages } from './moving/messages.ts';
import { movingRoutes } from './moving/moving.api.ts';
import { movingWaiting } from './moving/waiting.store.ts';
import { lockAlike } from './members/alike.store.ts';
import { memberSource } from './members/due.store.ts';
import { useFollower } from './members/follow.store.ts';
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
import { sessionRoutes } from './org/session/session.api.ts';
import { useVersion } from './org/session/session.store.ts';
import { setupRoutes } from './org/setup.api.ts';
import { useFirstRules } from './org/setup.store.ts';
import { unitRoutes } from './org/unit.api.ts';
import { cascadeRoutes } from './cascade/cascade.api.ts';
import { planCiting } from './cascade/cited.store.ts';
import { messages as cascadeMessages } from './cascade/messages.ts';
import { planStream } from './cascade/plan.store.ts';
import { measureCiting } from './measures/cited.store.ts';
import { measureRoutes } from './measures/measure.api.ts';
import { measureSource, measureStream } from './measures/measure.store.ts';
import { messages as measureMessages } from './measures/messages.ts';
import { ratingStream } from './measures/rating.store.ts';
import { resultRoutes } from './measures/result.api.ts';
import { urgingRoutes } from './measures/urging.api.ts';
import { ruleStream, urgingStream } from './measures/urging.store.ts';
import { urgingsWaiting } from './measures/waiting.store.ts';
import { besideRoutes } from './plans/beside/beside.api.ts';
import { forgetTargets } from './plans/kept.store.ts';
import { messages as planMessages } from './plans/messages.ts';
import { outlookRoutes } from './plans/outlook/outlook.api.ts';
import { pastTargets } from './plans/outlook/scene.store.ts';
import { targetCiting } from './plans/cited.store.ts';
import { targetRoutes } from './plans/target.api.ts';
import { overviewRoutes } from './overview/overview.api.ts';
import { poolRoutes } from './pool/pool.api.ts';
import { targetStream } from './plans/target.store.ts';
import { useMessages } from './platform/answer.ts';
import { messages as platformMessages } from './platform/http.messages.ts';
import { healthRoutes } from './platform/health.api.ts';
import type { Db } from './platform/db.ts';
import type { Route } from './platform/http.ts';
import { onWritten } from './platform/write/transaction.ts';
import { prefixOf } from './platform/entry.ts';
import { type Stream, useStreams } from './platform/ledger.ts';
import { useMarks } from './platform/sealed/marks.ts';
import { useVault } from './platform/vault.ts';
import { calendarMessages } from './calendar/messages.ts';
import { readCaseFiles, readFormFiles, readRegulationFiles } from './rules/files.store.ts';
import type { Regulations } from './rules/content.ts';
import { useOwnWork, useRegulations } from './worklist/in-force.ts';
import { messages as worklistMessages } from './worklist/messages.ts';
import { routineStream } from './worklist/routine.store.ts';
import { settlementStream } from './worklist/settlement.store.ts';
import { useCaseSources } from './worklist/source.ts';
import { useWaiting } from './worklist/waiting.ts';
import { roundCiting } from './reports/cited.store.ts';
import { difficultyRoutes } from './difficulties/difficulty.api.ts';
import { difficultiesWaiting, difficultyStream } from './difficulties/difficulty.store.ts';
import { messages as difficultyMessages } from './difficulties/messages.ts';
import { formRoutes } from './forms/form.api.ts';
import { formStream, useForms } from './forms/forms.store.ts';
import { messages as formMessages } from './forms/messages.ts';
import { messages as reportMessages } from './reports/messages.ts';
import { paperRoutes } from './reports/paper.api.ts';
import { reportRoutes } from './reports/report.api.ts';
import { reportStream } from './reports/report.store.ts';
import { readReported } from './reports/reported.store.ts';
import { roundRoutes } from './reports/round/round.api.ts';
import { reportSource, roundStream } from './reports/round/round.store.ts';
import { scheduleRoutes } from './reports/schedule/schedule.api.ts';
import { scheduleStream } from './reports/schedule/schedule.store.ts';
import { withReports } from './reports/unit-stream.store.ts';
import { messages as reminderMessages } from './reminders/messages.ts';
import { reminderRoutes } from './reminders/reminder.api.ts';
import { reminderStream } from './reminders/reminder.store.ts';
import { fosteringWaiting } from './fostering/waiting.store.ts';
import { fosteringRoutes } from './fostering/fostering.api.ts';
import { fosteredDossierStream } from './fostering/fostering.store.ts';
import { messages as fosteringMessages } from './fostering/messages.ts';
import { messages as sourcingMessages } from './sourcing/messages.ts';
import { reviewStream } from './sourcing/review.store.ts';
import { sourcingRoutes } from './sourcing/sourcing.api.ts';
import { surveyStream } from './sourcing/survey.store.ts';
import { taskStream } from './sourcing/task.store.ts';
import { nominationsWaiting } from './sourcing/waiting.store.ts';
import { messages as verificationMessages } from './verification/messages.ts';
import { usePlaces } from './verification/places.store.ts';
import { kinStream, requestStream } from './verification/request.store.ts';
import { askedWaiting } from './verification/waiting.store.ts';
import { verificationRoutes } from './verification/verification.api.ts';
import { forgetTrees } from './org/tree.store.ts';
import { figureRoutes } from './statistics/figure.api.ts';
import { forgetFigures } from './statistics/kept.store.ts';
import { followColumns } from './statistics/catalogue/held/columns.store.ts';
import { reportedRoutes } from './statistics/reported.api.ts';
import { useReported } from './statistics/reported.ts';
import { useLabels } from './statistics/catalogue/labels.ts';
import { messages as statisticsMessages } from './statistics/catalogue/messages.ts';
import { statisticsRoutes } from './statistics/catalogue/statistics.api.ts';
import { forecastWritten, usePastTargets } from './forecast/model.store.ts';
import { unitSource } from './worklist/unit-due.store.ts';
import { unitStreamWithLines } from './worklist/unit-stream.store.ts';
import { worklistRoutes } from './worklist/worklist.api.ts';

export interface Composed {
  routes: Route[];
  findActor: typeof findActor;
}

/** The order is the order in which `rebuild` makes current rows again: what others refer to comes first. */
export const streams: Stream[] = [
  // A unit's lines leave out what its routines and settlements cover.
  routineStream,
  settlementStream,
  withReports(unitStreamWithLines),
  personStream,
  officeStream,
  accountStream,
  meetingStream,
  fosteredDossierStream,
  bulkStream,
  requestStream,
  kinStream,
  handoverStream,
  classStream,
  documentStream,
  areaStream,
  programmeStream,
  targetStream,
  planStream,
  measureStream,
  urgingStream,
  ruleStream,
  ratingStream,
  formStream,
  reportStream,
  roundStream,
  scheduleStream,
  difficultyStream,
  batchStream,
  provisionStream,
  calendarStream,
  reminderStream,
  surveyStream,
  reviewStream,
  taskStream,
];

export const roomMessages = [
  platformMessages,
  orgMessages,
  memberMessages,
  meetingMessages,
  admissionMessages,
  verificationMessages,
  movingMessages,
  fileMessages,
  batchMessages,
  worklistMessages,
  lawbookMessages,
  calendarMessages,
  reminderMessages,
  sourcingMessages,
  fosteringMessages,
  classMessages,
  planMessages,
  measureMessages,
  cascadeMessages,
  documentMessages,
  areaMessages,
  statisticsMessages,
  reportMessages,
  formMessages,
  difficultyMessages,
];

/** Somebody who holds an office without being on the roll enters the book of persons. */
const enterHolder: HolderRecorder = async (tx, by, { clientId, personId, fullName, unitId }) => {
  const about = { clientId, personId, unitId, happenedOn: null };
  const data = { provinceId: by.provinceId, as: 'outside' as const, fields: ['fullName' as const] };
  await lockAlike(tx, { name: fullName });
  await recordPersons(tx, by, {
    values: [{ personId, fields: [{ field: 'fullName', value: fullName }], entry: clientId }],
    entries: [registeredEntry(about, data)],
  });
};

/** Every room that asks the regulations, whenever others come into force. */
export function applyRegulations(regulations: Regulations): void {
  useOrganisation(regulations.organisation);
  useLaw(regulations);
  useRegulations(regulations);
  useLabels(regulations);
  useCellRules(regulations);
}

export interface Composing {
  masterKey: Buffer;
  program: string;
  machine?: Machine;
  /** whether this installation sends e-mail */
  mail?: boolean;
  /** the shipped rules as a test would have them */
  files?: Record<string, string>;
}

/**
 * Puts regulations, streams, words and the vault into force for this process, and lists its routes. What the ledger
 * lays over the regulations follows with `beginWithLaw`, when the database is there.
 */
export function composeRooms(options: Composing): Composed {
  const files = options.files ?? readRegulationFiles(path.join(programRoot, 'regulations'));
  const cases = () => readCaseFiles(path.join(programRoot, 'regulations'));
  const keptIn = options.files ? undefined : path.join(programRoot, '.runtime');
  useShipped({ files, keptIn, cases, program: options.program, apply: applyRegulations });
  onWritten(written);
  useStreams(streams);
  useMessages(roomMessages);
  useVault(options.masterKey, fieldClass);
  useHolderRecorder(enterHolder);
  useFollower(followRoll);
  useFirstRules(firstRules);
  useCitingSources([targetCiting, planCiting, ...measureCiting, roundCiting]);
  useDocumentFiles(options.masterKey);
  useMarks(options.masterKey);
  usePastTargets(pastTargets);
  useWaiting([
    nominationsWaiting,
    askedWaiting,
    ...fosteringWaiting,
    classWaiting,
    ...movingWaiting,
    ...urgingsWaiting,
    difficultiesWaiting,
  ]);
  useCaseSources([dossierSource, memberSource, unitSource, measureSource, reportSource]);
  useForms(readFormFiles(path.join(programRoot, 'regulations')));
  useOwnWork({
    measure: measureMessages['measure.line'],
    report_submit: reportMessages['report.submit'],
    report_schedule: reportMessages['report.ask_next'],
  });
  useReader({ regulations: lawInForce().regulations, files, masterKey: options.masterKey });
  usePlaces(files);
  useReported(readReported);
  useVersion(options.program);
  return { routes: routesOf(options), findActor };
}

const routesOf = ({ program, mail, machine }: Composing): Route[] => [
  ...healthRoutes(program),
  ...sessionRoutes,
  ...setupRoutes,
  ...accountRoutes,
  ...unitRoutes,
  ...officeRoutes,
  ...memberRoutes,
  ...dossierRoutes,
  ...movingRoutes,
  ...verificationRoutes,
  ...figureRoutes,
  ...statisticsRoutes,
  ...besideRoutes,
  ...outlookRoutes,
  ...targetRoutes,
  ...cascadeRoutes,
  ...formRoutes,
  ...reportRoutes,
  ...roundRoutes,
  ...scheduleRoutes,
  ...paperRoutes,
  ...difficultyRoutes,
  ...reportedRoutes,
  ...measureRoutes,
  ...urgingRoutes,
  ...resultRoutes,
  ...sourcingRoutes,
  ...fosteringRoutes,
  ...classRoutes,
  ...documentRoutes,
  ...areaRoutes,
  ...poolRoutes,
  ...overviewRoutes,
  ...batchRoutes,
  ...exportRoutes,
  ...templateRoutes,
  ...worklistRoutes,
  ...lawbookRoutes,
  ...reminderRoutes(mail ?? false),
  ...(machine ? machineRoutes(machine) : []),
];

/** What is held by the process follows what is written. */
function written(db: Db, streams: ReadonlySet<string>): void {
  const prefixes = new Set([...streams].map(prefixOf));
  if (prefixes.has('unit') || prefixes.has('batch')) forgetTrees(db);
  forgetFigures(db, prefixes);
  followColumns(db, streams);
  forgetTargets(db, prefixes);
  forecastWritten(db, prefixes);
  if (prefixes.has('unit') && lawInForce().overlays.provisions.length > 0) void changed(db).catch(unsaid);
}

/** The next write, or the next start, reads the law again. */
const unsaid = (cause: unknown): void =>
  console.error(JSON.stringify({ time: Date.now(), what: 'regulations', outcome: String(cause) }));
