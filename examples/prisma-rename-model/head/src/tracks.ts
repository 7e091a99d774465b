import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const titles = () => prisma.song.findMany({ select: { title: true } });
