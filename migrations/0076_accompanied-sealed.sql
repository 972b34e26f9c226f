DROP POLICY "seen_by" ON "grant_bank_registers" CASCADE;--> statement-breakpoint
DROP POLICY "added_by" ON "grant_bank_registers" CASCADE;--> statement-breakpoint
DROP TABLE "grant_bank_registers" CASCADE;--> statement-breakpoint
DROP POLICY "seen_by" ON "grant_branches" CASCADE;--> statement-breakpoint
DROP POLICY "written_by" ON "grant_branches" CASCADE;--> statement-breakpoint
DROP TABLE "grant_branches" CASCADE;--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "accompanied_by";