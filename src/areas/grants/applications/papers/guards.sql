-- Run after every migration; each statement may be run again.
-- With a paper goes the row of its file, whoever deletes the application with everything in it; the job of the files removes the bytes.
create or replace function drop_paper_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'grant-paper.drop', true);
    delete from files f where f.id = old.file_id;
    perform set_config('app.system', before, true);
    return null;
  end $$;
revoke all on function drop_paper_file() from public;
create or replace trigger grant_papers_drop_file after delete on grant_papers for each row execute function drop_paper_file();
