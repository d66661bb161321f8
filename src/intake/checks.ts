// What the cells of one row say about each other. Impossible is an error (more votes than voters, an answer
// before the question); unusual is a warning, for the paper may be right and the file wrong.
import { addMonths, earliest, latest } from '../platform/day.ts';
import type { AnyValues, Kind } from './kinds.ts';
import type { Severity } from './cells/parse.ts';
import { stageOf, stageRank } from './stage.ts';

export interface RowReport {
  (severity: Severity, code: string, key: string, params?: Record<string, string | number>): void;
}

const day = (values: AnyValues, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Surely before, whatever the missing day or month may be. */
const before = (a: string, b: string): boolean => latest(a) < earliest(b);

type Order = [earlier: string, later: string, severity: 'warning' | 'error'];

const orders: Partial<Record<Kind, Order[]>> = {
  units: [['foundedOn', 'endedOn', 'error']],
  members: [
    ['bornOn', 'admittedOn', 'error'],
    ['admittedOn', 'officialOn', 'error'],
    ['decisionOn', 'admittedOn', 'warning'],
    ['admittedOn', 'cardOn', 'warning'],
  ],
  offices: [['fromOn', 'toOn', 'error']],
  candidates: [
    ['bornOn', 'nominatedOn', 'error'],
    ['nominatedOn', 'listedOn', 'warning'],
    ['certificateOn', 'cellVoteOn', 'warning'],
    ['permittedOn', 'cellVoteOn', 'warning'],
    ['verificationSentOn', 'verificationRepliedOn', 'error'],
    ['verificationRepliedOn', 'cellVoteOn', 'warning'],
    ['cellVoteOn', 'baseVoteOn', 'error'],
    ['baseVoteOn', 'decisionOn', 'error'],
    ['decisionOn', 'admittedOn', 'error'],
    ['admittedOn', 'recognitionCellVoteOn', 'error'],
    ['recognitionCellVoteOn', 'recognitionBaseVoteOn', 'error'],
    ['recognitionBaseVoteOn', 'recognitionDecisionOn', 'error'],
    ['admittedOn', 'officialOn', 'error'],
  ],
};

function checkOrders(kind: Kind, values: AnyValues, report: RowReport): void {
  for (const [first, second, severity] of orders[kind] ?? []) {
    const [a, b] = [day(values, first), day(values, second)];
    if (a && b && before(b, a)) report(severity, 'exchange.order', second, { first, second });
  }
}

const ballots = ['cellVote', 'baseVote', 'recognitionCellVote', 'recognitionBaseVote'];

function checkBallots(values: AnyValues, report: RowReport): void {
  for (const ballot of ballots) {
    const [yes, base] = [values[`${ballot}Yes`], values[`${ballot}Base`]];
    if (typeof yes !== 'number' || typeof base !== 'number') continue;
    if (yes > base) report('error', 'exchange.votes', `${ballot}Yes`, { yes, base });
  }
}

function checkAges(values: AnyValues, report: RowReport): void {
  const [born, admitted, official] = [
    day(values, 'bornOn'),
    day(values, 'admittedOn'),
    day(values, 'officialOn'),
  ];
  if (born && admitted && !before(admitted, born)) {
    if (before(admitted, addMonths(earliest(born), 18 * 12)))
      report('warning', 'exchange.age_young', 'admittedOn');
    if (before(addMonths(latest(born), 61 * 12), admitted))
      report('warning', 'exchange.age_old', 'admittedOn');
  }
  if (admitted && official && !before(official, admitted)) {
    if (before(official, addMonths(earliest(admitted), 12)))
      report('warning', 'exchange.probation_short', 'officialOn');
  }
}

/** The stage a list names may be behind its own dates; the dates win. */
function checkStage(values: AnyValues, report: RowReport): void {
  const written = values['stage'];
  const found = stageOf(values);
  if (typeof written !== 'string' || written === 'closed' || found === 'closed') return;
  if (stageRank(written) < stageRank(found))
    report('warning', 'exchange.stage_behind', 'stage', { stage: found });
}

export function checkRow(kind: Kind, values: AnyValues, report: RowReport): void {
  checkOrders(kind, values, report);
  if (kind === 'members' || kind === 'candidates') checkAges(values, report);
  if (kind !== 'candidates') return;
  checkBallots(values, report);
  checkStage(values, report);
}
