/** The parts of the site, in order: the folder of `content/` that each is in, its heading, and whether it is read in order. */
export const PARTS = [
  { folder: 'method', title: 'The method', chapters: true },
  { folder: 'misleads', title: 'When the check misleads', chapters: true },
  { folder: 'practice', title: 'In practice', chapters: true },
  { folder: 'tools', title: 'Tools', chapters: false },
] as const;
