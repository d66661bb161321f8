// Where a number opens: the address of the list of its own records.

/** Words that are not given, or empty, are left out. */
export function hrefOf(path: string, words: Record<string, string | undefined>): string {
  const given = Object.entries(words).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** `opens` of a row of statistics → the page of its records. */
export const recordsHref = (figure: string, opens: Record<string, string> | null, count: number) =>
  opens === null || count === 0 ? null : hrefOf(`/statistics/${figure}/records`, opens);
