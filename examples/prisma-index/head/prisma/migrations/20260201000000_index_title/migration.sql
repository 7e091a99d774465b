-- AlterTable
ALTER TABLE "Track" ADD COLUMN     "album" TEXT;

-- CreateIndex
CREATE INDEX CONCURRENTLY "Track_title_idx" ON "Track"("title");
