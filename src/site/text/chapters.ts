import { getCollection } from 'astro:content';
import { PARTS } from './parts.ts';

/** The course at a glance: the parts, and in each its pages in the order of the side bar. Chapters are numbered through. */
export async function course() {
  const entries = await getCollection('docs', ({ data }) => !data.draft);
  let number = 0;
  return PARTS.map(({ folder, title, chapters }) => ({
    title,
    chapters: entries
      .filter(({ id }) => id.startsWith(`${folder}/`))
      .sort((a, b) => (a.data.sidebar.order ?? Number.MAX_VALUE) - (b.data.sidebar.order ?? Number.MAX_VALUE))
      .map(({ id, data: { title, description } }) => ({
        id,
        title,
        description,
        address: `${import.meta.env.BASE_URL}${id}/`,
        number: chapters ? ++number : undefined,
      })),
  }));
}
