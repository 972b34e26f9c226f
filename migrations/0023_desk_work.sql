CREATE TABLE "debriefs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "debriefs_once" UNIQUE("contact_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "debriefs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "phrases_code" UNIQUE("desk_id","code")
);
--> statement-breakpoint
ALTER TABLE "phrases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"doors" text[] NOT NULL,
	"series_id" uuid NOT NULL,
	CONSTRAINT "shifts_in_order" CHECK ("shifts"."starts_at" < "shifts"."ends_at")
);
--> statement-breakpoint
ALTER TABLE "shifts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "retention_days" integer;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "surveyed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "debriefs_by_age" ON "debriefs" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "phrases_by_desk" ON "phrases" USING btree ("desk_id","position");--> statement-breakpoint
CREATE INDEX "shifts_by_desk" ON "shifts" USING btree ("desk_id","starts_at");--> statement-breakpoint
CREATE INDEX "contacts_to_follow_up" ON "contacts" USING btree ("desk_id","follow_up_on") WHERE follow_up_on is not null;--> statement-breakpoint
CREATE POLICY "seen_by" ON "debriefs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "debriefs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "phrases" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "phrases" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "shifts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "shifts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));