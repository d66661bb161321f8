// Mixtures of two colours. Most browsers reckon them; for Chrome and Edge before 111, and for paper, we do.

const mixed = /color-mix\(in srgb, (#[0-9a-f]{3,6}) (\d+)%, (#[0-9a-f]{3,6})\)/gi;
const named = /var\((--[\w-]+)\)/g;

/** 'var(--n-ink)' → its value, and mixtures of such → one colour. */
export const reckoned = (text: string, valueOf: (name: string) => string): string =>
  text
    .replaceAll(named, (_, name: string) => valueOf(name) || '#000')
    .replaceAll(mixed, (_, one: string, percent: string, other: string) => mix(one, other, Number(percent)));

const parts = (colour: string): number[] => {
  const six = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16));
};

function mix(one: string, other: string, percent: number): string {
  const [a, b] = [parts(one), parts(other)];
  const at = (place: number) => ((a[place] ?? 0) * percent + (b[place] ?? 0) * (100 - percent)) / 100;
  return `#${[0, 1, 2].map((place) => Math.round(at(place)).toString(16).padStart(2, '0')).join('')}`;
}

/** So many per cent of one colour in another, both by name. Follows the theme where the browser mixes. */
export function mixture(one: string, percent: number, other: string): string {
  const text = `color-mix(in srgb, ${one} ${percent}%, ${other})`;
  if (typeof CSS === 'undefined' || CSS.supports('color', 'color-mix(in srgb, red 50%, blue)')) return text;
  const style = getComputedStyle(document.documentElement);
  return reckoned(text, (name) => style.getPropertyValue(name).trim());
}
