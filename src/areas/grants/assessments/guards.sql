-- Run after every migration; each statement may be run again.
-- Who said that something speaks against their reading an application does not read it any more: only the office takes that back,
-- and nobody makes another's or another application's task out of one's own.

create or replace function grant_assignment_guard() returns trigger language plpgsql as $$
begin
  if app_is_system() or app_has_role_at('grant-officer', old.bureau_id) then return new; end if;
  if old.ended_at is not null or old.state = 'conflicted' or new.ended_at is not null
    or (new.application_id, new.bureau_id, new.call_id, new.reviewer_id) is distinct from
      (old.application_id, old.bureau_id, old.call_id, old.reviewer_id)
  then raise exception 'an assignment that ended stays so'; end if;
  return new;
end $$;

create or replace trigger grant_assignment_guard before update on grant_assignments
  for each row execute function grant_assignment_guard();
