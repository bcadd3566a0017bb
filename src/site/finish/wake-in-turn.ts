import type { AstroIntegration } from 'astro';

/** Adds the directive `client:turn`, by which the figures wake; an exercise waits until it is seen. */
export const wakeInTurn = (): AstroIntegration => ({
  name: 'wake-in-turn',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'turn', entrypoint: './src/islands/run/client-turn.ts' });
    },
  },
});
