-- Evidence that a figure was taken from is never changed, by nobody.
create or replace function measure_offer_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'taken' then raise exception 'evidence of a figure never changes'; end if;
  return new;
end $$;
create or replace trigger measure_offers_stay before update on measure_offers
  for each row execute function measure_offer_stays();
