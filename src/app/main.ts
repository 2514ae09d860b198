import { Problem } from '#kernel'
import { readArguments } from './commands/arguments.ts'
import { commands, type Hooks } from './commands/index.ts'

/** Runs a command. Returns the exit code: 0 done, 1 a problem said in Spanish, 2 wrong use. */
export const main = async (argv: readonly string[], hooks: Hooks = {}): Promise<number> => {
  const [name = 'ayuda', ...rest] = argv
  const command = commands.get(name === '--help' || name === '-h' || name === 'help' ? 'ayuda' : name)
  if (!command) {
    process.stderr.write(`No existe el comando «${name}». Escriba «secplan ayuda».\n`)
    return 2
  }
  try {
    return await command.run(readArguments(rest), hooks)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.title}. ${error.detail}\n${error.errors.map(({ pointer, message }) => `  ${pointer}: ${message}\n`).join('')}Qué hacer: ${error.remedy}\n`)
    return 1
  }
}
