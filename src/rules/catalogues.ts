// Coded lists people choose from; a ladder is ordered from low to high.
import { z } from 'zod';
import { bilingual } from './words.ts';

export const cataloguesFile = z.strictObject({
  catalogues: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9_]*$/),
      label: bilingual,
      ladder: z.boolean(),
      items: z
        .array(
          z.strictObject({
            code: z.string().min(1),
            label: bilingual,
            aliases: z.array(z.string()).optional(),
          }),
        )
        .min(1),
    }),
  ),
});

export type Catalogue = z.infer<typeof cataloguesFile>['catalogues'][number];
