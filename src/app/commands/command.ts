import type { Arguments } from './arguments.ts'

export type Hooks = { readonly beforeListening?: () => Promise<unknown> }
export type Command = {
  readonly name: string
  /** How it is written, after «secplan». */
  readonly usage: string
  readonly help: string
  readonly run: (given: Arguments, hooks: Hooks) => Promise<number>
}
export const say = (text: string): void => void process.stdout.write(`${text}\n`)
export const complain = (text: string): void => void process.stderr.write(`${text}\n`)
