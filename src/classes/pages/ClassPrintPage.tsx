// Paper of a class: the list of trainees to sign, and one certificate a page. Paper is Vietnamese.
import { formatDay } from '../../platform/day.ts';
import type { Params } from '../../platform/messages.ts';
import { say } from '../../platform/messages.ts';
import { To, useAddress, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import type { ClassPrint, PersonRow } from '../view.ts';
import css from './classes.module.css';
import { words } from './words.ts';

const vi = (key: keyof typeof words, params?: Params): string => say(words[key], params, 'vi');
const upper = (text: string): string => text.toLocaleUpperCase('vi');

export function ClassPrintPage() {
  const id = useParam('id');
  const t = useWords(words);
  const { words: address } = useAddress();
  const query = useRead<ClassPrint>(`/classes/${id}/print`);
  return (
    <>
      <nav className={`${css.back} no-print`}>
        <To href={`/classes/${id}`}>{t('print.back')}</To>
      </nav>
      <Loaded of={query} rows={14} page>
        {(data) =>
          address.what === 'certificates' ? <Certificates data={data} /> : <TraineeList data={data} />
        }
      </Loaded>
    </>
  );
}

const headOf = ({ centre, watermark }: ClassPrint) => ({
  left: [centre.superior, centre.name].filter((line) => line !== null).map(upper),
  right: [vi('print.party')],
  place: centre.place,
  watermark: watermark && watermark.vi,
});

function TraineeList({ data }: { data: ClassPrint }) {
  const { class: view, people } = data;
  const enrolled = people.filter(({ state }) => state === 'enrolled');
  const days = vi('print.from_to', { from: formatDay(view.firstOn), to: formatDay(view.lastOn) });
  return (
    <PrintSheet
      {...headOf(data)}
      title={upper(vi('print.list'))}
      subtitle={`${view.label}. ${days}`}
      signatures={[{ title: vi('print.maker') }, { title: vi('print.director') }]}
    >
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{vi('print.order')}</th>
              <th scope="col">{vi('people.person')}</th>
              <th scope="col">{vi('print.born')}</th>
              <th scope="col">{vi('print.cell')}</th>
              <th scope="col">{vi('print.attended')}</th>
              <th scope="col">{vi('certify.number')}</th>
              <th scope="col">{vi('print.sign')}</th>
            </tr>
          </thead>
          <tbody>
            {enrolled.map((person, at) => (
              <tr key={person.dossierId}>
                <td>{at + 1}</td>
                <td>{person.fullName}</td>
                <td>{formatDay(person.bornOn)}</td>
                <td>{person.unitName}</td>
                <td>{`${person.present}/${view.sessions}`}</td>
                <td>{person.certificate?.number}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{vi('print.total', { count: enrolled.length })}</p>
    </PrintSheet>
  );
}

function Certificates({ data }: { data: ClassPrint }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const held = data.people.filter(
    ({ dossierId, certificate }) => certificate && (!address.person || address.person === dossierId),
  );
  if (held.length === 0) return <Empty title={t('print.none')} text={t('print.none_text')} />;
  return (
    <div className={css.pages}>
      {held.map((person) => (
        <Certificate key={person.dossierId} data={data} person={person} />
      ))}
    </div>
  );
}

function Certificate({ data, person }: { data: ClassPrint; person: PersonRow }) {
  const { class: view } = data;
  const { certificate, fullName, bornOn, unitName } = person;
  if (!certificate) return null;
  const lines = [
    bornOn && vi('print.born_on', { day: formatDay(bornOn) }),
    vi('print.of_cell', { unit: unitName }),
    vi('print.completed', { label: view.label }),
    vi('print.from_to', { from: formatDay(view.firstOn), to: formatDay(view.lastOn) }),
    view.plan.topics.length > 0 && vi('print.topics', { topics: view.plan.topics.join('; ') }),
    certificate.until && vi('print.until', { day: formatDay(certificate.until) }),
  ].filter((line) => typeof line === 'string' && line !== '');
  return (
    <PrintSheet
      {...headOf(data)}
      on={certificate.on}
      number={certificate.number}
      title={upper(vi('print.certificate'))}
      subtitle={vi(`sort.${view.sort}`)}
      signatures={[{ title: vi('print.director') }]}
    >
      <div className={css.certificate}>
        <p className={css.who}>{vi('print.certifies', { name: fullName })}</p>
        {lines.map((line) => (
          <p key={String(line)}>{line}</p>
        ))}
      </div>
    </PrintSheet>
  );
}
