CREATE TABLE "municipalities" (
	"code" text PRIMARY KEY NOT NULL,
	"code6" text NOT NULL,
	"parent_code" text,
	"kind" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_kana" text NOT NULL,
	"name_en" text NOT NULL,
	"county" text,
	"region" text,
	"population" integer,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"tile_column" integer,
	"tile_row" integer,
	"support_authority" text NOT NULL,
	"organisation_id" uuid
);
--> statement-breakpoint
ALTER TABLE "municipalities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmation_addresses" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "confirmation_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_profiles" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"name_kana" text DEFAULT '' NOT NULL,
	"description_ja" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"legal_number" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"municipality" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision
);
--> statement-breakpoint
ALTER TABLE "service_locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"sealed" boolean NOT NULL,
	"published" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"organisation_id" uuid,
	"person_name" text NOT NULL,
	CONSTRAINT "service_versions_once" UNIQUE("service_id","version")
);
--> statement-breakpoint
ALTER TABLE "service_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"code" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"topics" text[] NOT NULL,
	"areas" text[] NOT NULL,
	"published_at" timestamp with time zone,
	"sealed" boolean DEFAULT false NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"review_on" date,
	"capacity" text,
	"capacity_note" text DEFAULT '' NOT NULL,
	"capacity_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_parent_code_municipalities_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_addresses" ADD CONSTRAINT "confirmation_addresses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_profiles" ADD CONSTRAINT "organisation_profiles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_locations" ADD CONSTRAINT "service_locations_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_versions" ADD CONSTRAINT "service_versions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_versions" ADD CONSTRAINT "service_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_verified_by_organisations_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "municipalities_by_parent" ON "municipalities" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "service_locations_by_service" ON "service_locations" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_locations_by_municipality" ON "service_locations" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "services_by_organisation" ON "services" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "services_by_change" ON "services" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "services_by_review" ON "services" USING btree ("review_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "municipalities" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "municipalities" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "confirmation_addresses" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "confirmation_addresses" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "organisation_profiles" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "organisation_profiles" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "service_locations" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "service_locations" AS PERMISSIVE FOR ALL TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "service_versions" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "added_by" ON "service_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "services" AS PERMISSIVE FOR SELECT TO public USING ((published_at is not null and not sealed) or app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "services" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));