-- Run after every migration; each statement may be run again.
-- Accepting moves the conversation, with all its words and its key, to the desk that accepts, under the id and number that the
-- person has. What counts for the desk that handed over stays there as a contact of its own without any word. Called in the
-- transaction of somebody who works at the accepting desk; row-level security alone would show them nothing to move.
create or replace function accept_transfer(offered uuid, moment timestamptz, in_time boolean) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    taker uuid := app_person();
    stays uuid := gen_random_uuid();
    allowed boolean;
    t transfers%rowtype;
    c contacts%rowtype;
  begin
    perform set_config('app.system', 'transfer.accept', true);
    select * into t from transfers where id = offered and state = 'offered' for update;
    select * into c from contacts where id = t.contact_id and desk_id = t.from_desk_id and state <> 'ended' for update;
    perform set_config('app.system', before, true);
    allowed := app_has_role_at('counsellor', t.to_desk_id) or app_has_role_at('desk-supervisor', t.to_desk_id);
    if t.id is null or c.id is null or allowed is not true then
      raise exception 'nothing to accept' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('app.system', 'transfer.accept', true);
    insert into contacts (id, desk_id, number, door, state, lang, arrived_at, queued_at, taken_at, taken_by, first_answer_at, ended_at,
        end_reason, in_hours, last_person_at, last_desk_at, about, worries, main_worry, age_band, sex, municipality, route, actions,
        outcome, minutes, interpreter, risk, flags, transferred_from, erased_at)
      values (stays, c.desk_id, 'T' || substr(md5(stays::text), 1, 15), c.door, 'ended', c.lang, c.arrived_at, c.queued_at, c.taken_at,
        c.taken_by, c.first_answer_at, moment, 'transferred', c.in_hours, c.last_person_at, c.last_desk_at, c.about, c.worries,
        c.main_worry, c.age_band, c.sex, c.municipality, c.route, c.actions, coalesce(c.outcome, 'passed-on'),
        coalesce(c.minutes, greatest(1, round(extract(epoch from moment - coalesce(c.taken_at, c.arrived_at)) / 60)::int)),
        c.interpreter, c.risk, c.flags, c.transferred_from, moment);
    update contacts set desk_id = t.to_desk_id, state = 'open', arrived_at = t.offered_at, queued_at = t.offered_at, taken_at = moment,
        taken_by = taker, first_answer_at = null, in_hours = in_time, actions = '{}', outcome = null, minutes = null,
        follow_up_on = null, stays_at = null, transferred_from = stays, version = c.version + 1
      where id = c.id;
    update messages set desk_id = t.to_desk_id where contact_id = c.id;
    update attachments set desk_id = t.to_desk_id where contact_id = c.id;
    update contact_texts set desk_id = t.to_desk_id where contact_id = c.id;
    update contact_referrals set desk_id = t.to_desk_id where contact_id = c.id;
    update line_talks set desk_id = t.to_desk_id where contact_id = c.id;
    update mail_threads set desk_id = t.to_desk_id where contact_id = c.id;
    update mail_ids set desk_id = t.to_desk_id where contact_id = c.id;
    update contact_packets set desk_id = t.to_desk_id where contact_id = c.id;
    update contact_marks set desk_id = t.to_desk_id where contact_id = c.id;
    update risk_assessments set desk_id = t.to_desk_id where contact_id = c.id;
    update escalations set resolved_at = moment, resolved_by = taker, outcome = 'transferred' where contact_id = c.id and resolved_at is null;
    delete from contact_links where contact_id = c.id or earlier_id = c.id;
    delete from drafts where contact_id = c.id;
    update transfers set state = 'accepted', answered_by = taker, answered_at = moment, left_id = stays, sealed_key = null, sealed = null
      where id = t.id;
    perform set_config('app.system', before, true);
    return stays;
  end $$;
revoke all on function accept_transfer(uuid, timestamptz, boolean) from public;
grant execute on function accept_transfer(uuid, timestamptz, boolean) to tsunagi_app;
