// Which of the numbers that are not told follow from those that are: the sums are equations, solved as far as they go.
import type { Count, Sum } from './sums.ts';

interface Equation {
  factors: Map<Count, number>;
  /** the sum of factor × number */
  is: number;
}

/** With the number that follows for each. */
export function determined(sums: readonly Sum[], isTold: (count: Count) => boolean): Map<Count, number> {
  const solved = new Map<Count, Equation>();
  for (const sum of sums) {
    const equation = equationOf(sum, isTold);
    for (const [unknown, factor] of equation.factors) {
      const known = solved.get(unknown);
      if (known) add(equation, known, -factor);
    }
    const [first] = equation.factors;
    if (!first) continue;
    const [lead, factor] = first;
    for (const [unknown, other] of equation.factors) equation.factors.set(unknown, other / factor);
    equation.is /= factor;
    for (const other of solved.values()) add(other, equation, -(other.factors.get(lead) ?? 0));
    solved.set(lead, equation);
  }
  return new Map(
    [...solved].flatMap(([lead, { factors, is }]) => (factors.size === 1 ? [[lead, is] as const] : [])),
  );
}

function equationOf({ parts, whole }: Sum, isTold: (count: Count) => boolean): Equation {
  const equation: Equation = { factors: new Map(), is: 0 };
  const put = (count: Count, factor: number): void => {
    if (isTold(count)) equation.is -= factor * (count.value ?? 0);
    else equation.factors.set(count, (equation.factors.get(count) ?? 0) + factor);
  };
  for (const part of parts) put(part, 1);
  if (whole) put(whole, -1);
  // Known from elsewhere: all of it.
  else equation.is += parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return equation;
}

function add(to: Equation, what: Equation, times: number): void {
  if (times === 0) return;
  to.is += times * what.is;
  for (const [unknown, factor] of what.factors) {
    const sum = (to.factors.get(unknown) ?? 0) + times * factor;
    if (Math.abs(sum) < 1e-9) to.factors.delete(unknown);
    else to.factors.set(unknown, sum);
  }
}
