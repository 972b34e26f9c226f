-- A requirement is a condition of its role as long as it has not ended.
create or replace function training_requirement_conditions() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'training.condition', true);
    delete from role_conditions where role = old.role and kind = old.course_id;
    if new.id is not null and new.ended_at is null then
      insert into role_conditions (role, kind, since) values (new.role, new.course_id, new.since);
    end if;
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger training_requirement_conditions after insert or update or delete on training_requirements
  for each row execute function training_requirement_conditions();
