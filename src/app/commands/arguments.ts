/** Words and options of a command: `--name value`, `--name=value` or `--flag`. */
export type Arguments = { readonly words: readonly string[]; readonly option: (name: string) => string | undefined; readonly flag: (name: string) => boolean; readonly names: readonly string[] }

const FLAGS = new Set(['empty', 'behind-proxy', 'no-open', 'force', 'json', 'overwrite', 'final', 'yes', 'loose', 'reparar'])

export const readArguments = (argv: readonly string[]): Arguments => {
  const words: string[] = []
  const options = new Map<string, string>()
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    if (inline !== undefined) options.set(name, inline)
    else if (FLAGS.has(name) || argv[index + 1] === undefined || argv[index + 1]?.startsWith('--')) options.set(name, '')
    else options.set(name, argv[++index] ?? '')
  }
  return { words, option: (name) => options.get(name) || undefined, flag: (name) => options.has(name), names: [...options.keys()] }
}
