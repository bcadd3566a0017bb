# JAX: second derivatives in both modes, and a product with the Hessian.
# Run with JAX 0.10.
import jax
import jax.numpy as jnp
from jax.test_util import check_grads

jax.config.update("jax_enable_x64", True)


def f(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


x, u = jnp.array([-0.6, 1.1]), jnp.array([1.0, 2.0])
check_grads(f, (x,), order=2, modes=["fwd", "rev"])

# Forward over reverse: the slope of the gradient along u.
_, hu = jax.jvp(jax.grad(f), (x,), (u,))
print(hu, jax.hessian(f)(x) @ u)
