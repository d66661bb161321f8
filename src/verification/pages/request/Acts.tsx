// What may be done about a request, one form at a time; which one is open stands in the address.
import { Button } from '@mantine/core';
import { useAddress, useGo } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { RequestView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { AssignForm, ReceiveForm, ResendForm, WithdrawForm } from './forms.tsx';

const acts = ['answer', 'receive', 'resend', 'assign', 'withdraw'] as const;
type Act = (typeof acts)[number];

const forms: Record<Act, (props: FormProps) => React.ReactNode> = {
  answer: AnswerForm,
  receive: ReceiveForm,
  resend: ResendForm,
  assign: AssignForm,
  withdraw: WithdrawForm,
};

export interface FormProps {
  request: RequestView;
  done: (said: string, gone: boolean) => void;
  cancel: () => void;
}

export function Acts({ request }: { request: RequestView }) {
  const t = useWords(words);
  const toast = useToast();
  const go = useGo();
  const { words: address, set } = useAddress();
  const open = acts.find((act) => act === address.do && request.can.includes(act));
  const offered = acts.filter((act) => request.can.includes(act));
  const close = () => set({ do: null });
  const done = (said: string, gone: boolean) => {
    toast(said);
    if (gone) go(request.as === 'asked' ? '/verifications?state=asked' : '/verifications', { replace: true });
    else close();
  };
  if (open) {
    const Form = forms[open];
    return (
      <Panel title={titleOf(t, open, request)}>
        <Form request={request} done={done} cancel={close} />
      </Panel>
    );
  }
  return (
    <div className={`${css.acts} no-print`}>
      {offered.map((act, index) => (
        <Button
          key={act}
          {...(index === 0 && act !== 'assign' && act !== 'withdraw' ? {} : { variant: 'default' })}
          onClick={() => set({ do: act }, { replace: false })}
        >
          {titleOf(t, act, request)}
        </Button>
      ))}
    </div>
  );
}

type Words = ReturnType<typeof useWords<typeof words>>;

const titleOf = (t: Words, act: Act, { status }: RequestView): string =>
  act === 'withdraw'
    ? t(status === 'sent' ? 'withdraw.title_sent' : 'withdraw.title_answer')
    : t(`${act}.title`);
