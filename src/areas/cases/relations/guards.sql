-- Run after every migration; each statement may be run again.
-- The access table of relations/rules.ts once more, for the database alone; access.test.ts holds the two against each other.
-- Row-level security of case_files has already hidden the case from whoever does not stand to it, and from whoever is barred.

create or replace function case_given(file uuid, class text, kinds text[]) returns boolean language sql stable
  as $$ select exists (select from case_relations r where r.case_id = file and r.kind = any(kinds) and class = any(r.classes)
    and r.begins_at <= now() and (r.ends_at is null or r.ends_at > now())
    and (r.person_id = app_person() or (r.person_id is null
      and (app_has_role_at('case-worker', r.organisation_id) or app_has_role_at('case-supervisor', r.organisation_id))))) $$;

create or replace function case_sees(file uuid, class text) returns boolean language sql stable
  as $$ select app_is_system() or exists (select from case_files c where c.id = file and (
    (class <> 'protected' and (app_has_role_at('case-supervisor', c.organisation_id)
      or (app_has_role_at('case-worker', c.organisation_id) and c.assigned_to = app_person())))
    or (class in ('identity', 'basic', 'record') and app_has_role_at('case-worker', c.organisation_id)
      and (c.fades_at is null or c.fades_at > now()))
    or case_given(file, class, array['member', 'urgent', 'revealed']))) $$;

create or replace function case_writes(file uuid, class text) returns boolean language sql stable
  as $$ select app_is_system() or exists (select from case_files c where c.id = file and (
    (class <> 'protected' and (app_has_role_at('case-supervisor', c.organisation_id)
      or (app_has_role_at('case-worker', c.organisation_id) and c.assigned_to = app_person())))
    or (class = 'record' and app_has_role_at('case-worker', c.organisation_id) and (c.fades_at is null or c.fades_at > now()))
    or case_given(file, class, array['revealed']))) $$;

create or replace function person_sees(person uuid, class text) returns boolean language sql stable
  as $$ select app_is_system() or exists (select from case_files c where c.person_id = person and case_sees(c.id, class)) $$;

create or replace function person_writes(person uuid, class text) returns boolean language sql stable
  as $$ select app_is_system() or exists (select from case_files c where c.person_id = person and case_writes(c.id, class)) $$;
