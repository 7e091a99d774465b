/*
  Warnings:

  - You are about to drop the column `title` on the `Track` table. All the data in the column will be lost.
  - Added the required column `heading` to the `Track` table without a default value. This is not possible if the table is not empty.

*/
-- AlterTable
ALTER TABLE "Track" DROP COLUMN "title",
ADD COLUMN     "heading" TEXT NOT NULL;
