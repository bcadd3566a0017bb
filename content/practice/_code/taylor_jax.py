# JAX: the power with which the remainder falls, and forward against reverse.
# Run with JAX 0.10.
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def f(x):
    return x[0] ** 2 * x[1]


def gradient(x):  # written by hand
    return jnp.array([2 * x[0] * x[1], x[0] ** 2])


x, u = jnp.array([1.5, -2.0]), jnp.array([1.0, -1.0])
slope = gradient(x) @ u
steps = 0.5 ** jnp.arange(3, 13)
rest = jnp.array([abs(f(x + h * u) - f(x) - h * slope) for h in steps])
print(jnp.log2(rest[:-1] / rest[1:]))  # towards 2

layer = lambda x: jnp.cumsum(jnp.tanh(x))
v = jnp.array([0.7, -1.3])
_, ju = jax.jvp(layer, (x,), (u,))
_, pull = jax.vjp(layer, x)
print(v @ ju - pull(v)[0] @ u)  # rounding
