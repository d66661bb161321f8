-- A round that is asked again every period is work from the day it may be sent, and a unit that has ended owes no report;
-- what was handed out of Nguồn lies with whoever handed it. Rows kept already are made again at the next start, by the same
-- fold as always.
insert into setting (key, value)
select 'fold_again', '["report_round", "report_schedule", "difficulty"]' where exists (select from ledger)
on conflict (key) do update set value = setting.value || excluded.value;
