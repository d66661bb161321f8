// One screen of a committee: its own standing, its units by status, where help is needed, and every unit below.
import { NativeSelect } from '@mantine/core';
import { useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { PlanView } from '../../view.ts';
import type { Asked } from '../asked.ts';
import { words } from '../words.ts';
import { HelpFirst } from './HelpFirst.tsx';
import { Own } from './Own.tsx';
import { useQuality } from './quality.ts';
import { Strip } from './Strip.tsx';
import { Switches } from './Switches.tsx';
import css from './tree.module.css';
import { TreeTable } from './TreeTable.tsx';

export function Plan({ plan, asked }: { plan: PlanView; asked: Asked }) {
  const t = useWords(words);
  const { unit, items } = plan;
  const question = { ...asked, period: plan.period.key, figure: plan.figure };
  const qualityOf = useQuality(question);
  return (
    <>
      <Switches plan={plan} />
      <Own line={unit} quality={qualityOf(unit.unitId)} asked={question} />
      {items.length > 1 && <HelpFirst lines={items} qualityOf={qualityOf} asked={asked} />}
      <Panel title={t('tree.units')} second={t('tree.units_second')} action={<Order asked={asked} />}>
        {items.length > 1 && <Strip lines={items} qualityOf={qualityOf} filter={asked.filter} />}
        {items.length === 0 ? (
          <Empty title={t('tree.nothing')} />
        ) : (
          <TreeTable lines={items} qualityOf={qualityOf} asked={question} />
        )}
      </Panel>
    </>
  );
}

/** As in the tree, or by need; never by how many were admitted. */
function Order({ asked }: { asked: Asked }) {
  const t = useWords(words);
  const { set } = useAddress();
  return (
    <NativeSelect
      className={css.order}
      aria-label={t('ask.order')}
      value={asked.byNeed ? 'need' : ''}
      onChange={(event) => set({ order: event.currentTarget.value || null })}
      data={[
        { value: '', label: t('ask.order_tree') },
        { value: 'need', label: t('ask.order_need') },
      ]}
    />
  );
}
