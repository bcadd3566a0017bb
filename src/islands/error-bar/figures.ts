/** The figures of one chapter in one file: five small ones that share most of their words weigh less together. */
export { default as Noise } from './Noise.tsx';
export { default as Ratio } from './Ratio.tsx';
export { default as Terms } from './Terms.tsx';
export { default as Tolerance } from './Tolerance.tsx';
export { default as Valley } from './Valley.tsx';
