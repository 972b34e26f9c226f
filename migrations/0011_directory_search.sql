CREATE TABLE "search_entries" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"topics" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"areas" text[] NOT NULL,
	"located" text[] NOT NULL,
	"concepts" text[] NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"review_on" date,
	"capacity" text,
	"open_during" "tstzmultirange",
	"tie" integer NOT NULL,
	"tokens" integer[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"made_with" text NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"topics" text[] NOT NULL,
	"words" text[] NOT NULL,
	"phrases" text[] NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_groups_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "search_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unmet_needs" (
	"month" text NOT NULL,
	"topic" text NOT NULL,
	"municipality" text NOT NULL,
	"why" text NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "unmet_needs_month_topic_municipality_why_pk" PRIMARY KEY("month","topic","municipality","why")
);
--> statement-breakpoint
ALTER TABLE "unmet_needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_by_tokens" ON "search_entries" USING gin ("tokens");--> statement-breakpoint
CREATE INDEX "search_entries_by_making" ON "search_entries" USING btree ("made_on","made_with");--> statement-breakpoint
CREATE POLICY "seen_by" ON "search_entries" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "search_entries" AS PERMISSIVE FOR ALL TO public USING (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system()
      or app_has_role('directory-keeper') or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "search_groups" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "search_groups" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "unmet_needs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('directory-keeper'));--> statement-breakpoint
CREATE POLICY "written_by" ON "unmet_needs" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());