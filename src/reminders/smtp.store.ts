// The office's own mail server, when one is set (SMTP_URL, SMTP_FROM): the only thing Nguồn ever calls outside.
import { createTransport } from 'nodemailer';
import type { SendLetter } from './mail.store.ts';

export interface Smtp {
  url: string;
  from: string;
}

/** A mail server that says nothing must not hold up the end of the program. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 };

export function postBy({ url, from }: Smtp): SendLetter {
  const transport = createTransport({ url, ...patience }, { from });
  return async (letter) => {
    await transport.sendMail({
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
