-- What was expected is not adapted to what came: whoever asks.
create or replace function keep_expectation() returns trigger language plpgsql
  as $$ begin
    raise exception 'what was expected does not change' using errcode = 'insufficient_privilege';
  end $$;
create or replace trigger expectations_frozen before update or delete on expectations
  for each row execute function keep_expectation();
