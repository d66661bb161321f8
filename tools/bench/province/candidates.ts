// 3,600 people on the road, copied from those of the training ward with other days, cells and names: every stage, limits that
// run, limits that are over.
import type { PlannedDossier, PlannedPerson } from '../../../src/exchange/batch/plan.ts';
import { knownActs, latestDay } from '../../../src/exchange/batch/road.ts';
import type { AnyValues, KindValues } from '../../../src/intake/kinds.ts';
import { stageOf } from '../../../src/intake/stage.ts';
import { addDays, addMonths, type Day } from '../../../src/platform/day.ts';
import { newId } from '../../../src/platform/ids.ts';
import { daysOf } from '../../training-ward/candidates.ts';
import type { Chance } from '../../training-ward/random.ts';
import { specs, type Spec } from '../../training-ward/specs.ts';
import { drawingOf, type Drawing, type Peopling, personOf } from './people.ts';
import type { PlannedCell } from './tree.ts';

export const candidateCount = 3600;
const open = specs.filter(({ closed }) => !closed);

export interface Candidate {
  cell: PlannedCell;
  person: PlannedPerson & { dossier: PlannedDossier };
}

export function planCandidates(cells: readonly PlannedCell[], { today, seed }: Peopling): Candidate[] {
  const drawing = drawingOf(seed, 'candidates');
  return Array.from({ length: candidateCount }, (_, n) => {
    const spec = open[n % open.length] as Spec;
    // A step that shares no divisor with the number of cells: spread over all communes.
    const cell = cells[(n * 1039) % cells.length] as PlannedCell;
    return { cell, person: candidate(spec, cell, today, drawing) };
  });
}

function candidate(spec: Spec, cell: PlannedCell, today: Day, drawing: Drawing): Candidate['person'] {
  const { chance } = drawing;
  const days = daysOf({ ...spec, ago: spec.ago + chance.int(0, 40) }, today);
  const bornOn = addDays(
    addMonths(String(days['nominatedOn']), -Math.round(spec.age * 12)),
    -chance.int(3, 200),
  );
  const person = personOf(cell, drawing, bornOn);
  const row = rowOf(spec, days, chance);
  return { ...person, takeOver: probationOf(row), dossier: dossierOf(row), acts: [] };
}

type Row = KindValues['candidates'];

/** What a list of candidates would say of the person. */
function rowOf(spec: Spec, days: Record<string, Day>, chance: Chance): Row {
  const base = chance.int(9, 24);
  const yes = spec.short ? Math.ceil((base * 2) / 3) - 1 : base;
  const held = { have: true, on: null };
  const papers = {
    application: held,
    historyPaper: held,
    introduction: held,
    unionResolution: held,
    opinions: held,
  };
  const voted = (name: string, count: number, carried: number) =>
    days[`${name}On`] ? { [`${name}Yes`]: carried, [`${name}Base`]: count } : {};
  return {
    ...days,
    source: 'DVTN',
    nominatedBy: spec.by,
    ...(spec.untold ? {} : { toldOn: days['nominatedOn'] }),
    ...(days['certificateOn'] ? { certificateNumber: `${chance.int(10, 180)}/GCN` } : {}),
    ...(days['permittedOn'] && !spec.papersMissing ? papers : {}),
    ...(days['verificationSentOn'] ? { verificationPlaces: chance.int(1, 3) } : {}),
    ...voted('cellVote', base, yes),
    ...voted('baseVote', 15, 14),
    ...voted('recognitionCellVote', base, base),
    ...voted('recognitionBaseVote', 15, 15),
    ...(days['decisionOn'] ? { decisionNumber: `${chance.int(20, 480)}-QĐ/ĐU` } : {}),
  } as Row;
}

function dossierOf(row: Row): PlannedDossier {
  const acts = knownActs(row, { helper: null, toldBy: null }).map((act) =>
    // A letter that has arrived: the limit for the answer runs.
    act.step === 'verify_send' && act.on
      ? { ...act, inputs: { ...act.inputs, place: 'Đảng ủy nơi thẩm tra', receivedOn: addDays(act.on, 3) } }
      : act,
  );
  return {
    id: newId(),
    sheet: '',
    line: 0,
    corrects: null,
    stage: stageOf(row as AnyValues),
    stageOn: latestDay(acts),
    acts,
    helper: null,
    toldBy: null,
    proposer: null,
    centre: null,
  };
}

function probationOf(row: Row): PlannedPerson['takeOver'] {
  if (!row.admittedOn) return null;
  return {
    kind: 'probationary',
    admittedOn: row.admittedOn,
    decidedOn: row.decisionOn ?? null,
    officialOn: null,
    since: null,
    exempt: false,
    vouchedBy: { officeId: null, paper: null },
  };
}
