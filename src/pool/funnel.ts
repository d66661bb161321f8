// From the first mention to an official member: of those nominated in a year, how many came how far – by year and by who
// introduced them. A later milestone implies the earlier ones: a case taken over in mid-road has passed them, too.
export const milestones = [
  'nominated',
  'listed',
  'class_certified',
  'helped',
  'permitted',
  'verified',
  'cell_voted',
  'decided',
  'admitted',
  'recognised',
] as const;
export type Milestone = (typeof milestones)[number];

/** How many cases with this year and introducer came as far as `reached` and no further. */
export interface Came {
  cohort: string;
  body: string | null;
  reached: number;
  open: boolean;
  count: number;
}

export interface FunnelLine {
  key: string | null;
  /** at each milestone: how many came at least so far */
  reached: number[];
  /** still on the way before the admission */
  open: number;
}

const lineFor = (key: string | null, came: readonly Came[]): FunnelLine => ({
  key,
  reached: milestones.map((_, index) => total(came.filter(({ reached }) => reached >= index))),
  open: total(came.filter((one) => one.open && one.reached < milestones.indexOf('admitted'))),
});

const total = (came: readonly Came[]): number => came.reduce((sum, { count }) => sum + count, 0);

/** Newest year first. */
export const byCohort = (came: readonly Came[]): FunnelLine[] =>
  [...new Set(came.map(({ cohort }) => cohort))]
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map((cohort) =>
      lineFor(
        cohort,
        came.filter((one) => one.cohort === cohort),
      ),
    );

/** Who introduced most first. */
export const byBody = (came: readonly Came[]): FunnelLine[] =>
  [...new Set(came.map(({ body }) => body))]
    .map((body) =>
      lineFor(
        body,
        came.filter((one) => one.body === body),
      ),
    )
    .toSorted((a, b) => (b.reached[0] ?? 0) - (a.reached[0] ?? 0));
