// Where to: found by an old name or by today's; what became of an old unit is said before anything is sent.
import type { Choice } from '../../../ui/field/LookupField.tsx';
import { LookupField } from '../../../ui/field/LookupField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { PlaceView } from '../../view.ts';
import { words } from '../words.ts';
import { type PlaceChoice, placeChoice } from './place.ts';

interface PlaceFieldProps {
  label: string;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  required?: boolean;
  id?: string;
  name?: string;
  error?: string | undefined;
}

export function PlaceField(props: PlaceFieldProps) {
  const t = useWords(words);
  const toChoice = placeChoice(
    (name) => t('send.place_now', { name }),
    (name) => t('send.place_here', { name }),
  );
  const found = (props.value as PlaceChoice | null)?.found;
  return (
    <>
      <LookupField<PlaceView>
        {...props}
        path="/verifications/places"
        description={t('send.place_hint')}
        toChoice={toChoice}
      />
      {found?.old && <OldName found={found} />}
    </>
  );
}

function OldName({ found: { name, old, others } }: { found: PlaceView }) {
  const t = useWords(words);
  return (
    <Notice tone={others.length > 0 ? 'act' : 'note'} title={t('send.place_now', { name })}>
      {others.length > 0
        ? t('send.place_others', { names: others.map((one) => one.name).join('; ') })
        : t('send.place_old', { name: old?.name ?? '' })}
    </Notice>
  );
}
