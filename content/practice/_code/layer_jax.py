# JAX: a layer whose bias is averaged over the batch, checked on its own.
# Run with JAX 0.10.
import jax
import jax.numpy as jnp
from jax.test_util import check_grads

jax.config.update("jax_enable_x64", True)


@jax.custom_vjp
def linear(x, W, b):
    return x @ W.T + b


def forward(x, W, b):
    return linear(x, W, b), (x, W)


def backward(saved, v):
    x, W = saved
    return v @ W, v.T @ x, v.mean(0)  # v.sum(0)


linear.defvjp(forward, backward)
keys = jax.random.split(jax.random.key(0), 3)
shapes = [(4, 3), (2, 3), (2,)]
x, W, b = (jax.random.normal(key, shape) for key, shape in zip(keys, shapes))
# One random direction in, one random v out: cheap, and it names nothing.
check_grads(linear, (x, W, b), order=1, modes=["rev"])
