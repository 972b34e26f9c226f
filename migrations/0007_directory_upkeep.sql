CREATE TABLE "confirmation_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"due_on" date,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "confirmation_links_by_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "confirmation_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmation_presses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"link_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "confirmation_presses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "freshness_letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sent_on" date NOT NULL,
	"entries" integer NOT NULL,
	CONSTRAINT "freshness_letters_once" UNIQUE("organisation_id","sent_on")
);
--> statement-breakpoint
ALTER TABLE "freshness_letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"layout" text NOT NULL,
	"encoding" text NOT NULL,
	"unread" text[] NOT NULL,
	"rows" jsonb NOT NULL,
	"created" integer NOT NULL,
	"changed" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"wrong" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link_checks" (
	"service_id" uuid NOT NULL,
	"url" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"http_status" integer,
	"failed_nights" integer DEFAULT 0 NOT NULL,
	"last_failed_on" date,
	"broken_since" date,
	"told_at" timestamp with time zone,
	CONSTRAINT "link_checks_service_id_url_pk" PRIMARY KEY("service_id","url")
);
--> statement-breakpoint
ALTER TABLE "link_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"service_version" integer,
	"origin" text NOT NULL,
	"items" jsonb NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"email" text,
	"person_id" uuid,
	"person_name" text DEFAULT '' NOT NULL,
	"organisation_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"made_version" integer
);
--> statement-breakpoint
ALTER TABLE "proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "confirmation_links" ADD CONSTRAINT "confirmation_links_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_links" ADD CONSTRAINT "confirmation_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_presses" ADD CONSTRAINT "confirmation_presses_link_id_confirmation_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."confirmation_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshness_letters" ADD CONSTRAINT "freshness_letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmation_links_by_service" ON "confirmation_links" USING btree ("service_id","sent_at");--> statement-breakpoint
CREATE INDEX "confirmation_presses_by_link" ON "confirmation_presses" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "import_runs_by_organisation" ON "import_runs" USING btree ("organisation_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "proposals_by_service" ON "proposals" USING btree ("service_id","status");--> statement-breakpoint
CREATE INDEX "proposals_by_status" ON "proposals" USING btree ("status","created_at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "confirmation_links" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "confirmation_links" AS PERMISSIVE FOR ALL TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "confirmation_presses" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from confirmation_links l where l.id = link_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "confirmation_presses" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "freshness_letters" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('directory-keeper')
      or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "freshness_letters" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "import_runs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "import_runs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "link_checks" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "link_checks" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "proposals" AS PERMISSIVE FOR SELECT TO public USING (person_id = app_person() or app_is_system() or app_has_role('directory-keeper')
  or exists (select from services s where s.id = service_id and app_has_role_at('directory-editor', s.organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "proposals" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')
  or exists (select from services s where s.id = service_id and app_has_role_at('directory-editor', s.organisation_id))) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or exists (select from services s where s.id = service_id and app_has_role_at('directory-editor', s.organisation_id)));--> statement-breakpoint
CREATE POLICY "added_by" ON "proposals" AS PERMISSIVE FOR INSERT TO public WITH CHECK (status = 'open' and person_id = app_person());