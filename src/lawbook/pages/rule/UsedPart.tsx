// Which steps and time limits ask for the rule, in words.
import type { Message } from '../../../platform/messages.ts';
import type { Parameter, Regulations } from '../../../rules/index.ts';
import { engineParameters, type UsedAt, whereUsed } from '../../../rules/uses.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { ruleWords } from '../words/rule-words.ts';

interface UsedProps {
  law: Regulations;
  parameter: Parameter;
}

export function UsedPart({ law, parameter }: UsedProps) {
  const t = useWords(ruleWords);
  const tell = useTell();
  const general = engineParameters.includes(parameter.id);
  if (general || parameter.asked_by.length > 0)
    return (
      <Panel title={t('rule.used')}>
        <p>{t(general ? 'rule.used_all' : 'rule.used_lists')}</p>
      </Panel>
    );
  return (
    <Panel title={t('rule.used')}>
      <SmallTable
        name={t('rule.used')}
        rows={whereUsed(law, parameter.id)}
        keyOf={({ step, as, name }) => `${step} ${as} ${name}`}
        columns={columnsOf(law, t, tell)}
        empty={{ title: t('rule.not_used'), text: t('rule.not_used_text') }}
      />
    </Panel>
  );
}

type Say = (key: keyof typeof ruleWords, params?: Record<string, string>) => string;
type Tell = (message: Message) => string;

const columnsOf = (law: Regulations, t: Say, tell: Tell): Column<UsedAt>[] => {
  const stepLabel = (id: string) => {
    const step = law.findStep(id);
    return step ? tell(step.label) : '';
  };
  const clockLabel = ({ step, name }: UsedAt) => {
    const due = law.findStep(step)?.due.find(({ id }) => id === name);
    return due ? tell(due.label) : stepLabel(step);
  };
  const procedureLabel = (id: string) => {
    const procedure = law.procedures.find((one) => one.id === id);
    return procedure ? tell(procedure.label) : '';
  };
  return [
    { id: 'step', label: t('rule.used_step'), cell: ({ step }) => stepLabel(step) },
    { id: 'as', label: t('rule.used_as'), cell: (use) => t(`rule.as.${use.as}`, { clock: clockLabel(use) }) },
    {
      id: 'procedure',
      label: t('rule.used_procedure'),
      cell: ({ procedure }) => procedureLabel(procedure),
    },
  ];
};
