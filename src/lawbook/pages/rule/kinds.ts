// Which decisions a committee can record on a rule that says this, and what each is told.
import type { Parameter, Resolved } from '../../../rules/index.ts';
import type { Sayer } from '../../saying/value.ts';
import type { ProvisionView } from '../../view.ts';

export function kindsFor(
  { stricter, kind }: Pick<Parameter, 'stricter' | 'kind'>,
  { value, open, readings, confidence, assumed }: Resolved,
): ProvisionView['kind'][] {
  const typeable = kind !== 'table' || readings.length > 0;
  const unsure = value !== null && (confidence !== 'S' || assumed);
  const bound = value !== null || readings.length > 0;
  return [
    ...(unsure ? (['confirm'] as const) : []),
    ...(open && typeable ? (['fill'] as const) : []),
    ...(stricter !== null && bound ? (['stricter'] as const) : []),
  ];
}

/** What the decision is called: filling a rule that has readings is choosing one; not every stricter value is higher. */
export function actOf(
  kind: ProvisionView['kind'],
  { stricter }: Pick<Parameter, 'stricter'>,
  { readings }: Pick<Resolved, 'readings'>,
) {
  if (kind === 'fill' && readings.length > 0) return 'choose';
  return kind === 'stricter' && stricter !== 'higher' ? 'tighter' : kind;
}

/** What stands above its form: key of the sentence, and the value it tells; of several readings all. */
export function introOf(kind: ProvisionView['kind'], parameter: Parameter, resolved: Resolved, sayer: Sayer) {
  const act = actOf(kind, parameter, resolved);
  const isOpen = (act === 'stricter' || act === 'tighter') && resolved.value === null;
  const value = isOpen
    ? resolved.readings.map((one) => `“${sayer.value(parameter, one.value)}”`).join(sayer.words('value.or'))
    : sayer.value(parameter, resolved.value);
  return { key: isOpen ? (`act.${act}_open` as const) : (`act.${act}_text` as const), value };
}
