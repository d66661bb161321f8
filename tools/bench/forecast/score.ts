// How good told probabilities were: Brier score, calibration by tenths, how often the interval held what came.
export interface Told {
  /** of the unit it was told for: errors of one unit belong together */
  unitId: number;
  chance: number;
  came: boolean;
}

export const brier = (told: readonly Told[]): number =>
  mean(told.map(({ chance, came }) => (chance - Number(came)) ** 2));

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Tenth {
  from: number;
  count: number;
  told: number;
  came: number;
}

export function tenthsOf(told: readonly Told[]): Tenth[] {
  return Array.from({ length: 10 }, (_, at) => {
    const own = told.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === at);
    return {
      from: at / 10,
      count: own.length,
      told: mean(own.map(({ chance }) => chance)),
      came: mean(own.map(({ came }) => Number(came))),
    };
  });
}

/** Expected calibration error: how far told and come lie apart, tenth by tenth. */
export const calibrationError = (told: readonly Told[]): number =>
  tenthsOf(told).reduce(
    (sum, { count, told: said, came }) => sum + (count > 0 ? count * Math.abs(said - came) : 0),
    0,
  ) / Math.max(1, told.length);

/** Mean difference of squared errors with its standard error, units drawn as wholes. */
export function advantage(model: readonly Told[], other: readonly Told[]): { by: number; error: number } {
  const byUnit = new Map<number, number>();
  for (const [at, one] of model.entries()) {
    const against = other[at] as Told;
    const gain = (against.chance - Number(against.came)) ** 2 - (one.chance - Number(one.came)) ** 2;
    byUnit.set(one.unitId, (byUnit.get(one.unitId) ?? 0) + gain);
  }
  const by = [...byUnit.values()].reduce((sum, gain) => sum + gain, 0) / Math.max(1, model.length);
  const per = model.length / Math.max(1, byUnit.size);
  const spread = mean([...byUnit.values()].map((gain) => (gain - by * per) ** 2));
  return { by, error: Math.sqrt(spread / Math.max(1, byUnit.size - 1)) / per };
}
