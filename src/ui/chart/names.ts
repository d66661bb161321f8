// Names where there is little room: the words that all of them begin with are spared – “Chi bộ …” –, and lines break
// between words.
import { type Look, textWidth } from './look.ts';

export function withoutCommon(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(' '));
  const first = words[0] ?? [];
  let same = 0;
  while (words.length > 1 && words.every((one) => one.length > same + 1 && one[same] === first[same]))
    same += 1;
  return words.map((one) => one.slice(same).join(' '));
}

/** About how much of the line words take: their letters are narrower than figures. */
export const wordsWidth = (words: string, { letter }: Pick<Look, 'letter'>): number =>
  Math.ceil(words.length * letter * 0.56);

/** Lines of whole words, each within `room` as far as its first word is. */
export function linesOf(name: string, room: number, look: Pick<Look, 'letter'>): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, look) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** At most so many lines; what is left out shows as “…” after the last whole word. */
export function inLines(name: string, most: number, room: number, look: Pick<Look, 'letter'>): string {
  const lines = linesOf(name, room, look);
  const kept = lines.slice(0, most);
  return lines.length > most ? `${kept.join('\n')} …` : kept.join('\n');
}
