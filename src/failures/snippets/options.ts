/** Where a tool itself can print both gradients in full: what to ask it for. The page reads what it then prints. */
import type { Snippet } from './snippet.ts';

export const OPTIONS: Readonly<Record<string, Snippet>> = {
  ipopt: {
    language: 'ipopt.opt',
    code: `derivative_test first-order
derivative_test_print_all yes
max_iter 0`,
    unrun: true,
  },
  petsc: {
    language: 'Options of PETSc',
    code: `-snes_test_jacobian -snes_test_jacobian_view
-tao_test_gradient -tao_test_gradient_view`,
    unrun: true,
  },
  stan: {
    language: 'Shell, with CmdStan',
    code: './model diagnose test=gradient data file=data.json init=point.json',
    unrun: true,
  },
  fortran: {
    language: 'Options of SNOPT',
    code: `Verify level     3
Print file       9`,
    unrun: true,
  },
};
