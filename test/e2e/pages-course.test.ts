import { everyPage } from './support/every-page.ts';
import { pages } from './support/site.ts';

everyPage(
  'course',
  pages().filter((address) => !address.startsWith('tools/')),
);
