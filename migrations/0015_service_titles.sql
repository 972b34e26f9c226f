ALTER TABLE "services" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "services_by_title" ON "services" USING btree ("title","id");--> statement-breakpoint
ALTER POLICY "seen_by" ON "confirmation_links" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "written_by" ON "confirmation_links" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "link_checks" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "written_by" ON "service_locations" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "service_versions" TO public USING (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "added_by" ON "service_versions" TO public WITH CHECK (exists (select from services s where s.id = service_id and ((select app_is_system())
      or (select app_has_role('directory-keeper')) or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "services" TO public USING ((published_at is not null and not sealed) or (select app_is_system()) or (select app_has_role('directory-keeper'))
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
ALTER POLICY "written_by" ON "services" TO public USING ((select app_is_system()) or (select app_has_role('directory-keeper'))
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK ((select app_is_system()) or (select app_has_role('directory-keeper'))
  or app_has_role_at('directory-editor', organisation_id));