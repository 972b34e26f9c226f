-- Run after every migration, in the same lock, as the owner; each statement may be run again.

-- Deny by default: every table has row-level security, for its owner too, whatever its definition forgot.
-- The owner sees rows only for maintenance that says so (backup, restore, verification).
do $$
declare
  name text;
begin
  for name in select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'maintained_by_owner')
  loop
    execute format('alter table %s enable row level security, force row level security', name);
    execute format($policy$create policy maintained_by_owner on %s to %I
      using (current_setting('app.maintenance', true) = 'on')
      with check (current_setting('app.maintenance', true) = 'on')$policy$, name, current_user);
  end loop;
end
$$;

grant usage on schema public to tsunagi_app;
grant select, insert, update, delete on all tables in schema public to tsunagi_app;
grant usage, select on all sequences in schema public to tsunagi_app;

-- The ledger grows and never changes, whoever asks.
create or replace function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
create or replace trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();
revoke update, delete, truncate on audit_events from tsunagi_app;

-- The next events of the ledger, each a list of what ledger.ts says, the last of it as the hash reads it: their positions and the
-- hashes that seal them (SHA-256 over position, fields and the hash before). Whoever comes second waits here until the first has
-- committed, so positions have no gap.
drop function if exists append_audit_event(timestamptz, text, uuid, text, text, text, jsonb, text);
create or replace function append_audit_events(said jsonb) returns void language plpgsql set search_path = public, pg_temp
  as $$
  declare
    last audit_head%rowtype;
    next jsonb;
    sealed text;
  begin
    loop
      select * into last from audit_head where id = 1 for update;
      exit when found;
      insert into audit_head (id, position, hash) values (1, 0, repeat('0', 64)) on conflict do nothing;
    end loop;
    for next in select value from jsonb_array_elements(said) loop
      last.position := last.position + 1;
      sealed := encode(sha256(convert_to(format('[%s,%s,"%s"]', last.position, next ->> 7, last.hash), 'UTF8')), 'hex');
      insert into audit_events (position, at, event, person_id, actor, subject_kind, subject_id, facts, previous_hash, hash)
        values (last.position, (next ->> 0)::timestamptz, next ->> 1, (next ->> 2)::uuid, next ->> 3, next ->> 4, next ->> 5,
          (next ->> 6)::jsonb, last.hash, sealed);
      last.hash := sealed;
    end loop;
    update audit_head set position = last.position, hash = last.hash where id = 1;
  end $$;

-- Jobs are added in the caller's transaction; the queue's own tables stay out of the application's reach.
create or replace function enqueue_job(task text, payload json, run_at timestamptz, key text) returns void
  language plpgsql security definer set search_path = graphile_worker, pg_temp
  as $$ begin perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 12); end $$;
revoke all on function enqueue_job(text, json, timestamptz, text) from public;
grant execute on function enqueue_job(text, json, timestamptz, text) to tsunagi_app;

-- Whoever publishes makes files readable for all, though others uploaded them; the caller has decided that it may be.
create or replace function make_file_public(file uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'file.publish', true);
    update files set public_at = coalesce(public_at, moment) where id = file;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function make_file_public(uuid, timestamptz) from public;
grant execute on function make_file_public(uuid, timestamptz) to tsunagi_app;

-- Jobs that gave up, for the administrator's page. Payloads stay where they are.
create or replace function list_dead_jobs() returns table (id bigint, task text, attempts smallint, last_tried timestamptz)
  language sql stable security definer set search_path = graphile_worker, pg_temp
  as $$ select j.id, j.task_identifier, j.attempts, j.updated_at from graphile_worker.jobs j
    where j.attempts >= j.max_attempts and j.locked_at is null and public.app_has_role('administrator') order by j.updated_at desc limit 200 $$;
create or replace function retry_dead_job(job bigint) returns void
  language sql security definer set search_path = graphile_worker, pg_temp
  as $$ select graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0) where public.app_has_role('administrator') $$;
create or replace function drop_dead_job(job bigint) returns void
  language sql security definer set search_path = graphile_worker, pg_temp
  as $$ select graphile_worker.complete_jobs(array[job]) where public.app_has_role('administrator') $$;
revoke all on function list_dead_jobs(), retry_dead_job(bigint), drop_dead_job(bigint) from public;
grant execute on function list_dead_jobs(), retry_dead_job(bigint), drop_dead_job(bigint) to tsunagi_app;
