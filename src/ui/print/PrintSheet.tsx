// One A4 sheet as an office signs it: issuing body and state heading left and right, number, place and day, title,
// text, blanks for signatures, and a watermark on generated data. On screen it is shown as paper.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { say } from '../../platform/messages.ts';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './PrintSheet.module.css';

export interface Signature {
  /** Who signs: 'T/M CHI BỘ', 'BÍ THƯ'. One line each. */
  title: string | string[];
  note?: string;
  name?: string;
}
interface PrintSheetProps {
  /** Lines of the issuing body; the last one is the body itself. */
  left: string[];
  /** The heading on the right. */
  right: string[];
  place?: string;
  /** The day written on the sheet; left out, blanks are printed for a pen. */
  on?: string | null;
  number?: string;
  title: string;
  subtitle?: string;
  signatures?: Signature[];
  watermark?: string | null;
  /** Beside the button, instead of “A4 sheet”. */
  note?: string;
  children: ReactNode;
}

export function PrintSheet(props: PrintSheetProps) {
  const {
    left,
    right,
    place,
    on,
    number,
    title,
    subtitle,
    signatures = [],
    watermark,
    note,
    children,
  } = props;
  const t = useWords(messages);
  return (
    <div className={css.desk}>
      <div className={`${css.bar} no-print`}>
        <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t('ui.print')}
        </Button>
        <span>{note ?? t('ui.print_note')}</span>
      </div>
      <article className={css.sheet} lang="vi">
        {watermark && (
          <div className={css.watermark} aria-hidden="true">
            {watermark}
          </div>
        )}
        <header className={css.head}>
          <div>
            <Lines lines={left} className={css.body} />
            <p>*</p>
            {number && <p>{say(messages['ui.number'], { number })}</p>}
          </div>
          <div>
            <Lines lines={right} className={css.heading} />
            {place && <p className={css.dated}>{datedAt(place, on)}</p>}
          </div>
        </header>
        {watermark && <p className={css.marked}>{watermark}</p>}
        <h1 className={css.title}>{title}</h1>
        {subtitle && <p className={css.subtitle}>{subtitle}</p>}
        <div className={css.text}>{children}</div>
        {signatures.length > 0 && <Signatures signatures={signatures} />}
      </article>
    </div>
  );
}

/** 'Kinh Bắc, ngày 27 tháng 4 năm 2018'; without a day, dots for the pen. */
export function datedAt(place: string, on?: string | null): string {
  const [year, month, day] = on?.split('-') ?? [];
  const blank = '……';
  // Official style: days below ten and the months 1 and 2 carry a zero, so that nothing can be added in front.
  const monthWritten = month && Number(month) > 2 ? String(Number(month)) : month;
  return say(messages['ui.dated'], {
    place,
    day: day ?? blank,
    month: monthWritten ?? blank,
    year: year ?? blank,
  });
}

function Lines({ lines, className }: { lines: string[]; className: string | undefined }) {
  return lines.map((line, index) => (
    <p key={line} className={index === lines.length - 1 ? className : undefined}>
      {line}
    </p>
  ));
}

function Signatures({ signatures }: { signatures: Signature[] }) {
  return (
    <div className={css.signatures}>
      {signatures.map(({ title, note, name }) => (
        <div key={String(title)} className={css.signature}>
          {[title].flat().map((line) => (
            <p key={line} className={css.signer}>
              {line}
            </p>
          ))}
          <p className={css.note}>{note ?? say(messages['ui.sign_here'])}</p>
          <p className={css.name}>{name}</p>
        </div>
      ))}
    </div>
  );
}
