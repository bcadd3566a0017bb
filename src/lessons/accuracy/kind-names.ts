/** The categories of the corpus in words. */
const NAMES: Readonly<Record<string, string>> = {
  'plain-correct': 'plain, right',
  'kink-near': 'kink nearby',
  offset: 'large offset',
  scale: 'large or tiny scale',
  curvature: 'strong curvature',
  'zero-gradient': 'zero gradient',
  'mixed-scale': 'mixed scales',
  'float32-correct': 'float32, right',
  'large-n': 'many elements',
  'plain-wrong': 'plain, wrong',
  'hidden-block': 'hidden group',
  'single-coordinate': 'single element',
  'missing-reg': 'missing regulariser',
  'slight-error': 'slight error',
  structural: 'wrong structure',
  'float32-wrong': 'float32, wrong',
  masked: 'masked by the point',
  interface: 'state and interface',
  'tiny-gradient': 'tiny gradient',
  odd: 'noise, kink at x, constant f',
};

/** A category as a reader sees it; one without a name stands for itself. */
export const kindName = (category: string): string => NAMES[category] ?? category;
