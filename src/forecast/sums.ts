// Sums over rows of numbers.
export function sumOf(list: Float64Array, weights?: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < list.length; index += 1) sum += list[index]! * (weights?.[index] ?? 1);
  return sum;
}
