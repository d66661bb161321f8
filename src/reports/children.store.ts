// A unit’s own figures beside the sum of what the units directly below have reported for the same form and period; the
// difference is taken apart unit by unit: who has not reported, what was recorded since, what no unit below has.
import { sql } from 'kysely';
import { childrenOf } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Language, Message } from '../platform/messages.ts';
import { readMovement } from '../statistics/catalogue/bridge.store.ts';
import { isParty } from '../statistics/catalogue/place.store.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { Body, Cell } from '../press/body.ts';
import { signed } from './changes.ts';
import { sayNumber } from './grid.ts';
import { again, cellsOf } from './now.store.ts';
import { spanOf } from './period.ts';
import type { ChildrenView } from './view.ts';

interface Child {
  unitId: number;
  unitName: string;
  reportId: string | null;
  submittedOn: string | null;
  closesOn: string | null;
  body: Body | null;
}

/** Units directly below on the closing day, with the newest report of the same form and period that stands. */
async function childrenFor(db: Queryable, body: Body): Promise<Child[]> {
  const tree = await treeOn(db, body.closesOn < today() ? body.closesOn : today());
  const below = childrenOf(tree, body.unit.id).filter(({ kind }) => isParty(kind));
  const { rows } = await sql<Omit<Child, 'unitName'>>`
    select distinct on (report.unit_id) report.unit_id as "unitId", report.id as "reportId",
           report.submitted_on as "submittedOn", report.closes_on as "closesOn", last.body
    from report join report_submission last on last.report_id = report.id and last.number = report.times
    where report.unit_id = any(${below.map(({ id }) => id)}::int[]) and report.form = ${body.form.id}
      and report.period = ${body.period} and report.state = 'submitted'
    order by report.unit_id, report.closes_on = ${body.closesOn} desc, report.closes_on desc`.execute(db);
  const found = new Map(rows.map((row) => [row.unitId, row]));
  const none = { reportId: null, submittedOn: null, closesOn: null, body: null };
  return below.map(({ id, name }) => ({ ...none, ...found.get(id), unitId: id, unitName: name }));
}

const keyOf = ({ section, row, column }: { section: string; row: string; column: string }): string =>
  `${section}/${row}/${column}`;

function reportedBy({ body }: Child): Map<string, number> {
  if (body === null) return new Map();
  return new Map(
    cellsOf(body).flatMap(({ part, row, column, cell }) =>
      cell.value === null ? [] : [[keyOf({ section: part.id, row: row.id, column }), cell.value] as const],
    ),
  );
}

/** `closed`: its own numbers are those of a report that was sent, which may be others by now. */
export async function compareChildren(
  db: Queryable,
  actor: Actor,
  { body, closed }: { body: Body; closed: boolean },
): Promise<ChildrenView> {
  const children = await childrenFor(db, body);
  const reported = new Map(children.map((child) => [child.unitId, reportedBy(child)]));
  const counter = liveCounter(db, actor, body);
  const cells: ChildrenView['cells'] = [];
  for (const { part, row, column, cell } of children.length === 0 ? [] : cellsOf(body)) {
    if (cell.measure !== 'count' || cell.value === null || !cell.opens || row.unitId !== null) continue;
    const live = await counter(cell.opens);
    if (live === null) continue;
    const name = { section: part.id, row: row.id, column };
    const each = children.map(({ unitId, body: sent }) => ({
      unitId,
      // A breakdown names only the values that a unit has: what it does not name it has none of.
      reported: sent === null ? null : (reported.get(unitId)?.get(keyOf(name)) ?? 0),
      now: live.get(unitId) ?? 0,
    }));
    const own = { told: cell.value, now: closed ? await nowOf({ db, actor }, cell) : cell.value };
    cells.push({ ...name, ...told(own, each, children), each });
  }
  return { units: children.map(({ body: _body, ...child }) => child), cells };
}

const nowOf = async (asking: { db: Queryable; actor: Actor }, cell: Cell): Promise<number> =>
  (await again(asking, { cell }))?.cell.value ?? cell.value ?? 0;

type Each = ChildrenView['cells'][number]['each'];
type Told = Pick<ChildrenView['cells'][number], 'own' | 'sum' | 'difference' | 'said' | 'reasons'>;

function told(own: { told: number; now: number }, each: Each, children: readonly Child[]): Told {
  const sum = each.reduce((all, { reported }) => all + (reported ?? 0), 0);
  const names = new Map(children.map(({ unitId, unitName }) => [unitId, unitName]));
  const since = each.flatMap(({ unitId, reported, now }) =>
    reported === null || reported === now ? [] : [sinceOf(unitId, names.get(unitId) ?? '', now - reported)],
  );
  const missing = each.filter(({ reported, now }) => reported === null && now !== 0);
  const absent = missing.reduce((all, { now }) => all + now, 0);
  const rest = own.now - sum - absent - since.reduce((all, { count }) => all + count, 0);
  const later = own.told - own.now;
  const reasons: Told['reasons'] = [
    ...(missing.length > 0 ? [missingOf(missing.length, absent)] : []),
    ...since,
    ...(rest === 0 ? [] : [{ kind: 'rest' as const, unitId: null, label: restLabel, count: rest }]),
    ...(later === 0 ? [] : [{ kind: 'since' as const, unitId: null, label: laterLabel, count: later }]),
  ];
  const difference = own.told - sum;
  return { own: own.told, sum, difference, said: say(difference, reasons), reasons };
}

const restLabel: Message = {
  vi: 'tính trực tiếp ở cấp này (ngoài đơn vị cấp dưới, chuyển nội bộ)',
  en: 'counted at this level (outside the units below, moves between them)',
};
const laterLabel: Message = {
  vi: 'ghi sau khi báo cáo này đã chốt, chưa tính vào đây',
  en: 'recorded after this report was closed, not counted in it',
};
const sinceOf = (unitId: number, name: string, count: number): Told['reasons'][number] => ({
  kind: 'since',
  unitId,
  label: { vi: `ghi sau khi ${name} báo cáo`, en: `recorded after ${name} had reported` },
  count,
});
const missingOf = (units: number, count: number): Told['reasons'][number] => ({
  kind: 'missing',
  unitId: null,
  label: {
    vi: `của ${sayNumber(units)} đơn vị chưa báo cáo`,
    en: `of ${sayNumber(units, 'en')} units that have not reported`,
  },
  count,
});

const equal: Message = {
  vi: 'Khớp với tổng báo cáo của cấp dưới',
  en: 'Equal to the sum of the reports below',
};
const levelled: Message = {
  vi: `${equal.vi}, các chênh lệch bù trừ nhau`,
  en: `${equal.en}, as what differs evens out`,
};

/** A reason that makes no difference is not told. */
function say(difference: number, all: Told['reasons']): Message {
  const reasons = all.filter(({ count }) => signed(count) !== '');
  if (reasons.length === 0 && difference === 0) return equal;
  const inWords = (language: Language): string => {
    const head = difference === 0 ? levelled[language] : signed(difference, language);
    const told = reasons.map(({ count, label }) => `${signed(count, language)} ${label[language]}`);
    return told.length > 0 ? `${head}: ${told.join(', ')}` : head;
  };
  return { vi: inWords('vi'), en: inWords('en') };
}

/** Live counts of the units below, by the address of a cell; null where they cannot be told one by one. */
function liveCounter(db: Queryable, actor: Actor, body: Body) {
  const movement = once(() =>
    readMovement(db, actor, {
      unit: body.unit.id,
      from: spanOf(body.period).from,
      to: body.closesOn < today() ? body.closesOn : today(),
    }),
  );
  return async ({ figure, query }: { figure: string; query: Record<string, string> }) => {
    const { unit, net, own, ...words } = query;
    if (own) return null;
    if (!net) {
      const { rows } = await readTable(db, actor, figure, { ...words, unit: Number(unit), by: 'child' });
      return new Map(
        rows.flatMap(({ unitId, count }) => (unitId === null ? [] : [[unitId, count] as const])),
      );
    }
    if (words.where || words.from !== spanOf(body.period).from) return null;
    const { terms, rows } = await movement();
    const at = terms.findIndex(({ id }) => id === figure);
    return at < 0 ? null : new Map(rows.map((row) => [row.unitId, row.terms[at] ?? 0]));
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
