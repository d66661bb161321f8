// Short hand for declaring a column. Class 2 (name, days of the road, …) unless said otherwise.
import type { Column, ParseKind } from '../kinds.ts';

type More<P extends ParseKind> = Partial<Omit<Column<P>, 'parse' | 'label' | 'synonyms'>>;

/** `names` is 'Vietnamese label|English label'; synonyms are folded headings with '|' between them. */
export function column<P extends ParseKind>(
  parse: P,
  names: string,
  synonyms = '',
  more: More<P> = {},
): Column<P> {
  const [vi = '', en = ''] = names.split('|');
  return { parse, label: { vi, en }, synonyms, class: 2, example: '', ...more };
}
