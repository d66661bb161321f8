// The office's own mail server, when one is set (SMTP_URL, SMTP_FROM): the only thing Nguồn ever calls outside.
import { createTransport } from 'nodemailer';
import type { SendLetter } from './mail.store.ts';

export interface Smtp {
  url: string;
  from: string;
}

export function postBy({ url, from }: Smtp): SendLetter {
  const transport = createTransport(url, { from });
  return async (letter) => {
    await transport.sendMail({
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
