// What would become of each person before anything is written: who can be recorded, and why somebody cannot.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { OutcomeLine } from '../../view.ts';
import { isFine } from './fine.ts';
import css from '../fostering.module.css';
import { words } from '../words.ts';

export function ManyLook({ lines, of }: { lines: readonly OutcomeLine[]; of?: (step: string) => string }) {
  const t = useWords(words);
  const tell = useTell();
  const fine = lines.filter(isFine);
  const left = lines.filter((line) => !isFine(line));
  const nameOf = ({ name, step }: OutcomeLine) => (of ? `${name} – ${of(step)}` : name);
  return (
    <div className={css.stack}>
      {fine.length > 0 && (
        <Notice tone="done" title={t('many.fine', { count: fine.length })}>
          <ul className={css.lines}>
            {fine.map((line) => (
              <li key={line.id}>{nameOf(line)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice tone="act" title={t('many.left', { count: left.length })} alert>
          {t('many.left_text')}
          <ul className={css.lines}>
            {left.map((line) => (
              <li key={line.id}>
                <strong>{nameOf(line)}</strong>: {line.why && tell(line.why)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
