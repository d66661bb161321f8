// The report as a file, for whoever has no Nguồn: Word, PDF, Excel – and paper. All from the same figures.
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { apiHref, type QueryWords } from '../../ui/api.ts';
import { useWords } from '../../ui/i18n.tsx';
import { words } from './draft/words.ts';

const kinds = [
  { ending: 'docx', label: 'report.word' },
  { ending: 'pdf', label: 'report.pdf' },
  { ending: 'xlsx', label: 'report.excel' },
] as const;

export function Files({ path, params = {} }: { path: string; params?: QueryWords }) {
  const t = useWords(words);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('report.print')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
            {t('report.files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map(({ ending, label }) => (
            <Menu.Item key={ending} component="a" href={apiHref(`${path}/paper.${ending}`, params)} download>
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
