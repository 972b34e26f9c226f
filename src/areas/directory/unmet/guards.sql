-- Run after every migration, after the platform's guards; each statement may be run again.

-- Anybody's search may add one to a count, and can do nothing else with it.
create or replace function count_unmet(in_month text, of_topic text, of_municipality text, because text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'unmet.count', true);
    insert into unmet_needs (month, topic, municipality, why, times) values (in_month, of_topic, of_municipality, because, 1)
      on conflict (month, topic, municipality, why) do update set times = unmet_needs.times + 1;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function count_unmet(text, text, text, text) from public;
grant execute on function count_unmet(text, text, text, text) to tsunagi_app;
