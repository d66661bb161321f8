// What sharing out proposes for each unit, with the count it rests on and the bounds of single units.
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber, parseNumber } from '../../ui/numbers.ts';
import { Scrolling } from '../../ui/show/Scrolling.tsx';
import { sayAmount } from '../../plans/amount.ts';
import type { Division } from '../divide.ts';
import css from './cascade.module.css';
import type { DivideLine } from './divide-form.ts';
import { words } from './words.ts';

interface DivideTableProps {
  lines: DivideLine[];
  division: Division;
  bound: (unitId: number, bound: { least?: number | null; most?: number | null }) => void;
}

const sayPart = (division: Division, id: number): string => {
  const amount = 'parts' in division ? division.parts.get(id) : undefined;
  return amount ? sayAmount(amount) : '–';
};

export function DivideTable({ lines, division, bound }: DivideTableProps) {
  const t = useWords(words);
  return (
    <Scrolling className={css.scroll} name={t('divide.proposal')}>
      <table className={css.small}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.unit')}</th>
            <th scope="col" data-number="true">
              {t('divide.basis')}
            </th>
            <th scope="col">{t('divide.least_of')}</th>
            <th scope="col">{t('divide.most_of')}</th>
            <th scope="col" data-number="true">
              {t('divide.proposal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.row.unitId} line={line} part={sayPart(division, line.row.unitId)} bound={bound} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

interface LineProps {
  line: DivideLine;
  part: string;
  bound: DivideTableProps['bound'];
}

function Line({ line, part, bound }: LineProps) {
  const t = useWords(words);
  const { row, weight, unknown, least, most, fixed } = line;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td data-number="true">{unknown ? t('row.not_surveyed') : formatNumber(weight)}</td>
      {fixed ? (
        <td colSpan={2}>{t('divide.fixed', { number: sayAmount(fixed) })}</td>
      ) : (
        <>
          <td>
            <Bound
              label={`${t('divide.least_of')}: ${row.name}`}
              value={least}
              change={(value) => bound(row.unitId, { least: value })}
            />
          </td>
          <td>
            <Bound
              label={`${t('divide.most_of')}: ${row.name}`}
              value={most}
              change={(value) => bound(row.unitId, { most: value })}
            />
          </td>
        </>
      )}
      <td data-number="true">
        <strong>{part}</strong>
      </td>
    </tr>
  );
}

interface BoundProps {
  label: string;
  value: number | null;
  change: (value: number | null) => void;
}

/** Only digits are taken; an empty field falls back to the bound of all. */
function Bound({ label, value, change }: BoundProps) {
  const { language } = useLanguage();
  const type = (text: string) => {
    const number = text.trim() === '' ? null : parseNumber(text, language);
    if (text.trim() === '' || (number !== null && Number.isInteger(number) && number >= 0)) change(number);
  };
  return (
    <input
      className={css.input}
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={9}
      value={formatNumber(value)}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
