// Which decisions a committee can record on a rule that says this, and what each is told.
import { choicesOf, type Parameter, type Resolved } from '../../../rules/index.ts';
import { knowingOf } from '../../saying/known.ts';
import type { Sayer } from '../../saying/value.ts';
import type { ProvisionView } from '../../view.ts';

export function kindsFor(
  { stricter, kind }: Pick<Parameter, 'stricter' | 'kind'>,
  { value, open, readings, confidence, assumed }: Resolved,
): ProvisionView['kind'][] {
  const choices = choicesOf({ readings });
  const typeable = kind !== 'table' || choices.length > 0;
  const unsure = value !== null && (confidence !== 'S' || assumed);
  const bound = value !== null || choices.length > 0;
  return [
    ...(unsure ? (['confirm'] as const) : []),
    ...(open && typeable ? (['fill'] as const) : []),
    ...(stricter !== null && bound ? (['stricter'] as const) : []),
  ];
}

/** What the decision is called: filling a rule on which texts differ is choosing; not every stricter value is higher. */
export function actOf(
  kind: ProvisionView['kind'],
  { stricter }: Pick<Parameter, 'stricter'>,
  resolved: Pick<Resolved, 'readings'>,
) {
  if (kind === 'fill' && choicesOf(resolved).length > 0) return 'choose';
  return kind === 'stricter' && stricter !== 'higher' ? 'tighter' : kind;
}

/** What stands above its form: key of the sentence, and the value it tells; where that is open all that is known of it. */
export function introOf(kind: ProvisionView['kind'], parameter: Parameter, resolved: Resolved, sayer: Sayer) {
  const act = actOf(kind, parameter, resolved);
  const { value, readings } = resolved;
  const said = new Set(readings.map((one) => `“${sayer.value(parameter, one.value)}”`));
  const open = [...said].join(sayer.words('value.or'));
  if (act === 'fill' && knowingOf(resolved) === 'unsaid')
    return { key: 'act.fill_unsaid' as const, value: open };
  if ((act !== 'stricter' && act !== 'tighter') || value !== null)
    return { key: `act.${act}_text` as const, value: sayer.value(parameter, value) };
  return { key: `act.${act}_open` as const, value: open };
}
