-- Run after every migration, after the platform's guards; each statement may be run again.

-- What is sealed or withdrawn cannot be found from the same moment on, whoever forgot to say so to the search.
create or replace function forget_hidden_service() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'search.forget', true);
    delete from search_entries where service_id = new.id;
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger services_leave_search after update of published_at, sealed on services
  for each row when (new.sealed or new.published_at is null) execute function forget_hidden_service();

-- The search knows public entries only: there is no row for any other.
create or replace function refuse_hidden_service() returns trigger language plpgsql
  as $$ begin
    if current_setting('app.maintenance', true) is distinct from 'on'
      and not exists (select from services where id = new.service_id and published_at is not null and not sealed)
    then
      raise exception 'only a public entry can be found' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create or replace trigger search_entries_public before insert or update on search_entries
  for each row execute function refuse_hidden_service();
