// Everything that must stand around any page: language, look, reads, dialogs, short messages.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { ConfirmProvider } from './Confirm.tsx';
import { LanguageProvider, useWords } from './i18n.tsx';
import { messages } from './messages.ts';
import { createQueryClient } from './query.tsx';
import { cssVariables, themeFor } from './look/theme.ts';
import { ToastProvider } from './toast.tsx';

const colorScheme = localStorageColorSchemeManager({ key: 'nguon.scheme' });

export function Kit({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <LanguageProvider>
      <Look>
        <QueryClientProvider client={client}>
          <ToastProvider>
            <ConfirmProvider>{children}</ConfirmProvider>
          </ToastProvider>
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  );
}

function Look({ children }: { children: ReactNode }) {
  const t = useWords(messages);
  const close = t('ui.close');
  const theme = useMemo(() => themeFor(close), [close]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
