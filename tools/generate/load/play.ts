// The same set played as its offices would have lived it: day by day, act by act, through the functions behind the pages, with the
// clock pinned to each day. Slow, and therefore the measure of loading: both must end with the same rows.
import { recordMeeting } from '../../../src/meetings/meeting.store.ts';
import { recordAppointment, recordOfficeEnd } from '../../../src/org/office-write.store.ts';
import { actEntry } from '../../../src/org/unit-acts.ts';
import { recordUnit, recordUnitAct } from '../../../src/org/unit-write.store.ts';
import { pinToday } from '../../../src/platform/clock.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Db } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { append } from '../../../src/platform/ledger.ts';
import { transact } from '../../../src/platform/write/transaction.ts';
import { law } from '../../../src/road/law.ts';
import { recordSurvey } from '../../../src/sourcing/survey.store.ts';
import { surveyBody } from '../../../src/sourcing/view.ts';
import type { Line, UnitLine } from '../line.ts';
import { pathsIn, placeOnDay, type Tree, treeOf } from './around.ts';
import { Classes } from './classes.ts';
import { type Ground, officeOf, peopleOf } from './commune.ts';
import type { Deed, Person } from './deeds.ts';
import { entryIdOf, type Names, unitIdOf } from './ids.ts';
import { type SetSource, startSet } from './load.ts';
import { targetEntries, toldEntries } from './plans.ts';
import { take } from './play-deeds.ts';
import { routineEntries } from './routines.ts';
import { actorOf, type Played, ranks, real, type Stage, type Turn, type Work } from './stage.ts';
import { ofKind, storiesOf } from './story.ts';
import { draftOf, unitActOf } from './units.ts';

export async function playSet(db: Db, source: SetSource): Promise<Played> {
  const { by, names, top } = await startSet(db, source);
  const stage: Stage = { db, by, source, names, ids: new Map(), top, letters: new Map() };
  const units = unitTurns(stage);
  await run(units.filter(({ on }) => on <= source.begins));
  // Units of later days get their numbers when they come; what is said of people is made ready then.
  const later = units.filter(({ on }) => on > source.begins);
  const numbers = fakeNumbers(source, names);
  const lines: Line[] = [];
  for await (const part of source.portions()) lines.push(...part);
  const turns = [...later, ...lineTurns(stage, lines, numbers)];
  await run(turns.filter(({ on }) => on <= source.today));
  pinToday(source.today);
  return stage;
}

/** Numbers that stand for units until they are known: those of the lines, negative. */
function fakeNumbers(source: SetSource, names: Names): Names {
  return { set: names.set, units: new Map(source.units.map(({ id }) => [id, -id])) };
}

/** The tree of all time in those numbers: which steps somebody takes does not depend on who writes them down. */
function treeIn(source: SetSource, numbers: Names): Tree {
  const founded = source.units.map((line): NewEntry => {
    const {
      key: _,
      parent,
      clientId,
      happenedOn,
      ...data
    } = draftOf(line, numbers, source.begins, allOf(numbers));
    const parentId = parent && 'id' in parent ? parent.id : null;
    const kind = data.decision ? 'unit.founded' : 'unit.taken_over';
    return {
      clientId,
      stream: '',
      kind,
      happenedOn,
      unitId: -line.id,
      data: { ...data, parentId, provinceId: '' },
    };
  });
  const acts = source.acts.map((line, nth) =>
    actEntry({ id: unitIdOf(numbers, line.unitId), provinceId: '' }, unitActOf(line, nth, numbers)),
  );
  return treeOf([...founded, ...acts]);
}
const allOf = ({ units }: Names): ReadonlySet<number> => new Set(units.keys());

async function run(turns: readonly Turn[]): Promise<void> {
  for (const { on, work } of turns.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.rank - b.rank,
  )) {
    pinToday(on);
    await work();
  }
}

// ---- units

function unitTurns(stage: Stage): Turn[] {
  const { source, db, names } = stage;
  const found = source.units
    .filter(({ parentId }) => parentId !== null)
    .map((line, nth): Turn => {
      const on = line.foundedOn > source.begins ? line.foundedOn : source.begins;
      return { on, rank: ranks.unit + nth / 1e6, work: () => foundUnit(stage, line) };
    });
  const acts = source.acts.map((line, nth): Turn => {
    const rank = (line.act === 'end' ? ranks.unitEnd : ranks.move) + nth / 1e6;
    const work = () =>
      recordUnitAct(
        db,
        actorOf(stage, 'superior_board'),
        unitIdOf(names, line.unitId),
        unitActOf(line, nth, names),
      );
    return { on: line.on, rank, work };
  });
  return [...found, ...acts];
}

async function foundUnit(stage: Stage, line: UnitLine): Promise<void> {
  const { source, db, names } = stage;
  const draft = draftOf(line, names, source.begins, new Set(names.units.keys()));
  const parentId = unitIdOf(names, line.parentId ?? 0);
  const { clientId, name, type, code, placeCode, foundedOn, decision } = draft;
  const happenedOn = draft.happenedOn ?? source.begins;
  const input = {
    clientId,
    happenedOn,
    decision,
    parentId,
    kind: line.kind,
    type,
    name,
    code,
    placeCode,
    foundedOn,
  };
  names.units.set(line.id, await recordUnit(db, actorOf(stage, 'superior_board'), input));
}

// ---- people, cases and what is told of units

function lineTurns(stage: Stage, lines: readonly Line[], numbers: Names): Turn[] {
  const people = peopleOf(storiesOf(lines), groundOf(stage, lines, numbers));
  const deeds = people.flatMap(({ person }) => person.deeds.map((deed): [Person, Deed] => [person, deed]));
  const sorted = deeds.map(
    ([person, deed], nth): Turn => ({
      on: deed.on,
      rank: ranks.deed + nth / 1e7,
      work: () => take(stage, person, deed),
    }),
  );
  return [...sorted, ...toldTurns(stage, lines), ...meetingTurns(stage, lines), ...surveyTurns(stage, lines)];
}

function groundOf({ source }: Stage, lines: readonly Line[], numbers: Names): Ground {
  const tree = treeIn(source, numbers);
  const classes = new Classes(numbers, source.today);
  for (const line of ofKind(lines, 'class')) classes.see(line);
  const unitNames = new Map(source.units.map(({ id, name }) => [id, name]));
  return {
    names: numbers,
    frame: { law: law(), profile: 'C', today: source.today },
    provinceId: source.province,
    officeId: null,
    tree,
    pathsOf: pathsIn(tree),
    placeOn: (unit, on) => placeOnDay(tree, unitIdOf(numbers, unit), on),
    classes,
    unitName: (id) => unitNames.get(id) ?? '',
    top: 0,
  };
}

const other = (on: Day, work: Work, rank = ranks.other): Turn => ({ on, rank, work });

function toldTurns({ db, by, names, source }: Stage, lines: readonly Line[]): Turn[] {
  const top = source.units.find(({ parentId }) => parentId === null)?.id ?? 0;
  const write = (made: () => NewEntry[]) => () => transact(db, (tx) => append(tx, by, made()));
  return [
    ...ofKind(lines, 'target').map((line) =>
      other(
        line.on,
        write(() => targetEntries(line, top, names)),
      ),
    ),
    ...[...Map.groupBy(ofKind(lines, 'told'), ({ asOf }) => asOf)].map(([on, told]) =>
      other(
        on,
        write(() => toldEntries(told, names)),
      ),
    ),
    other(
      source.today,
      write(() => routineEntries(ofKind(lines, 'meeting'), names, source.today)),
    ),
  ];
}

const meetingTurns = (stage: Stage, lines: readonly Line[]): Turn[] => [
  ...ofKind(lines, 'meeting').map((line) => other(line.on, () => holdMeeting(stage, line), ranks.meeting)),
  ...ofKind(lines, 'office').flatMap((line) => officeTurns(stage, line)),
];

const surveyTurns = (stage: Stage, lines: readonly Line[]): Turn[] =>
  ofKind(lines, 'survey').map(({ unitId, year, on, people, groups }) => {
    const clientId = entryIdOf(stage.names, `survey/${unitId}/${year}`);
    const body = () =>
      surveyBody.parse({
        clientId,
        unitId: unitIdOf(stage.names, unitId),
        year,
        happenedOn: on,
        people,
        groups,
      });
    return other(on, () => recordSurvey(stage.db, actorOf(stage, 'cell_secretary'), body()));
  });

function holdMeeting({ db, by, names }: Stage, line: Extract<Line, { line: 'meeting' }>): Promise<string> {
  const { unitId, body, on, expected: base, present } = line;
  const ballot = { base, present, excluded: {} };
  const clientId = entryIdOf(names, `meeting/${line.id}`);
  const act = {
    clientId,
    meetingId: null,
    unitId: unitIdOf(names, unitId),
    body,
    heldOn: on,
    number: null,
    ballot,
  };
  return transact(db, (tx) => recordMeeting(tx, by, act));
}

function officeTurns(stage: Stage, line: Extract<Line, { line: 'office' }>): Turn[] {
  const admin = () => actorOf(stage, 'administrator');
  let id = 0;
  const appoint = async () => {
    id = await recordAppointment(stage.db, admin(), real(stage, officeOf(line, stage.names)));
  };
  const { toOn } = line;
  const end = () =>
    recordOfficeEnd(stage.db, admin(), id, {
      clientId: entryIdOf(stage.names, `office-end/${line.id}/${line.fromOn}`),
      toOn: toOn ?? '',
      decision: null,
    });
  const begun = { on: line.fromOn, rank: ranks.office, work: appoint };
  return toOn ? [begun, { on: toOn, rank: ranks.officeEnd, work: end }] : [begun];
}
