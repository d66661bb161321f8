// Bodies that a list of candidates names in its own words: “Đoàn phường Kinh Bắc” is the Youth Union of the tree.
import { fold } from '../../platform/text.ts';
import type { UnitRef } from './plan.ts';
import type { UnitBook } from './units.ts';

/** Kind of proposer in the procedures → how such a body is written. The first that fits wins. */
const bodies: [kind: string, pattern: RegExp][] = [
  ['trade_union', /cong doan/],
  ['women_union', /phu nu/],
  ['farmers_union', /nong dan/],
  ['veterans', /cuu chien binh|ccb/],
  ['front', /mat tran|mttq/],
  ['youth_union', /\bdoan\b|tncs/],
  ['member', /chi bo|dang vien|chi uy/],
];

const bodyOf = (text: string) => bodies.find(([, pattern]) => pattern.test(fold(text)));

/** Kind of proposer that the words speak of; null when they name none that is known. */
export const proposerKind = (text: string | undefined): string | null =>
  text ? (bodyOf(text)?.[0] ?? null) : null;

/** The one mass organisation of the tree that the words can mean. */
export function proposerUnit(text: string | undefined, units: UnitBook): UnitRef | null {
  const kind = proposerKind(text);
  if (!kind) return null;
  const fitting = units.ofKind('mass_organisation').filter(({ name }) => bodyOf(name)?.[0] === kind);
  return fitting.length === 1 ? (fitting[0]?.ref ?? null) : null;
}

/** The one political centre of the tree, when the words name one. */
export function centreUnit(text: string | undefined, units: UnitBook): UnitRef | null {
  const centres = units.ofKind('political_centre');
  const named = text !== undefined && /trung tam|ttct/.test(fold(text));
  return named && centres.length === 1 ? (centres[0]?.ref ?? null) : null;
}
