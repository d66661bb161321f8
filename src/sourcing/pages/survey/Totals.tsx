// What all the cells below count together, beside the target and the candidates.
import { useWords } from '../../../ui/i18n.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { sumOf } from '../../survey.ts';
import type { SurveyAnswer } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { GroupWords } from './groups.tsx';
import { TargetWords } from './SurveyPart.tsx';

export function Totals({ answer, first }: { answer: SurveyAnswer; first: ReadonlySet<string> }) {
  const t = useWords(words);
  const { total } = answer;
  return (
    <div className={css.total}>
      <KeyValue
        items={[
          {
            label: t('survey.done'),
            value: t('survey.done_of', { done: total.surveyed, cells: total.cells }),
          },
          {
            label: t('survey.people'),
            value: total.people === null ? null : formatNumber(total.people),
            second: sumOf(total.groups) > 0 && `${t('survey.sum')}: ${formatNumber(sumOf(total.groups))}`,
          },
          {
            label: t('survey.groups'),
            value: sumOf(total.groups) > 0 && <GroupWords groups={total.groups} first={first} />,
          },
          { label: t('survey.target'), value: <TargetWords row={total} /> },
          {
            label: t('survey.candidates'),
            value: formatNumber(total.candidates),
            second: total.without > 0 && t('survey.without', { count: total.without }),
          },
        ]}
      />
    </div>
  );
}
