// The small shapes every regulation file uses: bilingual text, a citation, a day, a mark of confidence.
import { z } from 'zod';

export const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export const dayText = z.iso.date();
export const confidence = z.enum(['S', 'S2', 'L', 'K', '?']);
export const cited = z.strictObject({ document: z.string().min(1), clause: z.string().min(1) });
