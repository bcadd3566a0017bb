/** JAX's check_grads: NumPy's message with a line of its own that says what was compared. x is JAX's, y the differences. */
import type { Format } from './format.ts';
import { numpyBody, numpyMessages } from './numpy-allclose.ts';

const WHAT = /(?:^|\n) {0,8}((?:(?:JVP|VJP|LIN) of ){0,3}(?:JVP|VJP|LIN)) (primal|tangent|cotangent projection)/;

export const jax: Format = {
  knows: (text) => (text.includes('JVP') || text.includes('VJP') || text.includes('LIN ')) && WHAT.test(text),
  read: ({ text }) => {
    const found = numpyMessages(text).map(({ body }) => {
      const what = WHAT.exec(body);
      const projected = what?.[2] === 'cotangent projection';
      return numpyBody(body, {
        analytic: 'first',
        sides: 'labelled',
        label: what ? `${what[1]} ${what[2]}` : 'the array',
        nature: projected ? 'projection' : 'elements',
      });
    });
    return {
      tool: 'JAX check_grads',
      pairs: found.flatMap(({ pairs }) => pairs),
      facts: found.flatMap(({ facts }) => facts),
      claims: 'failure',
      snippet: 'jax',
    };
  },
};
