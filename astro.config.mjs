import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { finish } from './src/site/finish/finish.ts';
import { katexFonts } from './src/site/finish/fonts.ts';
import { starlightScripts } from './src/site/finish/starlight-scripts.ts';
import { addressOf, PLACEHOLDER_BASE } from './src/site/finish/urls.ts';
import { pythonPack } from './src/site/python/plugin.ts';
import { mathPlugin } from './src/site/text/math.ts';
import { PARTS } from './src/site/text/parts.ts';
import { shownText } from './src/site/text/shown-text.ts';

const building = process.argv.includes('build');
/**
 * Where the site will live, such as https://example.org/course/ . Needed for canonical links, the site map and preview
 * images alone: every build works under every path (see src/site/finish/urls.ts), so a wrong value cannot break a page.
 */
const siteUrl = addressOf('SITE_URL');
/** Where the sources are, such as https://example.org/name/course ; without it no page speaks of them. */
const repository = addressOf('REPO_URL')?.href.replace(/\/$/, '');

/** The directive `client:turn`, by which the figures wake.  @type {import('astro').AstroIntegration} */
const wakeInTurn = {
  name: 'wake-in-turn',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'turn', entrypoint: './src/islands/run/client-turn.ts' }),
  },
};

export default defineConfig({
  ...(siteUrl && { site: siteUrl.origin }),
  base: building ? PLACEHOLDER_BASE : '/',
  trailingSlash: 'ignore',
  // After the first visit every page is kept by the service worker; fetching one ahead is 1 kB of script for nothing.
  prefetch: false,
  markdown: { processor: satteri({ features: { math: true }, hastPlugins: [mathPlugin] }) },
  vite: {
    plugins: [shownText(), katexFonts(), starlightScripts(), pythonPack()],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // What most figures share is one file: it was ten, some of them of 100 bytes. What loads a script on demand
            // is another, for pages without figures need it too.
            output: {
              codeSplitting: {
                groups: [
                  { name: 'on-demand', test: /preload-helper/, priority: 1 },
                  { name: 'figures', minShareCount: 12 },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // A font as a data: URL would need a hole in the security policy.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        // Some modules of d3 add methods to others when they are loaded. Nothing here relies on that, and without this
        // line a chart would bring d3-transition (7 kB after gzip) with it.
        treeshake: { moduleSideEffects: (id) => (/node_modules\/d3/.test(id) ? false : undefined) },
      },
    },
  },
  integrations: [
    starlight({
      title: 'Gradient Checking, Live',
      description:
        'Learn, run and trust a gradient check: a course on numerical differentiation in which every number is computed by one shared checker, and a playground for your own functions.',
      logo: { src: './src/site/styles/logo.svg', alt: '' },
      favicon: '/favicon.svg',
      disable404Route: true,
      credits: false,
      pagination: true,
      lastUpdated: true,
      ...(repository && {
        editLink: { baseUrl: `${repository}/edit/main/` },
        social: [{ icon: 'seti:git', label: 'Sources', href: repository }],
      }),
      markdown: { processedDirs: ['./content'] },
      routeMiddleware: './src/site/text/route-data.ts',
      customCss: [
        'katex/dist/katex.min.css',
        './src/site/styles/fonts/fonts.css',
        './src/site/styles/tokens.css',
        './src/site/styles/frame.css',
        './src/site/styles/prose.css',
        './src/site/styles/citations.css',
        './src/site/styles/islands.css',
        './src/site/styles/controls.css',
        './src/site/styles/figures.css',
        './src/site/styles/charts.css',
        './src/site/styles/wide.css',
      ],
      components: {
        Footer: './src/site/components/Footer.astro',
        Head: './src/site/components/Head.astro',
        LastUpdated: './src/site/components/LastUpdated.astro',
        PageTitle: './src/site/components/PageTitle.astro',
      },
      sidebar: PARTS.map(({ folder, title }) => ({
        label: title,
        items: [{ autogenerate: { directory: `content/${folder}` } }],
      })),
    }),
    preact(),
    wakeInTurn,
    finish({ site: siteUrl }),
  ],
});
