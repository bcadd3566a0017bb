/**
 * A link to a page of this site from within a script, under whatever path it is served: `tools/bugs/#sign`.
 * The pieces are joined when it runs, because the portable build makes the base relative as a string of its own.
 */
export const siteLink = (address: string): string => [import.meta.env.BASE_URL.replace(/\/?$/, ''), address].join('/');
