-- A certificate of somebody with a sign-in is their proof for the conditions of roles, from the same moment, and never without it.
create or replace function training_certificate_proves() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'training.proof', true);
    delete from proofs where id = old.id or id = new.id;
    if new.person_id is not null and new.revoked_at is null then
      insert into proofs (id, person_id, kind, valid_from, valid_until)
        values (new.id, new.person_id, new.course_id, new.issued_at, new.valid_until);
    end if;
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger training_certificate_proves after insert or update or delete on training_certificates
  for each row execute function training_certificate_proves();
