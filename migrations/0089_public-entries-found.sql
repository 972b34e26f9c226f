ALTER POLICY "written_by" ON "search_entries" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system()) or (select app_has_role('directory-keeper'))
  or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and s.published_at is not null and not s.sealed
        and ((select app_is_system()) or (select app_has_role('directory-keeper'))
  or app_has_role_at('directory-editor', s.organisation_id))));