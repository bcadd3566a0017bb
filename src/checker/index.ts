export { type Awaitable, checkDirectionsAsync, diagnoseGradientAsync, diagnoseVjpAsync } from './async.ts';
export {
  type ComparedElement,
  type CompareOptions,
  compareGradients,
  type GradientComparison,
} from './compare/compare.ts';
export type { ComparedFinding, ComparedKind } from './compare/kinds.ts';
export type { Lattice } from './compare/lattice.ts';
export { checkDirections } from './directions/check-directions.ts';
export type { Comparison, Span } from './directions/directions.ts';
export type { DirectionStep, DirectionsOptions, DirectionsReport, WrongElement } from './directions/types.ts';
export { diagnoseGradient } from './elements/diagnose-gradient.ts';
export { formatReport } from './elements/report.ts';
export { CheckError, type CheckErrorCode } from './errors.ts';
export { diagnoseJacobian } from './layers/diagnose-jacobian.ts';
export { diagnoseVjp } from './layers/diagnose-vjp.ts';
export {
  type DotProduct,
  type DotProductOptions,
  type DotProductTest,
  dotProductTest,
} from './layers/dot-product-test.ts';
export { type TaylorOptions, type TaylorTest, taylorTest } from './layers/taylor-test.ts';
export { formatLayerReport, summarizeLayer } from './layers/text.ts';
export type {
  Entry,
  Jacobian,
  JacobianOptions,
  Jvp,
  Layer,
  LayerOptions,
  LayerReport,
  Vjp,
} from './layers/types.ts';
export { type GradientCheck, type GradientCheckOptions, gradientCheck } from './textbook/gradient-check.ts';
export { logspace } from './textbook/logspace.ts';
export { type DifferenceOptions, numericalGradient } from './textbook/numerical-gradient.ts';
export { relativeError } from './textbook/relative-error.ts';
export { type DifferenceScheme, SCHEMES } from './textbook/schemes.ts';
export { type SweepOptions, type SweepPoint, stepSizeSweep } from './textbook/step-size-sweep.ts';
export * from './types.ts';
export { explainCompared } from './words/compared.ts';
export { scientific } from './words/scientific.ts';
export { explainFinding, nextStep, summarize, titleOf } from './words/wording.ts';
