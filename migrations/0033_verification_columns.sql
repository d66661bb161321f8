-- How to read a heading of persons to verify was remembered as the column of places, where persons had none of their own.
-- Such a heading is known by its words from now on.
delete from column_mapping
where kind = 'candidates' and mapping -> 'uses' @> '[{"key": "verificationPlaces"}]' and fingerprint like '%so nguoi%';
