// A drawing that follows its place: asks for the library once, draws what changed, measures letters and room.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Drawing } from './engine.ts';
import { dressed, type Look, type Sketch } from './look.ts';

/** Asks for the library once the chart stands on the page, and draws anew only when what it shows has changed. */
export function useDrawing(sketch: Sketch, pick?: (id: string) => void) {
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  const look = useLook(place);
  useEffect(() => {
    let gone = false;
    let made: Drawing | null = null;
    import('./engine.ts').then(
      ({ draw }) => {
        if (gone || !place.current) return;
        made = draw(place.current);
        setDrawing(made);
      },
      () => setFailed(!gone),
    );
    return () => {
      gone = true;
      made?.drop();
    };
  }, []);
  const option = useMemo(() => dressed(sketch(look), look), [sketch, look]);
  // A sketch is often made anew with the same content; only another content is drawn.
  const content = JSON.stringify(option);
  const last = useRef({ drawing, content: '', look });
  useEffect(() => {
    const before = last.current;
    last.current = { drawing, content, look };
    if (!drawing || (before.drawing === drawing && before.content === content)) return;
    // Other numbers may be seen to change; in another room the same ones stand at once where they belong.
    const turned = before.drawing === drawing && before.look !== look;
    drawing.show(turned ? { ...option, animation: false } : option);
  }, [drawing, content, option, look]);
  useEffect(() => {
    if (drawing && pick) drawing.picked(pick);
  }, [drawing, pick]);
  return { place, look, failed };
}

const lettersForAll = 34;
const rootLetter = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Letters as large as the reader has set them, measured again when the place changes. */
function useLook(place: React.RefObject<HTMLDivElement | null>): Look {
  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  const [size, setSize] = useState({ letter: 14, width: 960, height: 240, narrow: false });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const letter = Math.round(rootLetter() * 0.875);
      const { clientWidth: width, clientHeight: height } = element;
      const narrow = width < lettersForAll * letter;
      const now = { letter, width, height, narrow };
      setSize((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return useMemo(() => ({ ...size, still }), [size, still]);
}
