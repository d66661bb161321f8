// Is a place too narrow for a table? Measured on the place itself and in letters, so that large text, a slim panel and
// a phone are treated alike.
import { useLayoutEffect, useRef, useState } from 'react';

const lettersForTable = 36;

/** `letters`: how many a table of many columns needs. */
export function useNarrow<E extends HTMLElement>(letters = lettersForTable) {
  const place = useRef<E>(null);
  const [narrow, setNarrow] = useState(() => matchMedia('(max-width: 47.99em)').matches);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setNarrow(element.clientWidth < letters * letter);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [letters]);
  return { place, narrow };
}
