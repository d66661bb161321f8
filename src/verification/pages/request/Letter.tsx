// The A4 letter: number, both names of the place, whom it asks about, the limit and the short code – with room for the
// answer of the place. In profile B the names are written by hand into the empty lines.
import { formatDay } from '../../../platform/day.ts';
import { say } from '../../../platform/messages.ts';
import { To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PrintSheet } from '../../../ui/print/PrintSheet.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { LetterView } from '../../view.ts';
import { paper, words } from '../words.ts';
import css from './letter.module.css';

export function Letter({ id }: { id: string }) {
  const t = useWords(words);
  const query = useRead<LetterView>(`/verifications/${id}/letter`);
  return (
    <>
      <p className={`${css.back} no-print`}>
        <To href={`/verifications/${id}`}>{t('one.back')}</To>
      </p>
      <Loaded of={query} rows={14} page>
        {(letter) => <Sheet letter={letter} />}
      </Loaded>
    </>
  );
}

const fill = (text: string, params: Record<string, string | number>): string =>
  say({ vi: text, en: text }, params);

function Sheet({ letter }: { letter: LetterView }) {
  const { purpose, way, superior, committee, number } = letter;
  const police = purpose === 'police';
  return (
    <PrintSheet
      left={[superior, committee].filter((line) => line !== null).map((line) => line.toLocaleUpperCase('vi'))}
      right={[paper.party]}
      place={letter.seat}
      on={letter.on}
      {...(number ? { number } : {})}
      title={way === 'member' ? paper.introduction : paper.title}
      subtitle={police ? paper.subtitlePolice : paper.subtitle}
      signatures={[
        { title: [...(police ? paper.replierPolice : paper.replier)] },
        { title: [...paper.signer] },
      ]}
      watermark={letter.watermark?.vi ?? null}
    >
      <p className={css.to}>{fill(police ? paper.to : paper.toCommittee, { place: letter.place })}</p>
      <p>{askOf(letter)}</p>
      <Candidate letter={letter} />
      <People letter={letter} />
      <Limit letter={letter} />
      {letter.officer && <p>{fill(paper.officer, { name: letter.officer })}</p>}
      <p className={css.code}>
        <strong>{fill(paper.code, { code: letter.code })}</strong> {paper.codeNote}
      </p>
      <p>{paper.thanks}</p>
      <h2 className={css.reply}>{paper.reply}</h2>
      <div className={css.blank} aria-hidden>
        {Array.from({ length: 5 }, (_, line) => (
          <div key={line} />
        ))}
      </div>
      <p className={css.receiver}>{paper.receiver}</p>
    </PrintSheet>
  );
}

function askOf({ purpose, way, committee, cell, persons: count }: LetterView): string {
  if (purpose === 'police') return fill(paper.askPolice, { committee, count });
  return way === 'member' ? fill(paper.askMember, { count }) : fill(paper.ask, { committee, cell, count });
}

/** A limit whose source nobody has read is asked for, not laid down. */
function Limit({ letter }: { letter: LetterView }) {
  const { limit } = letter;
  const read = letter.law.filter(({ confidence }) => confidence !== '?');
  if (limit === null) return null;
  return (
    <>
      <p>{fill(read.length > 0 ? paper.limit : paper.limitAsked, { limit })}</p>
      {read.length > 0 && <p>{fill(paper.law, { law: lawOf(read) })}</p>}
    </>
  );
}

/** Each document once, with its clauses. */
const lawOf = (law: LetterView['law']): string =>
  [...new Set(law.map(({ document }) => document))]
    .map((document) => {
      const clauses = law.filter((one) => one.document === document).map(({ clause }) => clause);
      return [document, ...new Set(clauses)].join(', ');
    })
    .join('; ');

function Candidate({ letter: { person } }: { letter: LetterView }) {
  return (
    <table className={css.table}>
      <tbody>
        <tr>
          <th scope="row">{paper.person}</th>
          <td>{person.fullName}</td>
        </tr>
        <tr>
          <th scope="row">{paper.born}</th>
          <td>{formatDay(person.bornOn) || '……/……/…………'}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Names as they were sent, or empty lines for a pen. */
function People({ letter: { people, persons } }: { letter: LetterView }) {
  const lines = people ?? Array.from({ length: persons }, () => null);
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{paper.no}</th>
          <th scope="col">{paper.name}</th>
          <th scope="col">{paper.relation}</th>
          <th scope="col">{paper.bornShort}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${index}${line?.fullName ?? ''}`} className={line ? undefined : css.pen}>
            <td>{index + 1}</td>
            <td>{line?.fullName}</td>
            <td>{line && words[`relation.${line.relation}`].vi}</td>
            <td>{line && formatDay(line.bornOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
