import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { PARTS } from '@/site/text/parts.ts';

/** What is where, in plain text for programs that read: one line a chapter, from the chapters' own front matter. */
export const GET: APIRoute = async ({ site }) => {
  const chapters = await getCollection('docs');
  const root = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const address = (id: string) => (site ? new URL(`${root}${id}/`, site).href : `${root}${id}/`);
  const index = chapters.find(({ id }) => id === 'index');
  const sections = PARTS.map(({ folder, title }) => {
    const lines = chapters
      .filter(({ id }) => id.startsWith(`${folder}/`))
      .sort((one, other) => (one.data.sidebar.order ?? 99) - (other.data.sidebar.order ?? 99))
      .map(({ id, data }) => `- [${data.title}](${address(id)})${data.description ? `: ${data.description}` : ''}`);
    return `## ${title}\n\n${lines.join('\n')}\n`;
  });
  return new Response(`# Gradient Checking, Live\n\n> ${index?.data.description}\n\n${sections.join('\n')}`);
};
