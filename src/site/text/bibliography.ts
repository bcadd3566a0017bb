/** Every source that the site cites, in one place. `<References />` lists the ones that its page cites. */
export interface Source {
  /** How the text names it: `Ridders 1982`. */
  readonly short: string;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  /** Journal, publisher or site, with volume and pages. */
  readonly where: string;
  readonly url?: string;
}

const doi = (id: string) => `https://doi.org/${id}`;

export const bibliography = {
  autograd: {
    short: 'PyTorch documentation',
    authors: 'The PyTorch contributors',
    year: 'n. d.',
    title: 'torch.Tensor.backward: it accumulates gradients in the leaves',
    where: 'PyTorch documentation',
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html',
  },
  baydin2018: {
    short: 'Baydin et al. 2018',
    authors: 'Baydin, A. G., Pearlmutter, B. A., Radul, A. A., and Siskind, J. M.',
    year: '2018',
    title: 'Automatic differentiation in machine learning: a survey',
    where: 'Journal of Machine Learning Research 18(153), 1–43',
    url: 'https://www.jmlr.org/papers/v18/17-468.html',
  },
  cs231n: {
    short: 'CS231n',
    authors: 'Stanford CS231n: Deep Learning for Computer Vision',
    year: 'n. d.',
    title: 'Neural networks part 3: learning and evaluation, section “Gradient checks”',
    where: 'Course notes',
    url: 'https://cs231n.github.io/neural-networks-3/#gradcheck',
  },
  fornberg1988: {
    short: 'Fornberg 1988',
    authors: 'Fornberg, B.',
    year: '1988',
    title: 'Generation of finite difference formulas on arbitrarily spaced grids',
    where: 'Mathematics of Computation 51(184), 699–706',
    url: doi('10.1090/S0025-5718-1988-0935077-0'),
  },
  gill1983: {
    short: 'Gill et al. 1983',
    authors: 'Gill, P. E., Murray, W., Saunders, M. A., and Wright, M. H.',
    year: '1983',
    title: 'Computing forward-difference intervals for numerical optimization',
    where: 'SIAM Journal on Scientific and Statistical Computing 4(2), 310–321',
    url: doi('10.1137/0904025'),
  },
  goldberg1991: {
    short: 'Goldberg 1991',
    authors: 'Goldberg, D.',
    year: '1991',
    title: 'What every computer scientist should know about floating-point arithmetic',
    where: 'ACM Computing Surveys 23(1), 5–48',
    url: doi('10.1145/103162.103163'),
  },
  griewank2008: {
    short: 'Griewank and Walther 2008',
    authors: 'Griewank, A., and Walther, A.',
    year: '2008',
    title: 'Evaluating Derivatives: Principles and Techniques of Algorithmic Differentiation, 2nd edition',
    where: 'SIAM',
    url: doi('10.1137/1.9780898717761'),
  },
  gsl: {
    short: 'GSL',
    authors: 'GNU Scientific Library',
    year: 'n. d.',
    title: 'Numerical differentiation (gsl_deriv_central)',
    where: 'Reference manual',
    url: 'https://www.gnu.org/software/gsl/doc/html/diff.html',
  },
  higham2002: {
    short: 'Higham 2002',
    authors: 'Higham, N. J.',
    year: '2002',
    title: 'Accuracy and Stability of Numerical Algorithms, 2nd edition',
    where: 'SIAM',
    url: doi('10.1137/1.9780898718027'),
  },
  jax: {
    short: 'JAX documentation',
    authors: 'The JAX authors',
    year: 'n. d.',
    title: 'jax.test_util.check_grads',
    where: 'JAX documentation',
    url: 'https://docs.jax.dev/en/latest/_autosummary/jax.test_util.check_grads.html',
  },
  kakade2018: {
    short: 'Kakade and Lee 2018',
    authors: 'Kakade, S. M., and Lee, J. D.',
    year: '2018',
    title: 'Provably correct automatic subdifferentiation for qualified programs',
    where: 'Advances in Neural Information Processing Systems 31',
    url: 'https://arxiv.org/abs/1809.08530',
  },
  lyness1967: {
    short: 'Lyness and Moler 1967',
    authors: 'Lyness, J. N., and Moler, C. B.',
    year: '1967',
    title: 'Numerical differentiation of analytic functions',
    where: 'SIAM Journal on Numerical Analysis 4(2), 202–210',
    url: doi('10.1137/0704019'),
  },
  martins2003: {
    short: 'Martins et al. 2003',
    authors: 'Martins, J. R. R. A., Sturdza, P., and Alonso, J. J.',
    year: '2003',
    title: 'The complex-step derivative approximation',
    where: 'ACM Transactions on Mathematical Software 29(3), 245–262',
    url: doi('10.1145/838250.838251'),
  },
  more2011: {
    short: 'Moré and Wild 2011',
    authors: 'Moré, J. J., and Wild, S. M.',
    year: '2011',
    title: 'Estimating computational noise',
    where: 'SIAM Journal on Scientific Computing 33(3), 1292–1314',
    url: doi('10.1137/100786125'),
  },
  more2012: {
    short: 'Moré and Wild 2012',
    authors: 'Moré, J. J., and Wild, S. M.',
    year: '2012',
    title: 'Estimating derivatives of noisy simulations',
    where: 'ACM Transactions on Mathematical Software 38(3), article 19',
    url: doi('10.1145/2168773.2168777'),
  },
  nocedal2006: {
    short: 'Nocedal and Wright 2006',
    authors: 'Nocedal, J., and Wright, S. J.',
    year: '2006',
    title: 'Numerical Optimization, 2nd edition',
    where: 'Springer',
    url: doi('10.1007/978-0-387-40065-5'),
  },
  notebook: {
    short: 'the notebook',
    authors: 'Chapter 234 of an open mathematics course',
    year: 'n. d.',
    title: 'Numerical Differentiation and Gradient Checking (Advanced Calculus, experiment 4)',
    where: 'Jupyter notebook',
  },
  pytorch: {
    short: 'PyTorch documentation',
    authors: 'The PyTorch contributors',
    year: 'n. d.',
    title: 'torch.autograd.gradcheck, and the note “Gradcheck mechanics”',
    where: 'PyTorch documentation',
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html',
  },
  ridders1982: {
    short: 'Ridders 1982',
    authors: 'Ridders, C. J. F.',
    year: '1982',
    title: 'Accurate computation of F′(x) and F′(x)F″(x)',
    where: 'Advances in Engineering Software 4(2), 75–76',
    url: doi('10.1016/S0141-1195(82)80057-0'),
  },
  rumelhart1986: {
    short: 'Rumelhart et al. 1986',
    authors: 'Rumelhart, D. E., Hinton, G. E., and Williams, R. J.',
    year: '1986',
    title: 'Learning representations by back-propagating errors',
    where: 'Nature 323, 533–536',
    url: doi('10.1038/323533a0'),
  },
  scipy: {
    short: 'SciPy documentation',
    authors: 'The SciPy community',
    year: 'n. d.',
    title: 'scipy.optimize.check_grad',
    where: 'SciPy documentation',
    url: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.check_grad.html',
  },
  spall1992: {
    short: 'Spall 1992',
    authors: 'Spall, J. C.',
    year: '1992',
    title: 'Multivariate stochastic approximation using a simultaneous perturbation gradient approximation',
    where: 'IEEE Transactions on Automatic Control 37(3), 332–341',
    url: doi('10.1109/9.119632'),
  },
  sterbenz1974: {
    short: 'Sterbenz 1974',
    authors: 'Sterbenz, P. H.',
    year: '1974',
    title: 'Floating-Point Computation',
    where: 'Prentice-Hall',
  },
  squire1998: {
    short: 'Squire and Trapp 1998',
    authors: 'Squire, W., and Trapp, G.',
    year: '1998',
    title: 'Using complex variables to estimate derivatives of real functions',
    where: 'SIAM Review 40(1), 110–112',
    url: doi('10.1137/S003614459631241X'),
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof bibliography;
