-- A case that is erased takes along what a workplace was told of its person: without this row's key nothing of the training opens.
create or replace function forget_work_training() returns trigger language plpgsql
  as $$ begin
    delete from work_training_told where training_id in (select training_id from work_training_sides where case_id = new.id);
    return null;
  end $$;
create or replace trigger work_training_forgotten after update of sealed_key on case_files
  for each row when (new.sealed_key is null and old.sealed_key is not null) execute function forget_work_training();

-- How many people workplaces have or are asked for: a number of all, also for whoever sees no single one of them.
create or replace function work_places_held(asked uuid[]) returns table (workplace_id uuid, n bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'work-training.count', true);
    return query select t.workplace_id, count(*) from work_trainings t
      where t.workplace_id = any(asked) and t.state in ('proposed', 'accepted', 'agreed') group by t.workplace_id;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function work_places_held(uuid[]) from public;
grant execute on function work_places_held(uuid[]) to tsunagi_app;
