-- Run after every migration; each statement may be run again.
-- The access table of relations/rules.ts once more, for the database alone; access.test.ts holds the two against each other.
-- Row-level security of case_files has already hidden the case from whoever does not stand to it, and from whoever is barred.
-- Asked for every row of a list: plpgsql keeps the plans of its questions, and what is the same for a whole statement
-- (`cases_given`, `cases_barred`) stands in policies as a sub-select, so that it is asked once.

create or replace function carried_organisations() returns uuid[] language sql stable
  as $$ select coalesce(array_agg(split_part(held, '@', 2)::uuid), '{}')
    from regexp_split_to_table(coalesce(current_setting('app.roles', true), ''), ' ') held
    where held like 'case-worker@%' or held like 'case-supervisor@%' $$;

-- Cases to which whoever acts stands by a row that was given for a time, and those from which they are shut out by name.
create or replace function cases_given() returns uuid[] language sql stable
  as $$ select coalesce(array_agg(r.case_id), '{}') from case_relations r where r.kind <> 'barred'
    and r.begins_at <= now() and (r.ends_at is null or r.ends_at > now())
    and (r.person_id = app_person() or (r.person_id is null and r.organisation_id = any(carried_organisations()))) $$;
create or replace function cases_barred() returns uuid[] language sql stable
  as $$ select coalesce(array_agg(b.case_id), '{}') from case_relations b where b.kind = 'barred' and b.person_id = app_person()
    and b.begins_at <= now() and (b.ends_at is null or b.ends_at > now()) $$;

create or replace function case_given(file uuid, class text, kinds text[]) returns boolean language sql stable
  as $$ select exists (select from case_relations r where r.case_id = file and r.kind = any(kinds) and class = any(r.classes)
    and r.begins_at <= now() and (r.ends_at is null or r.ends_at > now())
    and (r.person_id = app_person() or (r.person_id is null and r.organisation_id = any(carried_organisations())))) $$;

-- Where a protected person lives counts as protected: shown to nobody by default.
create or replace function class_kept(class text, is_protected boolean) returns text language sql immutable
  as $$ select case when class = 'place' and is_protected then 'protected' else class end $$;

-- One line of the table each, over the facts of a case.
create or replace function class_seen(class text, organisation uuid, assigned uuid, fades timestamptz, file uuid) returns boolean
  language sql stable
  as $$ select (class <> 'protected' and (app_has_role_at('case-supervisor', organisation)
      or (app_has_role_at('case-worker', organisation) and assigned = app_person())))
    or (class in ('identity', 'basic', 'record') and app_has_role_at('case-worker', organisation)
      and (fades is null or fades > now()))
    or case_given(file, class, array['member', 'urgent', 'revealed']) $$;
create or replace function class_written(class text, organisation uuid, assigned uuid, fades timestamptz, file uuid) returns boolean
  language sql stable
  as $$ select (class <> 'protected' and (app_has_role_at('case-supervisor', organisation)
      or (app_has_role_at('case-worker', organisation) and assigned = app_person())))
    or (class = 'record' and app_has_role_at('case-worker', organisation) and (fades is null or fades > now()))
    or case_given(file, class, array['revealed']) $$;

create or replace function case_sees(file uuid, class text) returns boolean language plpgsql stable
  as $$ begin
    if app_is_system() then return true; end if;
    return exists (select from case_files c where c.id = file
      and class_seen(class_kept(class, c.is_protected), c.organisation_id, c.assigned_to, c.fades_at, c.id));
  end $$;

create or replace function case_writes(file uuid, class text) returns boolean language plpgsql stable
  as $$ begin
    if app_is_system() then return true; end if;
    return exists (select from case_files c where c.id = file
      and class_written(class_kept(class, c.is_protected), c.organisation_id, c.assigned_to, c.fades_at, c.id));
  end $$;

create or replace function person_sees(person uuid, class text) returns boolean language plpgsql stable
  as $$ begin
    if app_is_system() then return true; end if;
    return exists (select from case_files c where c.person_id = person
      and class_seen(class_kept(class, c.is_protected), c.organisation_id, c.assigned_to, c.fades_at, c.id));
  end $$;

create or replace function person_writes(person uuid, class text) returns boolean language plpgsql stable
  as $$ begin
    if app_is_system() then return true; end if;
    return exists (select from case_files c where c.person_id = person
      and class_written(class_kept(class, c.is_protected), c.organisation_id, c.assigned_to, c.fades_at, c.id));
  end $$;
