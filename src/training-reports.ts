// Records what the training ward reports, as its offices would: rounds of the ward and the province, reports of the cells
// each on its day, difficulties on their way up – and the places and programmes of the ward – through the rooms' functions.
import { attempt } from '../tools/training-ward/attempt.ts';
import { sql } from 'kysely';
import { listVillage, markUnit, tellMeets, viewArea } from './areas/area.store.ts';
import { beginProgramme, tellParts } from './areas/programme.store.ts';
import { raiseDifficulty, stepDifficulty } from './difficulties/write.store.ts';
import { difficultyBody } from './difficulties/view.ts';
import { actInput } from './members/input.ts';
import { recordAct } from './members/record.store.ts';
import { onDay, today } from './platform/clock.ts';
import type { Day } from './platform/day.ts';
import type { Db } from './platform/db.ts';
import type { Actor } from './platform/http.ts';
import { newId } from './platform/ids.ts';
import { askRounds } from './reports/round/round-write.store.ts';
import { countSubmission, returnReport, submitCounted } from './reports/submit.store.ts';
import { roundBody, submitBody } from './reports/view.ts';
import type { PlanCell } from '../tools/training-ward/season-plans.ts';
import {
  asks,
  blocks,
  cellCapacity,
  difficulties,
  form,
  halfDays,
  leaving,
  markedCell,
  partsOf,
  programmesOf,
  quarterDays,
  returnReason,
  type RoundDays,
  wardPaper,
  wordsOfCell,
  wordsOfWard,
} from '../tools/training-ward/season-reports.ts';

interface Given {
  db: Db;
  officer: Actor;
  actors: (kind: string) => Promise<Actor[]>;
}
interface Cell extends PlanCell {
  name: string;
  /** official members */
  official: number;
}
interface Reporting extends Given {
  ward: number;
  cells: Cell[];
  secretaries: Actor[];
  leader: Actor | undefined;
  superior: Actor | undefined;
}

export async function recordReports(given: Given): Promise<void> {
  const reporting = await beginReporting(given);
  await recordPlaces(reporting);
  await recordProgrammes(reporting);
  await recordQuarter(reporting);
  await recordHalf(reporting);
  await recordDifficulties(reporting);
  await recordLeaving(reporting);
}

async function beginReporting(given: Given): Promise<Reporting> {
  const { rows: cells } = await sql<Cell>`
    select unit.id, unit.name, unit.type, count(person.id)::int as members,
           (count(person.id) filter (where person.status = 'official'))::int as official
    from unit left join person on person.unit_id = unit.id and person.status in ('official', 'probationary')
    where unit.kind = 'cell' and not unit.external and unit.ended_on is null
    group by unit.id order by unit.id`.execute(given.db);
  const [, leader] = await given.actors('committee_leader');
  const [superior] = await given.actors('superior_board');
  const secretaries = await given.actors('cell_secretary');
  return { ...given, ward: given.officer.unitId ?? 0, cells, secretaries, leader, superior };
}

// ---- places and programmes

async function recordPlaces(reporting: Reporting): Promise<void> {
  const { db, officer, cells } = reporting;
  await recordBlocks(reporting);
  const { name, mark, on } = markedCell;
  const unitId = cells.find((cell) => cell.name === name)?.id ?? 0;
  const about = { clientId: newId(), unitId, version: 0, documentId: null };
  await attempt(() => markUnit(db, officer, { ...about, mark, on }));
}

async function recordBlocks({ db, officer, ward, cells }: Reporting): Promise<void> {
  const named = (name: string | null) => cells.find((cell) => cell.name === name);
  const around = (name: string) =>
    blocks.reduce((sum, { cell, members }) => sum + (cell === name ? (members ?? 0) : 0), 0);
  const { version } = await viewArea(db, officer, { unitId: ward });
  let said = version;
  const asked = () => ({ clientId: newId(), unitId: ward, version: said });
  for (const { name, from } of blocks)
    await attempt(async () => {
      await listVillage(db, officer, { ...asked(), villageId: null, name, kind: 'khu_pho', on: from });
      said += 1;
    });
  const { villages } = await viewArea(db, officer, { unitId: ward });
  for (const { name, from, cell, members } of blocks) {
    const villageId = villages.find((one) => one.name === name)?.id ?? '';
    const meeting = named(cell);
    const fullMembers = members ?? (meeting ? meeting.official - around(meeting.name) : null);
    const told = { villageId, cellId: meeting?.id ?? null, fullMembers, on: from };
    await attempt(async () => {
      await tellMeets(db, officer, { ...asked(), ...told });
      said += 1;
    });
  }
}

async function recordProgrammes({ db, officer, ward, cells }: Reporting): Promise<void> {
  for (const { parts, ...programme } of programmesOf(cells, today())) {
    const about = { clientId: newId(), unitId: ward, documentId: null };
    await attempt(async () => {
      const { id } = await beginProgramme(db, officer, { ...about, ...programme });
      let version = 1;
      for (const { units, ...told } of parts) {
        await tellParts(db, officer, { id, clientId: newId(), version, unitIds: units, ...told });
        version += units.length;
      }
    });
  }
}

// ---- reports

interface Asking {
  by: Actor | undefined;
  to: number[];
  days: RoundDays;
  dueOn: Day;
  words: string;
}

async function ask(db: Db, { by, to, days, dueOn, words }: Asking): Promise<string | null> {
  const { period, closesOn, asked } = days;
  if (!by?.unitId) return null;
  const body = { clientId: newId(), unitId: by.unitId, forms: [form], period, closesOn, dueOn, to, words };
  const sent = await attempt(() => onDay(asked, () => askRounds(db, by, roundBody.parse(body))));
  return sent?.ids[0] ?? null;
}

interface Sending {
  by: Actor | undefined;
  signer: Actor | undefined;
  on: Day;
  words: { section: string; text: string }[];
  paper: { number?: string; capacity: string };
}

/** Counted all at once, then signed and sent each on its day; gives the ids of those that could be sent. */
async function send(
  db: Db,
  { period, closesOn }: RoundDays,
  round: string | null,
  sendings: readonly Sending[],
): Promise<(string | null)[]> {
  const askedOf = (by: Actor) => ({ unitId: by.unitId ?? 0, form, period, closesOn });
  const counts = await Promise.all(
    sendings.map(({ by }) => by && attempt(() => countSubmission(db, by, askedOf(by)))),
  );
  const sent: (string | null)[] = [];
  for (const [at, { by, signer, on, words, paper }] of sendings.entries()) {
    const live = counts[at];
    const { number = null, capacity } = paper;
    if (by && live && signer?.officeId) {
      const signatory = { officeId: signer.officeId, capacity };
      const about = { clientId: newId(), ...askedOf(by), round, words, number, signatory, signedOn: on };
      const body = { ...about, print: live.print };
      sent.push(await attempt(() => onDay(on, () => submitCounted(db, by, submitBody.parse(body), live))));
    } else sent.push(null);
  }
  return sent;
}

const secretaryOf = ({ secretaries }: Reporting, cell: PlanCell | undefined) =>
  secretaries.find(({ unitId }) => unitId === cell?.id);

function sendingOf(reporting: Reporting, cell: Cell, on: Day): Sending {
  const by = secretaryOf(reporting, cell);
  const words = wordsOfCell(cell.type, reporting.cells.indexOf(cell));
  return { by, signer: by, on, words, paper: { capacity: cellCapacity } };
}

/** Over: all but one have sent, one late; the ward has reported to the province. */
async function recordQuarter(reporting: Reporting): Promise<void> {
  const { db, officer, superior, leader, ward, cells } = reporting;
  const days = quarterDays(today());
  const { missing, late } = partsOf(cells);
  const to = cells.map(({ id }) => id);
  const fromAbove = { by: superior, to: [ward], days, dueOn: days.wardDueOn, words: asks.fromAbove };
  const above = await ask(db, fromAbove);
  const round = await ask(db, { by: officer, to, days, dueOn: days.dueOn, words: asks.quarter });
  const onOf = (cell: Cell, at: number) =>
    cell.id === late?.id ? days.late : (days.sent[at % days.sent.length] as Day);
  const sendings = cells
    .filter(({ id }) => id !== missing?.id)
    .map((cell, at) => sendingOf(reporting, cell, onOf(cell, at)));
  await send(db, days, round, sendings);
  const own = { by: officer, signer: leader, words: wordsOfWard(), paper: wardPaper, on: days.wardSent };
  await send(db, days, above, [own]);
}

/** Under way: a few have sent, one of them is to complete what it sent. */
async function recordHalf(reporting: Reporting): Promise<void> {
  const { db, officer, superior, ward, cells } = reporting;
  const days = halfDays(today());
  const { halfYear, returned } = partsOf(cells);
  const to = cells.map(({ id }) => id);
  await ask(db, { by: superior, to: [ward], days, dueOn: days.wardDueOn, words: asks.fromAbove });
  const round = await ask(db, { by: officer, to, days, dueOn: days.dueOn, words: asks.half });
  const some = cells.filter(({ id }) => id === returned?.id || halfYear.some((one) => one.id === id));
  const sent = await send(
    db,
    days,
    round,
    some.map((cell, at) => sendingOf(reporting, cell, days.sent[at % days.sent.length] as Day)),
  );
  const report = sent[some.findIndex(({ id }) => id === returned?.id)];
  if (!report) return;
  const back = { clientId: newId(), reason: returnReason };
  await attempt(() => onDay(days.returned, () => returnReport(db, officer, report, back)));
}

// ---- difficulties

type Raised = Pick<(typeof difficulties)[keyof typeof difficulties], 'topic' | 'words'>;

async function raise(
  db: Db,
  by: Actor | undefined,
  { topic, words }: Raised,
  on: Day,
): Promise<string | null> {
  const body = { clientId: newId(), unitId: by?.unitId, topic, words };
  return by ? attempt(() => onDay(on, () => raiseDifficulty(db, by, difficultyBody.parse(body)))) : null;
}

/** One has its answer, one went on to the province, one waits for the ward. */
async function recordDifficulties(reporting: Reporting): Promise<void> {
  const { db, officer, cells } = reporting;
  const { answered, passedUp, corrected } = partsOf(cells);
  const [quarter, half] = [quarterDays(today()), halfDays(today())];
  const step = (id: string, act: 'answer' | 'pass_up', words: string) =>
    stepDifficulty(db, officer, { id, act }, { clientId: newId(), version: 1, words });
  const one = await raise(
    db,
    secretaryOf(reporting, answered),
    difficulties.answered,
    quarter.sent[0] as Day,
  );
  if (one)
    await attempt(() => onDay(quarter.answered, () => step(one, 'answer', difficulties.answered.answer)));
  const two = await raise(db, secretaryOf(reporting, passedUp), difficulties.passedUp, half.asked);
  if (two)
    await attempt(() => onDay(half.returned, () => step(two, 'pass_up', difficulties.passedUp.passing)));
  await raise(db, secretaryOf(reporting, corrected), difficulties.waiting, half.sent[0] as Day);
}

/** After all was sent the ward hears that somebody had left before: the cell's number of then is another now. */
async function recordLeaving({ db, officer, cells }: Reporting): Promise<void> {
  const { corrected } = partsOf(cells);
  const { left } = quarterDays(today());
  const { rows } = await sql<{ id: string }>`
    select person.id from person
    where unit_id = ${corrected?.id ?? 0} and status = 'official' and official_on < ${left}
      and not exists (select from office where office.person_id = person.id)
      and not exists (select from dossier where state ->> 'helperId' = person.id::text)
    order by official_on desc, sort_key, id`.execute(db);
  const decision = { number: '31-GT/ĐU', on: left, by: 'Đảng ủy phường Kinh Bắc' };
  for (const { id } of rows) {
    const act = actInput.parse({ clientId: newId(), ...leaving, happenedOn: left, decision });
    if (await attempt(() => recordAct(db, officer, id, act))) return;
  }
}
