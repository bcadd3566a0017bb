import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '**/[^_]*.{md,mdx}' }),
    schema: docsSchema({
      // Words by which a reader may search for the page, and that its text has not.
      extend: z.object({ keywords: z.array(z.string()).default([]) }),
    }),
  }),
};
