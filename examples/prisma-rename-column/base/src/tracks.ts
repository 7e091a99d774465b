import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const titles = () => prisma.track.findMany({ select: { title: true } });
