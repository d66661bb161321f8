// The survey on A4: units down, groups across, as it goes to the committee that sets targets.
import { IconArrowLeft } from '@tabler/icons-react';
import { hrefOf, To, useAddress, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { PrintSheet } from '../../../ui/print/PrintSheet.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useSession } from '../../../ui/session.tsx';
import { useBook } from '../../../road/pages/book.ts';
import { inOrder } from '../../survey.ts';
import type { SurveyAnswer } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useYear } from '../year.ts';
import { rangeOf } from './SurveyPart.tsx';

export function SurveySheet() {
  const t = useWords(words);
  const year = useYear();
  const unit = useUnit();
  const { words: address } = useAddress();
  const query = useRead<SurveyAnswer>('/surveys', { params: { year, unit } });
  return (
    <>
      <p className="no-print">
        <To href={hrefOf('/sourcing', { ...address, print: null })}>
          <IconArrowLeft size={16} aria-hidden /> {t('survey.back')}
        </To>
      </p>
      <Loaded of={query} rows={12} page>
        {(data) => <Paper answer={data} />}
      </Loaded>
    </>
  );
}

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (key: keyof typeof words): string => words[key].vi;
const upper = (text: string): string => text.toLocaleUpperCase('vi');
const cellOf = (count: number | null | undefined): string => (count ? formatNumber(count, 'vi') : '');

type Line = SurveyAnswer['total'];

function Paper({ answer }: { answer: SurveyAnswer }) {
  const { profile } = useSession();
  const items = useBook()?.catalogue('candidate_source') ?? [];
  const first = new Set(answer.priorities.flatMap(({ groups }) => groups));
  const labels = new Map(items.map(({ code, label }) => [code, label.vi]));
  const counted = inOrder([...labels.keys()], first).filter((code) => (answer.total.groups[code] ?? 0) > 0);
  return (
    <PrintSheet
      left={[upper(answer.unit.name)]}
      right={[vi('sheet.party')]}
      on={answer.asOf}
      title={vi('sheet.title')}
      subtitle={vi('sheet.subtitle').replace('{year}', String(answer.year))}
      signatures={[{ title: vi('sheet.writer') }, { title: vi('sheet.secretary') }]}
      watermark={profile === 'C' ? vi('sheet.training') : null}
    >
      <div className={css.paper}>
        <table>
          <thead>
            <tr>
              {[
                vi('sheet.number'),
                vi('survey.unit'),
                ...counted.map((code) => labels.get(code) ?? code),
                vi('survey.people'),
                vi('survey.target'),
                vi('survey.candidates'),
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.items.map((row, index) => (
              <Row
                key={row.unitId}
                number={String(index + 1)}
                name={row.unitName}
                line={row}
                codes={counted}
              />
            ))}
            {!answer.unit.cell && (
              <Row number="" name={vi('sheet.total')} line={answer.total} codes={counted} />
            )}
          </tbody>
        </table>
      </div>
      <p>{vi('survey.overlap')}</p>
    </PrintSheet>
  );
}

interface RowProps {
  number: string;
  name: string;
  line: Line;
  codes: string[];
}

function Row({ number, name, line, codes }: RowProps) {
  const t = useWords(words);
  const target = line.target ? rangeOf(line.target, t) : cellOf(line.targetBelow);
  return (
    <tr>
      <td>{number}</td>
      <td>{name}</td>
      {codes.map((code) => (
        <td key={code}>{cellOf(line.groups[code])}</td>
      ))}
      <td>{cellOf(line.people)}</td>
      <td>{target}</td>
      <td>{formatNumber(line.candidates, 'vi')}</td>
    </tr>
  );
}
