/** Messages that other pages of the course print, to be opened in the page that reads them. Worked out while the site is built. */
import { notebook, recorded } from '../beyond/numbers.ts';
import type { PrintedSample } from './samples.ts';

export const PRINTED: readonly PrintedSample[] = [
  { id: 'course-gradcheck', label: 'from “Beyond finite differences”: PyTorch', text: recorded.torch.join('\n') },
  { id: 'course-jax', label: 'from “Beyond finite differences”: JAX', text: recorded.jax.join('\n') },
  {
    id: 'course-scipy',
    label: 'from “Beyond finite differences”: SciPy',
    text: `>>> check_grad(f, gradient, x)\n${recorded.scipy}`,
  },
  { id: 'course-notebook', label: 'from “Beyond finite differences”: the notebook', text: notebook },
];
