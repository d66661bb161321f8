// Asks before something that is hard to take back: `if (await ask({ title, text, yes })) …`.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useWords } from './i18n.tsx';
import { messages } from './messages.ts';

interface Question {
  title: string;
  text?: ReactNode;
  /** The verb of the act, never just “yes”. */
  yes: string;
  no?: string;
}
type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** Dialogs stand at 200, what they unfold at 300. */
const aboveDialogs = 400;

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useWords(messages);
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useRef<(yes: boolean) => void>(() => {});
  const ask = useCallback<Ask>((next) => {
    setQuestion(next);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = (yes: boolean) => {
    answer.current(yes);
    setQuestion(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {/* It may be asked from within a dialog, and stands above it. */}
      <Modal
        opened={question !== null}
        onClose={() => close(false)}
        title={question?.title}
        zIndex={aboveDialogs}
      >
        <Stack gap="lg">
          {question?.text && <Text component="div">{question.text}</Text>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => close(false)} data-autofocus>
              {question?.no ?? t('ui.cancel')}
            </Button>
            <Button onClick={() => close(true)}>{question?.yes}</Button>
          </Group>
        </Stack>
      </Modal>
    </ConfirmContext>
  );
}

export const useConfirm = (): Ask => useContext(ConfirmContext);
