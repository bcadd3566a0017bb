// @ts-check
// Small faults that can be planted in a TypeScript file, found in its syntax tree, and the file with all of them planted.
import ts from 'typescript';

/**
 * @typedef {object} Mutation
 * @property {number} start offset in the text of the file
 * @property {number} end
 * @property {string} text what stands there instead
 * @property {string} kind
 * @property {{ start: number, end: number }} around the expression that is another one by it
 */

const { SyntaxKind: Kind } = ts;

/** The comparisons, each with its contrary. */
const CONTRARY = new Map([
  [Kind.LessThanToken, '>='],
  [Kind.GreaterThanEqualsToken, '<'],
  [Kind.GreaterThanToken, '<='],
  [Kind.LessThanEqualsToken, '>'],
  [Kind.EqualsEqualsEqualsToken, '!=='],
  [Kind.ExclamationEqualsEqualsToken, '==='],
]);
const ARITHMETIC = new Map([
  [Kind.PlusToken, '-'],
  [Kind.MinusToken, '+'],
  [Kind.AsteriskToken, '/'],
  [Kind.SlashToken, '*'],
]);
const LOGIC = new Set([Kind.AmpersandAmpersandToken, Kind.BarBarToken]);
const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/;

/** @param {ts.Node} node */
const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/**
 * Whether an expression is made of numbers alone.
 *
 * @param {ts.Node} node
 * @returns {boolean}
 */
const isNumber = (node) =>
  ts.isNumericLiteral(node) ||
  (ts.isPrefixUnaryExpression(node) && isNumber(node.operand)) ||
  (ts.isParenthesizedExpression(node) && isNumber(node.expression)) ||
  (ts.isBinaryExpression(node) && isNumber(node.left) && isNumber(node.right));

/** @param {ts.Node} node */
const isCondition = (node) =>
  ts.isBinaryExpression(node) && (CONTRARY.has(node.operatorToken.kind) || LOGIC.has(node.operatorToken.kind));

/**
 * The numbers in the value of a constant: the value itself, or those of its list or record.
 *
 * @param {ts.Node} value
 * @returns {ts.Node[]}
 */
function numbersIn(value) {
  if (isNumber(value)) return [value];
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(numbersIn);
  if (ts.isObjectLiteralExpression(value))
    return value.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? numbersIn(property.initializer) : [],
    );
  return [];
}

/**
 * All mutations of a file, in the order of their places.
 *
 * @param {string} name
 * @param {string} source
 * @returns {Mutation[]}
 */
export function mutationsOf(name, source) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  /** @type {Mutation[]} */
  const found = [];
  /**
   * @param {string} kind
   * @param {ts.Node} node
   * @param {string} text
   * @param {ts.Node} [around]
   */
  const add = (kind, node, text, around = node) => {
    const [start, end] = [node.getStart(file), node.end];
    found.push({ kind, start, end, text, around: { start: around.getStart(file), end: around.end } });
  };
  /** @param {ts.Expression} condition */
  const negate = (condition) => add('condition negated', condition, `!(${condition.getText(file)})`);
  /** @param {ts.Expression} answer */
  const replaceAnswer = (answer) => {
    if (answer.kind === Kind.TrueKeyword || isCondition(answer)) add('answer replaced', answer, 'false');
    if (answer.kind === Kind.FalseKeyword || isCondition(answer)) add('answer replaced', answer, 'true');
  };

  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken;
      const contrary = CONTRARY.get(operator.kind);
      if (contrary) add('comparison turned', operator, contrary, node);
      const other = ARITHMETIC.get(operator.kind);
      if (other && !isNumber(node) && !isText(node.left) && !isText(node.right))
        add('operator swapped', operator, other, node);
    }
    if (ts.isIfStatement(node)) negate(node.expression);
    if (ts.isConditionalExpression(node)) negate(node.condition);
    if (ts.isReturnStatement(node) && node.expression) replaceAnswer(node.expression);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) replaceAnswer(node.body);
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression))
      add('call dropped', node.expression, 'void 0');
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      CONSTANT_NAME.test(node.name.text) &&
      node.initializer
    )
      for (const number of numbersIn(node.initializer))
        add('constant times 16', number, `16 * (${number.getText(file)})`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * A file with all of its mutations, each behind a switch: `a < b` becomes `(isPlanted(7) ? (a >= b) : (a < b))`.
 *
 * @param {string} source
 * @param {readonly Mutation[]} mutations
 * @param {number} first the number of the first of them
 */
export function plantAll(source, mutations, first) {
  const numbered = mutations
    .map((mutation, i) => ({ ...mutation, id: first + i }))
    .sort((a, b) => a.around.start - b.around.start || b.around.end - a.around.end);
  /**
   * @param {number} start
   * @param {number} end
   * @param {typeof numbered} inside those that change something between start and end, the outer ones first
   * @returns {string}
   */
  const planted = (start, end, inside) => {
    if (inside.length === 0) return source.slice(start, end);
    const { around } = inside[0];
    const here = inside.filter((each) => each.around.start === around.start && each.around.end === around.end);
    const within = inside.filter((each) => each.around.end <= around.end && !here.includes(each));
    const after = inside.filter((each) => each.around.start >= around.end);
    const choices = here.map(
      (each) =>
        `isPlanted(${each.id}) ? (${source.slice(around.start, each.start)}${each.text}${source.slice(each.end, around.end)}) : `,
    );
    return `${source.slice(start, around.start)}(${choices.join('')}(${planted(around.start, around.end, within)}))${planted(around.end, end, after)}`;
  };
  return planted(0, source.length, numbered);
}
