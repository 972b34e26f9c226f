-- A case that is erased takes along what a workplace was told of its person: without this row's key nothing of the training opens.
create or replace function forget_work_training() returns trigger language plpgsql
  as $$ begin
    delete from work_training_told where training_id in (select training_id from work_training_sides where case_id = new.id);
    return null;
  end $$;
create or replace trigger work_training_forgotten after update of sealed_key on case_files
  for each row when (new.sealed_key is null and old.sealed_key is not null) execute function forget_work_training();
