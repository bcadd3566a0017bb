/** The five small figures of one chapter as one module: they share much of their code, and weigh less in one file. */
export { default as Noise } from './Noise.tsx';
export { default as Ratio } from './Ratio.tsx';
export { default as Terms } from './Terms.tsx';
export { default as Tolerance } from './Tolerance.tsx';
export { default as Valley } from './Valley.tsx';
