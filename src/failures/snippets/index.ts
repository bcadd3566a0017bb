/** Lines that print both gradients in full, as CSV with the columns analytic and numeric. */

import { OPTIONS } from './options.ts';
import type { Snippet } from './snippet.ts';

const PRINT_PYTHON = `print("analytic,numeric")
for a, n in zip(analytic, numeric):
    print(f"{a:.17g},{n:.17g}")`;

const numpy: Snippet = {
  language: 'Python',
  code: `import numpy as np
# f(x) -> number, x: a float64 array, grad: the gradient in question
h, e = 1e-5, np.eye(x.size)
analytic = np.ravel(grad)
numeric = [(f(x + h * d.reshape(x.shape)) - f(x - h * d.reshape(x.shape))) / (2 * h) for d in e]
${PRINT_PYTHON}`,
};

const r: Snippet = {
  language: 'R',
  code: `# f(x) and gradient(x) are yours, x is the point
h <- 1e-5
numeric <- sapply(seq_along(x), function(i) { d <- replace(0 * x, i, h); (f(x + d) - f(x - d)) / (2 * h) })
cat("analytic,numeric\\n")
cat(sprintf("%.17g,%.17g\\n", gradient(x), numeric), sep = "")`,
};

/** By the names that the formats give. */
const SNIPPETS: Readonly<Record<string, Snippet>> = {
  numpy,
  autograd: numpy,
  pytensor: numpy,
  openmdao: numpy,
  mxnet: numpy,
  paddle: numpy,
  ...OPTIONS,
  r,
  scipy: {
    language: 'Python',
    code: `import numpy as np
from scipy.optimize import approx_fprime
# f and gradient are yours, x0 is the point
analytic = np.ravel(gradient(x0))
numeric = approx_fprime(x0, f, 1e-6)
${PRINT_PYTHON}`,
  },
  torch: {
    language: 'Python',
    code: `import torch
# f(x) -> scalar tensor, x: the input that failed
x = x.detach().double().requires_grad_(); h = 1e-6
analytic = torch.autograd.grad(f(x), x)[0].flatten().tolist()
d = torch.eye(x.numel(), dtype=torch.double).reshape(-1, *x.shape)
numeric = [((f(x + h * e) - f(x - h * e)) / (2 * h)).item() for e in d]
${PRINT_PYTHON}`,
  },
  'torch-twice': {
    language: 'Python',
    code: `import torch
# f(x) -> scalar tensor, x: the input that failed
x = x.detach().double().requires_grad_()
analytic = torch.autograd.grad(f(x), x)[0].flatten().tolist()
numeric = torch.autograd.grad(f(x), x)[0].flatten().tolist()  # the same once more: are they equal?
${PRINT_PYTHON}`,
  },
  'torch-tensors': {
    language: 'Python',
    code: `# actual and expected are the two tensors that were compared
analytic = actual.double().flatten().tolist()
numeric = expected.double().flatten().tolist()
${PRINT_PYTHON}`,
  },
  jax: {
    language: 'Python',
    code: `import jax, jax.numpy as jnp
jax.config.update("jax_enable_x64", True)
# f(x) -> scalar, x: the input that failed
x = jnp.asarray(x, jnp.float64); h = 1e-5; d = jnp.eye(x.size).reshape(-1, *x.shape)
analytic = jax.grad(f)(x).ravel()
numeric = [(f(x + h * e) - f(x - h * e)) / (2 * h) for e in d]
${PRINT_PYTHON}`,
  },
  tensorflow: {
    language: 'Python',
    code: `import tensorflow as tf
# f(x) -> scalar, x: the input that failed, as float64
(jac,), (num,) = tf.test.compute_gradient(f, [tf.cast(x, tf.float64)], delta=1e-5)
analytic, numeric = jac.ravel(), num.ravel()
${PRINT_PYTHON}`,
  },
  julia: {
    language: 'Julia',
    unrun: true,
    code: `using Printf
# f(x) and gradient(x) are yours, x is the point
h = 1e-5
basis(i) = (d = zero(x); d[i] = h; d)
println("analytic,numeric")
for i in eachindex(x)
    @printf("%.17g,%.17g\\n", gradient(x)[i], (f(x + basis(i)) - f(x - basis(i))) / 2h)
end`,
  },
  matlab: {
    language: 'MATLAB or Octave',
    code: `% f and gradient are yours (function handles), x is the point
h = 1e-5; numeric = zeros(numel(x), 1);
for i = 1:numel(x)
  d = zeros(size(x)); d(i) = h; numeric(i) = (f(x + d) - f(x - d)) / (2 * h);
end
printed = [reshape(gradient(x), 1, []); numeric.'];
fprintf('analytic,numeric\\n'); fprintf('%.17g,%.17g\\n', printed);`,
  },
  java: {
    language: 'Java',
    unrun: true,
    code: `// f(x) -> double and gradient(x) -> double[] are yours, x is a double[]
double h = 1e-5; double[] analytic = gradient(x);
System.out.println("analytic,numeric");
for (int i = 0; i < x.length; i++) {
  double[] up = x.clone(), down = x.clone(); up[i] += h; down[i] -= h;
  System.out.printf(java.util.Locale.ROOT, "%.17g,%.17g%n", analytic[i], (f(up) - f(down)) / (2 * h));
}`,
  },
  cpp: {
    language: 'C++',
    code: `// f(x) -> double and gradient are yours, x is a std::vector<double>
std::printf("analytic,numeric\\n");
for (std::size_t i = 0; i < x.size(); ++i) {
  auto up = x, down = x; up[i] += 1e-5; down[i] -= 1e-5;
  std::printf("%.17g,%.17g\\n", gradient[i], (f(up) - f(down)) / 2e-5);
}`,
  },
};

/** The snippet of a format, where there is one for its language. */
export const snippetOf = (name: string | undefined): Snippet | undefined =>
  name !== undefined && Object.hasOwn(SNIPPETS, name) ? SNIPPETS[name] : undefined;
