import type { APIRoute } from 'astro';

/** Everything may be read; the site map is named where the address of the site is known. */
export const GET: APIRoute = ({ site }) => {
  const map = site ? `Sitemap: ${new URL(`${import.meta.env.BASE_URL}sitemap-index.xml`, site).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${map}`);
};
