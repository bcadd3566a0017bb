/**
 * Typed-in formulas: f, its symbolic gradient, the truth in 64-digit arithmetic, the complex step.
 * Brings the decimals of mathjs with it, so pages load it when it is first needed: `await import('@/expression/index.ts')`.
 */

export type { FormulaError, FormulaErrorCode, Result } from './errors.ts';
export { type Formula, readFormula } from './formula.ts';
export { LIMITS } from './limits.ts';
export type { Component, FormulaElement, FormulaPoint, Precision, SymbolicGradient } from './model.ts';
export { FUNCTIONS } from './read/functions.ts';
export type { Note } from './read/notes.ts';
export type { Lengths, Variable } from './read/shapes.ts';
export type { ComplexStep } from './run/complex-step.ts';
export { CURVE_SCHEMES, type CurveScheme, type ErrorCurve, type ErrorCurveOptions } from './run/error-curve.ts';
export type { NoTruth, TrueNumber, Truth } from './run/truth.ts';
export { readGradient, type TypedGradient } from './typed-gradient.ts';
export type { JavaScript } from './write/javascript.ts';
