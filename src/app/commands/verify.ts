import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDay, Problem, type Day } from '#kernel'
import { actProofs } from '#correspondence'
import { communesInstalled } from '#registry'
import { type Proof, proofStore, verifyFile } from '#reporting'
import type { Arguments } from './arguments.ts'
import { type Command, say } from './command.ts'
import { configurationFrom } from './configuration-from.ts'
import { withSystem } from './open.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
/** Editions known in the data folder, when there is one that nobody is using; offline verification works without it. */
const proofsAt = async (given: Arguments): Promise<readonly Proof[]> => {
  const { databaseUrl, dataFolder } = configurationFrom(given)
  if (!databaseUrl && !existsSync(join(dataFolder, 'base'))) return []
  try {
    return await withSystem(given, async (system) => {
      const found: Proof[] = []
      for (const { commune } of await system.database.asOwner((tx) => communesInstalled(tx))) {
        const rows = await system.database.read({ commune, accountId: NOBODY, clearances: ['public', 'council', 'internal', 'restricted'] }, (tx) => proofStore(tx).all())
        const acts = await system.database.read({ commune, accountId: NOBODY, clearances: ['public', 'council', 'internal', 'restricted'] }, (tx) => actProofs(tx).all())
        found.push(...acts.map((act): Proof => ({ fingerprint: act.fingerprint, verificationCode: act.verification_code, title: `${act.title}${act.state === 'annulled' ? ' (número anulado)' : ''}`, edition: 1, issuedOn: act.issued_on, hashes: act.hashes })))
        found.push(...rows.map((row): Proof => ({ fingerprint: row.fingerprint, verificationCode: row.verification_code, title: row.title, edition: row.edition, issuedOn: row.issued_on, hashes: row.hashes, ...(row.replaces ? { replaces: row.replaces } : {}) })))
      }
      return found
    })
  } catch (error) {
    if (error instanceof Problem && error.id === 'database/folder-in-use') return []
    throw error
  }
}

export const verify: Command = {
  name: 'verify',
  usage: 'verify ARCHIVO [--json]',
  help: 'Dice si un documento fue emitido por Secplan y si cambió. Funciona sin red y sin base de datos.',
  run: async (given) => {
    const [path] = given.words
    if (!path) throw new Problem('linea/uso', 'input', 'Falta el archivo', 'El comando es: verify ARCHIVO.', 'Por ejemplo: npm run verify -- informe.pdf', undefined)
    const bytes = await readFile(path).catch(() => {
      throw new Problem('linea/archivo', 'absent', 'No se puede leer el archivo', `«${path}» no existe o no se puede abrir.`, 'Revise el nombre.', undefined)
    })
    const answer = await verifyFile(new Uint8Array(bytes), await proofsAt(given))
    if (given.flag('json')) say(JSON.stringify(answer, null, 2))
    else {
      say(`${{ valid: 'VÁLIDO', altered: 'ALTERADO', unknown: 'DESCONOCIDO' }[answer.verdict]}: ${answer.explanation}`)
      if (answer.verificationCode) say(`Código de verificación ${answer.verificationCode}`)
      if (answer.proof) say(`«${answer.proof.title}», edición ${answer.proof.edition}, emitida el ${formatDay(answer.proof.issuedOn as Day)}`)
    }
    return answer.verdict === 'valid' ? 0 : 1
  },
}
