// Names where there is little room: the words that all of them begin with are spared – “Chi bộ …”.
export function withoutCommon(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(' '));
  const first = words[0] ?? [];
  let same = 0;
  while (words.length > 1 && words.every((one) => one.length > same + 1 && one[same] === first[same]))
    same += 1;
  return words.map((one) => one.slice(same).join(' '));
}
