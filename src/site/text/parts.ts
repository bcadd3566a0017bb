/** The parts of the course, in order: the folder of `content/` that each is in, and its heading. */
export const PARTS = [
  { folder: 'method', title: 'The method' },
  { folder: 'misleads', title: 'When the check misleads' },
  { folder: 'practice', title: 'In practice' },
  { folder: 'tools', title: 'Tools' },
] as const;
