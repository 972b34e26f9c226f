ALTER TABLE "grant_benefits" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD COLUMN "case_key" text;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_benefits_by_case" ON "grant_benefits" USING btree ("case_key");--> statement-breakpoint
UPDATE "grant_benefits" b SET "application_id" = a."application_id" FROM "grant_awards" a WHERE a."id" = b."award_id";
