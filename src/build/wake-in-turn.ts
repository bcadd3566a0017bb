import type { AstroIntegration } from 'astro';

/** Adds the directive `client:turn`, by which every figure of the site wakes. */
export const wakeInTurn = (): AstroIntegration => ({
  name: 'wake-in-turn',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'turn', entrypoint: './src/islands/shared/client-turn.ts' });
    },
  },
});
