import { type Command, say } from './command.ts'
import { account } from './account.ts'
import { adopt } from './adopt.ts'
import { backup, restore } from './backup.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { exportCommand } from './export.ts'
import { figure } from './figure.ts'
import { importCommand } from './import.ts'
import { report } from './report.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

export type { Hooks } from './command.ts'

const help: Command = {
  name: 'ayuda',
  usage: 'ayuda',
  help: 'Muestra esta ayuda.',
  run: async () => {
    say('Secplan, sistema de información de la Secretaría Comunal de Planificación\n\nUso: npm run -s secplan -- COMANDO\n')
    for (const command of all) say(`  ${command.usage}\n      ${command.help}\n`)
    say('Comunes a todos: --data CARPETA (por omisión datos-demo), --database postgres://…, --commune CÓDIGO')
    return 0
  },
}
const all: readonly Command[] = [serve, demo, importCommand, adopt, report, figure, verify, exportCommand, backup, restore, doctor, account, help]
export const commands: ReadonlyMap<string, Command> = new Map(all.map((command) => [command.name, command]))
