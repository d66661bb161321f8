// What committees laid over the rule, on which paper and until when; and the decisions that this reader may record.
import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import type { Parameter, Regulations, Resolved } from '../../../rules/index.ts';
import { useOn } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { ProvisionList, ProvisionView } from '../../view.ts';
import { EndForm } from '../draft/EndForm.tsx';
import { ProvisionForm } from '../draft/ProvisionForm.tsx';
import { Recomputing } from '../draft/Recomputing.tsx';
import type { Spot } from '../spot.ts';
import { draftWords } from '../words/draft-words.ts';
import type { Sayer } from '../../saying/value.ts';
import { actOf, kindsFor } from './kinds.ts';
import css from './rule.module.css';

interface LaidProps {
  law: Regulations;
  parameter: Parameter;
  sayer: Sayer;
  spot: Spot | null;
}

export function LaidPart({ law, parameter, sayer, spot }: LaidProps) {
  const t = useWords(draftWords);
  const today = useToday();
  const { past } = useOn();
  const query = useRead<ProvisionList>('/provisions', { params: { unit: spot?.id ?? null } });
  const committees = past ? [] : (query.data?.committees ?? []);
  const resolved = law.inForce(today, spot).value(parameter.id);
  const decide = { parameter, sayer, spot, resolved, committees };
  return (
    <Panel
      title={t('laid.title')}
      second={t('laid.second')}
      action={committees.length > 0 && <Decide {...decide} />}
    >
      {committees.length > 0 && <Recomputing />}
      <Loaded of={query} rows={2}>
        {({ items }) => (
          <Provisions items={items} parameter={parameter} sayer={sayer} open={resolved.value === null} />
        )}
      </Loaded>
    </Panel>
  );
}

interface ProvisionsProps {
  /** the general text gives no value */
  open: boolean;
  items: ProvisionView[];
  parameter: Parameter;
  sayer: Sayer;
}

function Provisions({ items, parameter, sayer, open }: ProvisionsProps) {
  const t = useWords(draftWords);
  const own = items.filter((one) => one.parameter === parameter.id);
  if (own.length === 0)
    return <Empty title={t('laid.none')} text={t(open ? 'laid.none_open' : 'laid.none_text')} />;
  return (
    <ul className={css.laid}>
      {own.map((one) => (
        <Provision key={one.id} one={one} parameter={parameter} sayer={sayer} />
      ))}
    </ul>
  );
}

type DecideProps = Omit<LaidProps, 'law'> & { resolved: Resolved; committees: ProvisionList['committees'] };

function Decide(props: DecideProps) {
  const t = useWords(draftWords);
  const [kind, setKind] = useState<ProvisionView['kind'] | null>(null);
  const kinds = kindsFor(props.parameter, props.resolved);
  const [only] = kinds;
  const close = () => setKind(null);
  if (!only) return null;
  return (
    <>
      {kinds.length === 1 ? (
        <Button onClick={() => setKind(only)}>
          {t(`act.${actOf(only, props.parameter, props.resolved)}`)}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={18} aria-hidden />}>{t('act.menu')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((one) => (
              <Menu.Item key={one} onClick={() => setKind(one)}>
                {t(`act.${actOf(one, props.parameter, props.resolved)}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal
        opened={kind !== null}
        onClose={close}
        title={kind && t(`act.${actOf(kind, props.parameter, props.resolved)}`)}
        size="lg"
      >
        {kind && <ProvisionForm {...props} kind={kind} unitId={props.spot?.id ?? null} close={close} />}
      </Modal>
    </>
  );
}

const tones = { coming: 'wait', in_force: 'done', ended: 'ended', void: 'ended' } as const;

function Provision({ one, parameter, sayer }: Omit<LaidProps, 'law' | 'spot'> & { one: ProvisionView }) {
  const t = useWords(draftWords);
  const [ending, setEnding] = useState(false);
  const close = () => setEnding(false);
  const time = one.untilOn
    ? t('laid.from_until', { from: formatDay(one.fromOn), until: formatDay(one.untilOn) })
    : t('laid.from', { from: formatDay(one.fromOn) });
  const paper = ({ number, on, by }: ProvisionView['document']) =>
    t('laid.document_of', { number, on: formatDay(on), by });
  return (
    <li className={css.provision}>
      <h3>{t('laid.head', { kind: t(`laid.${one.kind}`), unit: one.unitName })}</h3>
      <StatusMark tone={tones[one.state]}>{t(`laid.state.${one.state}`)}</StatusMark>
      <KeyValue
        items={[
          {
            label: t('laid.value'),
            value: one.kind === 'confirm' ? t('laid.as_shipped') : sayer.value(parameter, one.value),
          },
          { label: t('laid.time'), value: time },
          { label: t('laid.decided_by'), value: one.decidedBy },
          { label: t('laid.document'), value: paper(one.document), second: one.clause },
          ...(one.ended ? [{ label: t('laid.ended'), value: paper(one.ended.document) }] : []),
          { label: t('laid.recorded'), value: formatInstant(one.recordedAt), second: one.recordedBy },
        ]}
      />
      {one.can.includes('end') && (
        <div>
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('laid.end')}
          </Button>
        </div>
      )}
      <Modal opened={ending} onClose={close} title={t('laid.end_title')} size="lg">
        {ending && <EndForm provision={one} close={close} />}
      </Modal>
    </li>
  );
}
