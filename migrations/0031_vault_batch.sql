-- A value names the import it came with: whether that was taken back is then seen without looking up the entry of each value.
alter table vault_field add column batch uuid;
comment on column vault_field.batch is 'The import that brought the value; a value of one that was taken back does not count.';

alter table vault_field disable trigger vault_field_no_update;
update vault_field set batch = ledger.batch from ledger
where ledger.client_id = vault_field.entry and ledger.batch is not null;
alter table vault_field enable trigger vault_field_no_update;
