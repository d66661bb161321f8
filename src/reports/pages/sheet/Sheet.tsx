// The report as it will stand on paper, with numbers that open: head, tables, words, signature. It prints as it is seen.
import { formatDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { aboutOf, capitals, datedOf, numberOf, party } from '../../../press/sheet.ts';
import type { Body, NowView, WordsPart } from '../../view.ts';
import { words } from '../draft/words.ts';
import css from './sheet.module.css';
import { SheetTable } from './SheetTable.tsx';

export interface Signed {
  number: string | null;
  on: string | null;
  capacity: string;
  title: string;
  name: string | null;
}
interface SheetProps {
  body: Body;
  signed: Signed;
  /** DỰ THẢO, DỮ LIỆU MÔ PHỎNG */
  mark: string | null;
  /** what is being written, by section; else the words of the report itself */
  typed?: Record<string, string>;
  /** cells that differ by now */
  now?: NowView['cells'];
}

/** More columns than this lie across. */
const upright = 5;

export function Sheet({ body, signed, mark, typed, now = [] }: SheetProps) {
  const t = useWords(words);
  const wide = body.parts.some((part) => part.kind === 'table' && part.columns.length > upright);
  return (
    <section className={css.desk} aria-label={t('sheet.name')}>
      <style>{`@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: 16mm 14mm; }`}</style>
      <article className={css.sheet} data-wide={wide || undefined} lang="vi">
        <Head body={body} signed={signed} mark={mark} />
        {body.parts.map((part) =>
          part.kind === 'table' ? (
            <SheetTable key={part.id} table={part} now={now} />
          ) : (
            <Words key={part.id} part={part} text={typed?.[part.id] ?? part.text} />
          ),
        )}
        <Foot body={body} signed={signed} />
      </article>
    </section>
  );
}

function Head({ body, signed, mark }: Pick<SheetProps, 'body' | 'signed' | 'mark'>) {
  const t = useWords(words);
  const number = numberOf(signed);
  const dated = datedOf(null, signed.on);
  return (
    <>
      <header className={css.head}>
        <div>
          {body.superior && <p>{capitals(body.superior)}</p>}
          <p>
            <strong>{capitals(body.unit.name)}</strong>
          </p>
          <p>*</p>
          {number && <p>{number}</p>}
        </div>
        <div>
          <p>
            <strong className={css.party}>{party}</strong>
          </p>
          {dated && <p className={css.dated}>{dated}</p>}
        </div>
      </header>
      {mark && <p className={css.mark}>{mark}</p>}
      <h2 className={css.title}>{t('sheet.title')}</h2>
      <p className={css.subtitle}>{aboutOf(body.form.title.vi)}</p>
      <p className={css.subtitle}>{body.periodLabel.vi}</p>
    </>
  );
}

function Words({ part, text }: { part: WordsPart; text: string }) {
  const t = useWords(words);
  const paragraphs = text.split('\n').filter((one) => one.trim() !== '');
  return (
    <section>
      <h3>{part.title.vi}</h3>
      {paragraphs.length === 0 && <p className={css.empty}>{t('sheet.empty')}</p>}
      {paragraphs.map((one, at) => (
        <p key={`${at} ${one.slice(0, 20)}`} className={css.paragraph}>
          {one}
        </p>
      ))}
    </section>
  );
}

function Foot({ body, signed: { capacity, title, name } }: Pick<SheetProps, 'body' | 'signed'>) {
  const t = useWords(words);
  return (
    <footer>
      <div className={css.signature}>
        {capacity && <p>{capitals(capacity)}</p>}
        {title && <p>{capitals(title)}</p>}
        <p className={css.name}>{name}</p>
      </div>
      <p className={css.small}>{t('sheet.closed', { day: formatDay(body.closesOn) })}</p>
    </footer>
  );
}
