-- A one-time code opens once: the half-minute of the last one used is kept.

alter table account add column totp_step int;
comment on column account.totp_step is 'Number of the half-minute whose code was used last; that one and earlier ones open nothing.';
