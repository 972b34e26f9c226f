CREATE TABLE "navigator_flows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "navigator_flows_version" UNIQUE("version")
);
--> statement-breakpoint
ALTER TABLE "navigator_flows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "packet_misses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "packet_misses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "packets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code_index" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone,
	CONSTRAINT "packets_code_index" UNIQUE("code_index")
);
--> statement-breakpoint
ALTER TABLE "packets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schemes" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "schemes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "packet_misses" ADD CONSTRAINT "packet_misses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packets" ADD CONSTRAINT "packets_opened_by_organisations_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "navigator_flows_one_draft" ON "navigator_flows" USING btree ("state") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "navigator_flows_one_published" ON "navigator_flows" USING btree ("state") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "packet_misses_by_person" ON "packet_misses" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "packets_by_expiry" ON "packets" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "navigator_flows" AS PERMISSIVE FOR SELECT TO public USING (state = 'published' or app_is_system() or app_has_role('directory-keeper'));--> statement-breakpoint
CREATE POLICY "written_by" ON "navigator_flows" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "packet_misses" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "packet_misses" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "packets" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "packets" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "schemes" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "schemes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));