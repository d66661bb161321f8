// Why a provision cannot be laid, as a code with what its words need: the rule, what was asked, what holds, and what
// would be accepted – in both languages.
import { type Day, formatDay } from '../platform/day.ts';
import type { Message, Params } from '../platform/messages.ts';
import {
  decideProvision,
  type Parameter,
  type Provision,
  type ProvisionFault,
  type Regulations,
} from '../rules/index.ts';
import { messages } from './messages.ts';
import { sayValue } from './say-value.ts';

export interface Refusal {
  code: `lawbook.${ProvisionFault}`;
  params: Params;
}

/** null: it may be laid. The committee of the provision's own unit decides. */
export function refusalOf(regulations: Regulations, provision: Provision, today: Day): Refusal | null {
  const fault = decideProvision(regulations, provision, { today, committee: provision.path });
  return fault && { code: `lawbook.${fault}`, params: paramsOf(regulations, provision, today) };
}

/** Both languages of a word, under the names that the two texts of a message use. */
const both = (name: string, { vi, en }: Message): Params => ({ [name]: vi, [`${name}En`]: en });

export function paramsOf(regulations: Regulations, provision: Provision, today: Day): Params {
  const { fromOn, document, path } = provision;
  const days = { fromOn: formatDay(fromOn), documentOn: formatDay(document.on), today: formatDay(today) };
  const parameter = regulations.parameters.find(({ id }) => id === provision.parameter);
  if (!parameter) return { ...days, rule: provision.parameter, ruleEn: provision.parameter };
  const { value, readings } = regulations.inForce(fromOn, { path }).value(parameter.id);
  const choices = readings.map((one) => sayValue(regulations, parameter, one.value));
  const held =
    value === null && choices.length > 0 ? either(choices) : sayValue(regulations, parameter, value);
  return {
    ...days,
    ...both('rule', parameter.label),
    ...both('asked', sayValue(regulations, parameter, provision.value)),
    ...both('held', held),
    ...both('accepted', choices.length > 0 ? either(choices) : accepted(parameter)),
  };
}

function accepted({ stricter }: Parameter): Message {
  const key = `lawbook.accepted.${String(stricter)}`;
  return key in messages ? messages[key as keyof typeof messages] : { vi: '', en: '' };
}

const either = (list: readonly Message[]): Message => ({
  vi: list.map(({ vi }) => vi).join(messages['lawbook.value.or'].vi),
  en: list.map(({ en }) => en).join(messages['lawbook.value.or'].en),
});
