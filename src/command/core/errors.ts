/** Why no check could be made, in words for the person who typed the command. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
