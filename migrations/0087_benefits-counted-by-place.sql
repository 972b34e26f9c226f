ALTER TABLE "grant_benefits" ADD COLUMN "municipality" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD COLUMN "worry" text DEFAULT '' NOT NULL;