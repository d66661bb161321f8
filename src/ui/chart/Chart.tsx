// A picture of numbers: drawn when the library is there, told in one sentence to those who hear it, and with the same
// numbers as a table one press away; where it may be taken away, as a file for paper. Follows theme, letter size and paper;
// stands still where motion is not wanted.
import { UnstyledButton } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../i18n.tsx';
import css from './Chart.module.css';
import { type Figures, FigureTable } from './FigureTable.tsx';
import { dressed, type Look, type Sketch } from './look.ts';
import { messages } from './messages.ts';
import { framed, keepFile, onPaper, paperWidth } from './take.ts';
import { useDrawing } from './drawing.ts';

export interface ChartFile {
  /** what stands under the picture: day, source, mark of generated data */
  note: string;
  /** where something is spared in what is taken away; else the picture itself, and what it says */
  sketch?: Sketch;
  told?: string;
}

interface ChartProps {
  name: string;
  /** What the picture says, in one sentence; stands under it for everybody. */
  told: string;
  sketch: Sketch;
  figures: Figures;
  /** In letters; 15 without a word. Where words need more room in large letters or a narrow place, by these. */
  height?: number | ((look: Look) => number);
  /** The picture may be taken away. */
  file?: ChartFile;
  /** An area was pressed; the table holds the same way as links. */
  pick?: (id: string) => void;
}

export function Chart({ name, told, sketch, figures, height = 15, file, pick }: ChartProps) {
  const t = useWords(messages);
  const id = useId();
  const [open, setOpen] = useState(false);
  const { place, look, failed } = useDrawing(sketch, pick);
  const shown = open || failed;
  const take = () =>
    takeAway({
      name,
      told: file?.told ?? told,
      height,
      sketch: file?.sketch ?? sketch,
      note: file?.note ?? '',
    });
  return (
    <figure className={css.figure}>
      {!failed && (
        <div
          ref={place}
          className={css.place}
          data-pick={pick ? true : undefined}
          style={{ height: `${heightIn(height, look)}rem` }}
          role="img"
          aria-label={t('chart.name', { name, told })}
        />
      )}
      <figcaption className={css.told}>
        <span>{failed ? t('chart.not_drawn') : told}</span>
        {!failed && (
          <span className={`${css.keys} no-print`}>
            <TableKey name={name} id={id} open={open} press={() => setOpen(!open)} />
            {file && <TakeKey name={name} press={() => void take()} />}
          </span>
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

type Height = NonNullable<ChartProps['height']>;
const heightIn = (height: Height, look: Look): number => (typeof height === 'number' ? height : height(look));

interface KeyProps {
  name: string;
  press: () => void;
}

function TableKey({ name, id, open, press }: KeyProps & { id: string; open: boolean }) {
  const t = useWords(messages);
  const word = t(open ? 'chart.table_close' : 'chart.table');
  return (
    <UnstyledButton
      className={css.open}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      aria-label={`${word}: ${name}`}
      onClick={press}
    >
      <IconTable size={16} aria-hidden />
      {word}
    </UnstyledButton>
  );
}

function TakeKey({ name, press }: KeyProps) {
  const t = useWords(messages);
  return (
    <UnstyledButton className={css.open} aria-label={`${t('chart.take')}: ${name}`} onClick={press}>
      <IconDownload size={16} aria-hidden />
      {t('chart.take')}
    </UnstyledButton>
  );
}

interface Taken {
  name: string;
  told: string;
  note: string;
  sketch: Sketch;
  height: Height;
}

/** Letters of paper, whatever the reader has set. */
const paper: Look = { letter: 13, width: paperWidth, height: 0, narrow: false, still: true };

async function takeAway({ name, told, note, sketch, height }: Taken): Promise<void> {
  const { drawn } = await import('./engine.ts');
  const points = heightIn(height, paper) * 16;
  const look = { ...paper, height: points };
  const svg = drawn(dressed(sketch(look), look), paperWidth, points);
  keepFile(name, framed(onPaper(svg), { name, told, note }, points));
}
