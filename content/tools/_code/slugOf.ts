import { slugOf } from 'checker';

console.log(`/tools/bugs/#${slugOf('missing-mean')}`);
