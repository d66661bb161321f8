-- Most who take part elsewhere for a time do so outside the installation: only those within it are guests of a cell here.
drop index ledger_temporary;
create index ledger_temporary on ledger (person_id)
  where kind = 'member.temporary_began' and data ->> 'toUnitId' is not null;
