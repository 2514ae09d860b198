/** Why a file could not be read, as the reading process says it. `odd` never leaves it: the slower reader takes over. */
export type UnreadableCode =
  | 'damaged' | 'protected' | 'too-large' | 'too-many-rows' | 'too-many-cells' | 'zip-bomb' | 'not-a-spreadsheet' | 'empty' | 'missing' | 'entities' | 'not-understood' | 'odd'
export type UnreadableFacts = Readonly<Record<string, string | number>>

export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  constructor(readonly code: UnreadableCode, readonly facts: UnreadableFacts = {}) {
    super(code)
  }
}
