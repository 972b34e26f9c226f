CREATE TABLE "partner_meeting_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"organisation_name" text NOT NULL,
	"kind" text NOT NULL,
	"attends" text NOT NULL,
	"wishes" uuid[] DEFAULT '{}' NOT NULL,
	"table_id" uuid,
	"token_hash" text NOT NULL,
	"address_mark" text NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_meeting_entries_once" UNIQUE("meeting_id","address_mark"),
	CONSTRAINT "partner_meeting_entries_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "partner_meeting_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_meeting_links" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partner_meeting_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_meeting_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"words" text NOT NULL,
	"agreed" boolean NOT NULL,
	"organisation_id" uuid,
	"partner_id" uuid,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partner_meeting_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_meeting_tables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"topic" text NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "partner_meeting_tables_once" UNIQUE("meeting_id","position")
);
--> statement-breakpoint
ALTER TABLE "partner_meeting_tables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"about_ja" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"online" boolean DEFAULT false NOT NULL,
	"quota" integer NOT NULL,
	"cancelled_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partner_meetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "partner_meeting_entries" ADD CONSTRAINT "partner_meeting_entries_meeting_id_partner_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."partner_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_entries" ADD CONSTRAINT "partner_meeting_entries_table_id_partner_meeting_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."partner_meeting_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_links" ADD CONSTRAINT "partner_meeting_links_meeting_id_partner_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."partner_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_results" ADD CONSTRAINT "partner_meeting_results_meeting_id_partner_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."partner_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_results" ADD CONSTRAINT "partner_meeting_results_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_results" ADD CONSTRAINT "partner_meeting_results_partner_id_organisations_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_meeting_tables" ADD CONSTRAINT "partner_meeting_tables_meeting_id_partner_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."partner_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_meeting_results_by_meeting" ON "partner_meeting_results" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "partner_meetings_by_day" ON "partner_meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "partner_meeting_entries" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "written_by" ON "partner_meeting_entries" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "partner_meeting_links" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "written_by" ON "partner_meeting_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "partner_meeting_results" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "partner_meeting_results" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "partner_meeting_tables" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "partner_meeting_tables" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "partner_meetings" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "partner_meetings" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));