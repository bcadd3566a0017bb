import { getCollection } from 'astro:content';
import { PARTS } from './parts.ts';

/** The course at a glance: the parts, and in each its chapters in the order of the side bar. */
export async function course() {
  const entries = await getCollection('docs', ({ data }) => !data.draft);
  return PARTS.map(({ folder, title }) => ({
    title,
    chapters: entries
      .filter(({ id }) => id.startsWith(`${folder}/`))
      .sort((a, b) => (a.data.sidebar.order ?? Number.MAX_VALUE) - (b.data.sidebar.order ?? Number.MAX_VALUE))
      .map(({ id, data: { title, description } }) => ({
        title,
        description,
        address: `${import.meta.env.BASE_URL}${id}/`,
      })),
  }));
}
