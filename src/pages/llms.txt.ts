import { getEntry } from 'astro:content';
import type { APIRoute } from 'astro';
import { course } from '@/site/text/chapters.ts';

/** The course for programs that read text: one line a chapter, from the chapter's own front matter. */
export const GET: APIRoute = async ({ site }) => {
  const index = await getEntry('docs', 'index');
  const sections = (await course()).map(({ title, chapters }) => {
    const lines = chapters.map(
      ({ title, description, address }) =>
        `- [${title}](${site ? new URL(address, site).href : address}index.md)${description ? `: ${description}` : ''}`,
    );
    return `## ${title}\n\n${lines.join('\n')}\n`;
  });
  const all = 'All of it in one text: llms-full.txt, beside this file.';
  return new Response(`# Gradient Checking, Live\n\n> ${index?.data.description}\n\n${all}\n\n${sections.join('\n')}`);
};
