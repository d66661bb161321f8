// Before a decision is recorded: what it would change, and the way to the whole list.
import { hrefOf, To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { ValueDraft } from '../../view.ts';
import css from '../rule/rule.module.css';
import { whatIfWords } from '../words/what-if-words.ts';
import { Summary } from './Changes.tsx';
import { HowFar } from './HowFar.tsx';
import { useWhatIf } from './what-if.ts';

export const whatIfHref = ({ parameter, value, fromOn, unitId }: ValueDraft): string =>
  hrefOf('/regulations/what-if', {
    rule: parameter,
    value: JSON.stringify(value),
    from: fromOn,
    at: unitId === null ? null : String(unitId),
  });

export function Preview({ draft }: { draft: ValueDraft | null }) {
  const t = useWords(whatIfWords);
  return (
    <section aria-label={t('what.preview')} className={css.preview} aria-live="polite">
      <strong>{t('what.preview')}</strong>
      {draft ? <Effects draft={draft} /> : <p>{t('what.incomplete')}</p>}
    </section>
  );
}

function Effects({ draft }: { draft: ValueDraft }) {
  const t = useWords(whatIfWords);
  const tell = useTell();
  const { query, ready, far } = useWhatIf(draft);
  if (!ready || query.isFetching) return <HowFar far={far} />;
  if (query.error) return <p>{tell(query.error.words)}</p>;
  return (
    query.data && (
      <>
        <Summary view={query.data} />
        <To href={whatIfHref(draft)} target="_blank">
          {t('what.list')}
        </To>
      </>
    )
  );
}
