/**
 * A link to a page of this site from within a script, under whatever path it is served: `tools/bugs/#sign`.
 * Joined at run time: the build makes the base relative where it finds it as a whole string.
 */
export const siteLink = (address: string): string => [import.meta.env.BASE_URL, address].join('');
