-- Run before every migration, in the same lock, as the owner; each statement may be run again.
-- The application connects as the owner and at once becomes tsunagi_app, which owns nothing and cannot bypass row-level security.

do $$
begin
  if not exists (select from pg_roles where rolname = 'tsunagi_app') then
    create role tsunagi_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same server made it in this moment
end
$$;

do $$
begin
  -- From PostgreSQL 16 on, being a member and being allowed to become the role are two things.
  if not pg_has_role(current_user, 'tsunagi_app', case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
    execute format('grant tsunagi_app to %I', current_user);
  end if;
end
$$;

-- Who acts, as set by the application at the start of each transaction; nobody when nothing was set.
create or replace function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create or replace function app_is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') <> '' $$;
-- Roles are `role@organisation` separated by blanks, with a blank on both ends.
create or replace function app_has_role(role text) returns boolean language sql stable parallel safe
  as $$ select position(' ' || role || '@' in coalesce(current_setting('app.roles', true), '')) > 0 $$;
create or replace function app_has_role_at(role text, organisation uuid) returns boolean language sql stable parallel safe
  as $$ select position(' ' || role || '@' || organisation::text || ' ' in coalesce(current_setting('app.roles', true), '')) > 0 $$;
create or replace function app_is_member_of(organisation uuid) returns boolean language sql stable parallel safe
  as $$ select position('@' || organisation::text || ' ' in coalesce(current_setting('app.roles', true), '')) > 0 $$;
