// A picture of numbers: drawn when the library is there, told in one sentence to those who hear it, and with the same
// numbers as a table one press away. Follows theme, letter size and paper; stands still where motion is not wanted.
import { UnstyledButton } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n.tsx';
import css from './Chart.module.css';
import type { Drawing } from './engine.ts';
import { dressed, type Look, type Sketch } from './look.ts';
import { messages } from './messages.ts';
import { type Figures, FigureTable } from './FigureTable.tsx';

interface ChartProps {
  name: string;
  /** What the picture says, in one sentence; stands under it for everybody. */
  told: string;
  sketch: Sketch;
  figures: Figures;
  /** In letters; 15 without a word. */
  height?: number;
}

export function Chart({ name, told, sketch, figures, height = 15 }: ChartProps) {
  const t = useWords(messages);
  const id = useId();
  const [open, setOpen] = useState(false);
  const { place, failed } = useDrawing(sketch);
  const shown = open || failed;
  return (
    <figure className={css.figure}>
      {!failed && (
        <div
          ref={place}
          className={css.place}
          style={{ height: `${height}rem` }}
          role="img"
          aria-label={t('chart.name', { name, told })}
        />
      )}
      <figcaption className={css.told}>
        <span>{failed ? t('chart.not_drawn') : told}</span>
        {!failed && (
          <UnstyledButton
            className={`${css.open} no-print`}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <IconTable size={16} aria-hidden />
            {t(open ? 'chart.table_close' : 'chart.table')}
          </UnstyledButton>
        )}
      </figcaption>
      {shown && (
        <div id={id}>
          <FigureTable name={name} figures={figures} />
        </div>
      )}
    </figure>
  );
}

/** Asks for the library once the chart stands on the page, and draws anew only when what it shows has changed. */
function useDrawing(sketch: Sketch) {
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
  const last = useRef({ drawing, content: '' });
  useEffect(() => {
    if (!drawing || (last.current.drawing === drawing && last.current.content === content)) return;
    last.current = { drawing, content };
    drawing.show(option);
  }, [drawing, content, option]);
  return { place, failed };
}

const lettersForAll = 34;
const rootLetter = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Letters as large as the reader has set them, measured again when the place changes. */
function useLook(place: React.RefObject<HTMLDivElement | null>): Look {
  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  const [size, setSize] = useState({ letter: 14, narrow: false });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const letter = Math.round(rootLetter() * 0.875);
      const narrow = element.clientWidth < lettersForAll * letter;
      setSize((before) =>
        before.letter === letter && before.narrow === narrow ? before : { letter, narrow },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return useMemo(() => ({ ...size, still }), [size, still]);
}
