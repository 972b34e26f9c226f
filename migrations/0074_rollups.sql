CREATE TABLE "rollup_facts" (
	"thing" uuid NOT NULL,
	"rollup_id" bigint NOT NULL,
	"who" uuid,
	"n" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rollup_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_marks" (
	"register" text NOT NULL,
	"thing" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rollup_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_people" (
	"rollup_id" bigint NOT NULL,
	"who" uuid NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "rollup_people_once" UNIQUE("rollup_id","who")
);
--> statement-breakpoint
ALTER TABLE "rollup_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rollups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"register" text NOT NULL,
	"year" integer NOT NULL,
	"owner" uuid NOT NULL,
	"month" text NOT NULL,
	"figure" text NOT NULL,
	"code" text NOT NULL,
	"n" bigint NOT NULL,
	"people" bigint NOT NULL,
	CONSTRAINT "rollups_once" UNIQUE("register","year","owner","month","figure","code")
);
--> statement-breakpoint
ALTER TABLE "rollups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "rollup_facts_by_thing" ON "rollup_facts" USING btree ("thing");--> statement-breakpoint
CREATE INDEX "rollup_marks_by_register" ON "rollup_marks" USING btree ("register");--> statement-breakpoint
CREATE POLICY "seen_by" ON "rollup_facts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "rollup_facts" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "rollup_marks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "rollup_marks" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "rollup_people" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "rollup_people" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "rollups" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "rollups" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());