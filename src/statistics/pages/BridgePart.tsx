// Why a number that stands differs from that of an earlier day, chosen here.
import { addMonths, formatDay } from '../../platform/day.ts';
import { useAddress } from '../../ui/address.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { BridgeView } from '../catalogue/view.ts';
import type { Asked } from './asked.ts';
import css from './statistics.module.css';
import { Terms } from './Terms.tsx';
import { words } from './words.ts';

export function BridgePart({ id, asked }: { id: string; asked: Asked }) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const from = address.since && address.since < asked.on ? address.since : addMonths(asked.on, -12);
  const query = useRead<BridgeView>(`/statistics/${id}/bridge`, {
    params: { unit: asked.unit, from, to: asked.on },
    keep: true,
  });
  // Several branches without one above them have no single bridge.
  if (query.error?.code === 'statistics.no_bridge') return null;
  return (
    <Panel
      title={t('stat.bridge')}
      second={t('stat.bridge_second', { from: formatDay(from), to: formatDay(asked.on) })}
    >
      <div className={`${css.switches} no-print`}>
        <DayField
          label={t('stat.since_day')}
          precision="day"
          max={asked.on}
          value={from}
          onChange={(day) => set({ since: day || null })}
        />
      </div>
      <Loaded of={query} rows={6}>
        {(bridge) => <Terms bridge={bridge} />}
      </Loaded>
    </Panel>
  );
}
