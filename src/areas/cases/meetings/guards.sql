-- Run after every migration; each statement may be run again.
-- Whether somebody belongs to a meeting, and whether they promised secrecy and it is open to them now; for whom the case is
-- barred, there is no meeting either. What ended a member's look into the case (a withdrawn consent) ends the papers too.

create or replace function meeting_member(meeting uuid) returns boolean language sql stable
  as $$ select exists (select from case_meeting_members m where m.meeting_id = meeting and m.person_id = app_person()
    and (app_has_role_at('case-worker', m.organisation_id) or app_has_role_at('case-supervisor', m.organisation_id))
    and not exists (select from case_relations b where b.case_id = m.case_id and b.kind = 'barred'
      and b.person_id = app_person() and b.begins_at <= now() and (b.ends_at is null or b.ends_at > now()))) $$;

create or replace function meeting_sworn(meeting uuid) returns boolean language sql stable
  as $$ select meeting_member(meeting) and exists (select from case_meeting_members m where m.meeting_id = meeting
    and m.person_id = app_person() and m.sworn_at is not null
    and m.reads_from <= now() and (m.reads_until is null or m.reads_until > now())
    and (m.reads_until is null or exists (select from case_relations r where r.id = m.relation_id
      and r.begins_at <= now() and (r.ends_at is null or r.ends_at > now())))) $$;
