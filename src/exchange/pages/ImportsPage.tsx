// Bringing in workbooks: upload one, take a template, see what was brought in so far.
import { NativeSelect } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useGo } from '../../ui/address.tsx';
import { apiHref } from '../../ui/api.ts';
import { FileDrop } from '../../ui/field/FileDrop.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRefresh } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { kinds, kindSpecs } from '../../intake/kinds.ts';
import { Earlier } from './Earlier.tsx';
import css from './imports.module.css';
import { words } from './words.ts';

/** Older kinds are taken, too: the server says how to save them anew. */
const accepted = '.xlsx,.csv,.xls,.xlsm,.ods,.txt,.tsv';

export function ImportsPage() {
  const t = useWords(words);
  const may = useCan('import.run');
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
    >
      {may ? (
        <>
          <Upload />
          <Earlier />
          <Templates />
        </>
      ) : (
        <Empty title={t('list.no_right')} text={t('list.no_right_text')} />
      )}
    </Page>
  );
}

function Upload() {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const refresh = useRefresh();
  const [kind, setKind] = useState('');
  const options = [
    { value: '', label: t('list.kind_auto') },
    ...kinds.map((one) => ({ value: one, label: tell(kindSpecs[one].label) })),
  ];
  const open = ({ id }: { id: string }) => {
    void refresh('/imports');
    go(`/imports/${id}`);
  };
  return (
    <div className={css.upload}>
      <FileDrop<{ id: string }>
        label={t('list.file')}
        description={t('list.file_way')}
        accept={accepted}
        path="/imports"
        fields={kind ? { kind } : {}}
        done={open}
      />
      <NativeSelect
        label={t('list.kind')}
        description={t('list.kind_way')}
        data={options}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
    </div>
  );
}

function Templates() {
  const t = useWords(words);
  const tell = useTell();
  const offered = [
    { id: 'all', label: t('list.template_all') },
    ...kinds.map((kind) => ({ id: kind, label: tell(kindSpecs[kind].label) })),
  ];
  return (
    <Panel title={t('list.templates')} second={t('list.templates_way')}>
      <ul className={css.templates}>
        {offered.map(({ id, label }) => (
          <li key={id}>
            <a href={apiHref(`/imports/templates/${id}.xlsx`)} download>
              <IconFileSpreadsheet size={20} aria-hidden />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
