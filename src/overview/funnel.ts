// From the first mention to the ceremony: of those introduced in a year, how many came how far by a day. A later milestone
// implies the earlier ones – but a helper may be assigned before the class, so the class is told by its certificate.
export const milestones = ['introduced', 'listed', 'class', 'permitted', 'voted', 'admitted'] as const;
export type Milestone = (typeof milestones)[number];

const stagesOf: Record<Milestone, readonly string[]> = {
  introduced: ['nominated'],
  listed: ['listed', 'helped'],
  class: ['class_certified'],
  permitted: ['permitted', 'papers_ready', 'verifying', 'verified'],
  voted: ['cell_voted', 'base_voted', 'decided'],
  admitted: ['admitted'],
};
/** Stage → the milestone it shows, by number. */
export const milestoneOf: Readonly<Record<string, number>> = Object.fromEntries(
  milestones.flatMap((milestone, at) => stagesOf[milestone].map((stage) => [stage, at])),
);

/** How many cases of one cell and year came as far as `reached` and no further. */
export interface Came {
  unitId: number;
  cohort: string;
  reached: number;
  /** neither admitted nor closed by that day */
  open: boolean;
  count: number;
}

export interface FunnelLine {
  cohort: string;
  reached: number[];
  open: number;
}

/** Oldest year first. */
export function funnelOf(came: readonly Came[]): FunnelLine[] {
  const lines = new Map<string, FunnelLine>();
  for (const { cohort, reached, open, count } of came) {
    const line = lines.get(cohort) ?? { cohort, reached: milestones.map(() => 0), open: 0 };
    lines.set(cohort, line);
    for (let at = 0; at <= reached; at += 1) line.reached[at] = (line.reached[at] ?? 0) + count;
    if (open) line.open += count;
  }
  return [...lines.values()].toSorted((a, b) => (a.cohort < b.cohort ? -1 : 1));
}

/** Several years together. */
export const together = (lines: readonly FunnelLine[]): Omit<FunnelLine, 'cohort'> => ({
  reached: milestones.map((_, at) => lines.reduce((sum, { reached }) => sum + (reached[at] ?? 0), 0)),
  open: lines.reduce((sum, { open }) => sum + open, 0),
});
