-- A one-time code opens once: the half-minute of the last one used is kept. When somebody last signed in is a fact of
-- the account and outlives the session.

alter table account add column totp_step int;
alter table account add column signed_in_at timestamptz;
alter table session drop column seen_at;
comment on column account.totp_step is 'Number of the half-minute whose code was used last; that one and earlier ones open nothing.';
comment on column account.signed_in_at is 'When somebody last signed in to this account.';
