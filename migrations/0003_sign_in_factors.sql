CREATE POLICY "removed_by" ON "passkeys" AS PERMISSIVE FOR DELETE TO public USING (app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "removed_by" ON "recovery_codes" AS PERMISSIVE FOR DELETE TO public USING (app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "removed_by" ON "sso_identities" AS PERMISSIVE FOR DELETE TO public USING (app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "removed_by" ON "totp_secrets" AS PERMISSIVE FOR DELETE TO public USING (app_has_role('administrator'));--> statement-breakpoint
ALTER POLICY "seen_by" ON "passkeys" TO public USING (app_has_role('administrator'));--> statement-breakpoint
ALTER POLICY "seen_by" ON "recovery_codes" TO public USING (app_has_role('administrator'));--> statement-breakpoint
ALTER POLICY "seen_by" ON "sso_identities" TO public USING (app_has_role('administrator'));--> statement-breakpoint
ALTER POLICY "seen_by" ON "totp_secrets" TO public USING (app_has_role('administrator'));