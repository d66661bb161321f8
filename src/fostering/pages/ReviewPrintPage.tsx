// The resolution of a review on A4, for the book of the cell.
import { formatDay, formatDayLong } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import { hrefOf, To, useAddress, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { useRead } from '../../ui/query.tsx';
import type { ReviewSheet } from '../view.ts';
import css from './fostering.module.css';
import { words } from './words.ts';

export function ReviewPrintPage() {
  const t = useWords(words);
  const unit = useUnit();
  const { words: address } = useAddress();
  const params = { unit, number: address.number ?? '', on: address.day ?? '' };
  const query = useRead<ReviewSheet>('/fostering/reviews/sheet', { params });
  return (
    <>
      <p className="no-print">
        <To href={hrefOf('/fostering/review', { unit })}>{t('review.title')}</To>
      </p>
      <Loaded of={query} rows={14} page>
        {(data) => <Paper sheet={data} />}
      </Loaded>
    </>
  );
}

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (message: Message, params: Record<string, string> = {}) =>
  message.vi.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
const upper = (text: string) => text.toLocaleUpperCase('vi');

function Paper({ sheet }: { sheet: ReviewSheet }) {
  const { unit, superior, place, number, on, watermark } = sheet;
  return (
    <PrintSheet
      left={[superior, unit].filter((line) => line !== null).map(upper)}
      right={[vi(words['sheet.party'])]}
      {...(place ? { place } : {})}
      on={on}
      number={number}
      title={vi(words['sheet.title'])}
      subtitle={vi(words['sheet.subtitle'])}
      signatures={[{ title: vi(words['sheet.secretary']), note: vi(words['sheet.sign']) }]}
      watermark={watermark && watermark.vi}
    >
      <div className={css.paper}>
        <p>{vi(words['sheet.opening'], { day: formatDayLong(on) })}</p>
        <People title={vi(words['sheet.added'])} people={sheet.added} />
        <People title={vi(words['sheet.removed'])} people={sheet.removed} reasons />
        <People title={vi(words['sheet.kept'])} people={sheet.kept} />
      </div>
    </PrintSheet>
  );
}

interface PeopleProps {
  title: string;
  people: ReviewSheet['added'];
  reasons?: boolean;
}

function People({ title, people, reasons = false }: PeopleProps) {
  return (
    <section>
      <h2>{title}</h2>
      {people.length === 0 ? (
        <p>{vi(words['sheet.nobody'])}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{vi(words['sheet.number'])}</th>
              <th scope="col">{vi(words['sheet.name'])}</th>
              <th scope="col">{vi(words['sheet.born'])}</th>
              {reasons && <th scope="col">{vi(words['sheet.reason'])}</th>}
            </tr>
          </thead>
          <tbody>
            {people.map((person, index) => (
              <tr key={`${person.name} ${person.bornOn ?? ''}`}>
                <td>{index + 1}</td>
                <td>{person.name}</td>
                <td>{person.bornOn ? formatDay(person.bornOn) : ''}</td>
                {reasons && <td>{person.reason}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
