// Search everything: people and units within reach, opened with '/', walked with the arrows.
import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { To, useGo } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useCan } from '../../ui/session.tsx';
import { type Hit, useHits } from './hits.ts';
import { messages } from './messages.ts';
import css from './SearchAll.module.css';

export function SearchAll() {
  const t = useWords(messages);
  const seesPeople = useCan('person.read');
  const seesUnits = useCan('unit.read');
  const [open, setOpen] = useState(false);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const usable = seesPeople || seesUnits;
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    if (usable) document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [usable]);
  if (!usable) return null;
  return (
    <>
      <UnstyledButton
        className={css.open}
        aria-label={t('web.search')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconSearch size={phone ? 22 : 18} aria-hidden />
        <span className={css.words}>{t('web.search')}</span>
        <kbd className={css.key}>/</kbd>
      </UnstyledButton>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('web.search')}
        size="lg"
        fullScreen={!!phone}
      >
        <Find people={seesPeople} units={seesUnits} close={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function Find({ people, units, close }: { people: boolean; units: boolean; close: () => void }) {
  const t = useWords(messages);
  const go = useGo();
  const id = useId();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 180);
  const [at, setAt] = useState(0);
  const { hits, settled } = useHits(asked, { people, units });
  const current = hits[Math.min(at, hits.length - 1)];
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
    } else if (event.key === 'Enter' && current) {
      close();
      go(current.href);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.key}` : undefined}
        aria-label={t('web.search_hint')}
        placeholder={t('web.search_hint')}
        size="md"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <p className={css.count} role="status">
        {settled &&
          (hits.length > 0
            ? t(hits.length >= 10 ? 'web.search_first' : 'web.search_count', { count: hits.length })
            : t('web.search_none', { text: asked }))}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t('web.search')}>
        {hits.map((hit) => (
          <HitLine key={hit.key} id={`${id}-${hit.key}`} hit={hit} current={hit === current} close={close} />
        ))}
      </div>
    </>
  );
}

interface HitLineProps {
  id: string;
  hit: Hit;
  current: boolean;
  close: () => void;
}

function HitLine({ id, hit, current, close }: HitLineProps) {
  return (
    <To
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      href={hit.href}
      className={css.hit}
      onClick={close}
    >
      <span>{hit.label}</span>
      <span className={css.second}>{hit.second}</span>
    </To>
  );
}
