// One rule: what holds here, its values by day, where it is used, what proves it, and what committees laid over it.
import { formatDay } from '../../platform/day.ts';
import type { Parameter, Regulations } from '../../rules/index.ts';
import { hrefOf, To, useAddress, useOn, useParam } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { useLaw } from '../../org/pages/law.ts';
import { useSpot } from './spot.ts';
import { CasesPart } from './rule/CasesPart.tsx';
import { NowPart } from './rule/NowPart.tsx';
import { LaidPart } from './rule/LaidPart.tsx';
import { UsedPart } from './rule/UsedPart.tsx';
import { ValuesPart } from './rule/ValuesPart.tsx';
import { ruleWords } from './words/rule-words.ts';
import { sayerOf } from '../saying/value.ts';

export function RulePage() {
  const t = useWords(ruleWords);
  const id = useParam('id');
  const { query, law } = useLaw();
  const parameter = law?.parameters.find((one) => one.id === id);
  return (
    <Loaded of={query} rows={10} page>
      {() =>
        law && parameter ? (
          <Rule key={id} law={law} parameter={parameter} />
        ) : (
          <Empty
            page
            title={t('rule.missing')}
            text={t('rule.missing_text')}
            action={<To href="/regulations/rules">{t('rule.back')}</To>}
          />
        )
      }
    </Loaded>
  );
}

interface RuleProps {
  law: Regulations;
  parameter: Parameter;
}

function Rule({ law, parameter }: RuleProps) {
  const t = useWords(ruleWords);
  const tell = useTell();
  const { language } = useLanguage();
  const { on } = useOn();
  const { words } = useAddress();
  const spot = useSpot();
  const path = spot?.path ?? '';
  const sayer = sayerOf(law, language);
  const resolved = law.inForce(on, { path }).value(parameter.id);
  return (
    <Page
      title={tell(parameter.label)}
      purpose={t('rule.purpose', { day: formatDay(on), unit: spot?.name ?? t('rule.everywhere') })}
      back={{
        href: hrefOf('/regulations/rules', { on: words.on, unit: words.unit }),
        label: t('rule.back'),
      }}
      help={[t('rule.help_1'), t('rule.help_2'), t('rule.help_3')]}
    >
      <NowPart law={law} parameter={parameter} resolved={resolved} sayer={sayer} />
      <LaidPart law={law} parameter={parameter} sayer={sayer} spot={spot} />
      <ValuesPart parameter={parameter} sayer={sayer} />
      <UsedPart law={law} parameter={parameter} />
      <CasesPart parameter={parameter.id} law={law} sayer={sayer} />
    </Page>
  );
}
