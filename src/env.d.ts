import type { StarlightRouteData } from '@astrojs/starlight/route-data';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:turn'?: boolean;
  }
}

declare global {
  namespace App {
    interface Locals {
      starlightRoute: StarlightRouteData;
    }
  }
}
