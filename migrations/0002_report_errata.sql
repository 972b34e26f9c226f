ALTER TABLE "errata" ADD COLUMN "slug" text NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" DROP COLUMN "note";