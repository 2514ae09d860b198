import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Actor, type Clock, fixedClock, type Law, lawBook, systemClock } from '#kernel'
import type { AnyFigure, JobDefinition, Reaction, Services } from '#platform/actions'
import { type Database, databaseOver, type Engine, migrate, openEmbedded, openServer, takeFolder } from '#platform/database'
import { dailyBackup, keepBackup } from '#platform/backup'
import { openAnalytics } from '#platform/analytics'
import { folderStore } from '#platform/files'
import { jobStore } from '#platform/jobs'
import { loadLaw } from '#platform/law'
import { ledger, lawValueStore } from '#evidence'
import { communesInstalled } from '#registry'
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { sql } from '#platform/database'
import { type Configuration, DEMO_INSTANT } from './configuration.ts'
import { modules, useSignatureAnchors } from './modules.ts'
import { publicDataJob } from './demonstration/public-data.ts'
import { dailyCleaning } from './operations/daily-cleaning.ts'
import { nameReadersOf } from './search/readers.ts'
import { version } from './version.ts'

export type System = {
  readonly database: Database
  readonly engine: Engine
  readonly services: Services
  readonly clock: Clock
  readonly figures: ReadonlyMap<string, AnyFigure>
  readonly jobs: ReadonlyMap<string, JobDefinition>
  /** Law of a commune: the YAML of the package with its confirmed values over it. Reloaded after a confirmation. */
  readonly reloadLaw: (commune: string) => Promise<void>
  readonly applied: readonly string[]
  /** Every commune here is a demonstration (or will be, when there is none yet). */
  readonly demonstration: boolean
  readonly log: (reference: string, error: unknown, where: string) => void
  /** Called when a job is queued, once the worker listens. */
  onEnqueue: () => void
  readonly close: () => Promise<void>
}

nameReadersOf(modules)

const byName = <T>(items: readonly T[], key: (item: T) => string): Map<string, T> => {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(key(item))) throw new Error(`Repetido: ${key(item)}`)
    map.set(key(item), item)
  }
  return map
}

/** Defects go to a file beside the data: message and place, never data of people. */
const logTo = (folder: string) => (reference: string, error: unknown, where: string): void => {
  const text = error instanceof Error ? `${error.name}: ${error.message.slice(0, 500)}\n${(error.stack ?? '').split('\n').slice(1, 8).join('\n')}` : String(error).slice(0, 500)
  const line = `${new Date().toISOString()} ${reference} ${where} ${text}\n`
  try {
    appendFileSync(join(folder, 'secplan.log'), line)
  } catch {
    // A full disk, or a folder that went while a note was on its way: whoever tells a defect may not be another one.
    process.stderr.write(line)
  }
}

/** Opens everything a server or a command needs: engine, migrations, law, files. */
export const openSystem = async (configuration: Configuration, options: { readonly template?: string; readonly engine?: Engine } = {}): Promise<System> => {
  const folder = resolve(configuration.dataFolder)
  mkdirSync(folder, { recursive: true })
  useSignatureAnchors(join(folder, 'certificados-raiz'))
  const release = options.engine ? () => undefined : takeFolder(folder)
  try {
    const log = logTo(folder)
    const engine = options.engine ?? (configuration.databaseUrl ? openServer(configuration.databaseUrl) : await openEmbedded({ folder: join(folder, 'base'), template: options.template, onSlow: (text, spent) => log('lenta', new Error(`${Math.round(spent)} ms: ${text.slice(0, 200)}`), 'base'), onRestart: () => log('motor', new Error('El motor se reinició'), 'base') }))
    const database = databaseOver(engine)
    const files = folderStore(join(folder, 'archivos'))
    const analytics = openAnalytics({ files, filesFolder: join(folder, 'archivos'), folder: join(folder, 'analisis') })
    const applied = await migrate(engine, async () => void (await keepBackup({ database, files, version: version(), at: new Date().toISOString() }, folder, { reason: 'migracion' })))
    const installed = await database.asOwner((tx) => communesInstalled(tx))
    // What is installed decides, not how the program was called: a real system never gets the frozen clock nor the known passwords.
    const demonstration = installed.length ? installed.every((row) => row.demonstration) : configuration.demonstration
    const instant = configuration.fixedInstant ?? (demonstration ? DEMO_INSTANT : undefined)
    const clock = instant ? fixedClock(instant) : systemClock
    const national = loadLaw()
    const books = new Map<string, Law>()
    const reloadLaw = async (commune: string) => {
      const local = await database.read({ commune, accountId: randomUUID(), clearances: [] }, (tx) => lawValueStore(tx).all())
      books.set(commune, local.length ? lawBook([...national.parameters(), ...local]) : national)
    }
    for (const { commune } of installed) await reloadLaw(commune)
    const reactions = new Map<string, Reaction[]>()
    for (const reaction of modules.flatMap((module) => module.reactions ?? [])) reactions.set(reaction.to, [...(reactions.get(reaction.to) ?? []), reaction])
    const system: System = {
      database, engine, clock, applied, log, reloadLaw, demonstration,
      figures: byName(modules.flatMap((module) => module.figures ?? []), ({ id }) => id),
      jobs: byName([...modules.flatMap((module) => module.jobs ?? []), dailyBackup({ dataFolder: folder, version: version() }), dailyCleaning, publicDataJob], ({ kind }) => kind),
      onEnqueue: () => undefined,
      services: {
        database, ledger, clock, reactions,
        law: (commune) => books.get(commune) ?? national,
        files, analytics,
        enqueue: async (tx, actor, job) => {
          const made = await jobStore(tx).add(actor.accountId, job)
          setTimeout(() => system.onEnqueue(), 20)
          return made
        },
        posted: (actor, { name }) => {
          return name === 'law-confirmed' ? reloadLaw(actor.commune).catch((error) => log('norma', error, name)) : undefined
        },
        refused: (actor, what) => void noteRefusal(database, actor, what, clock).catch((error) => log('rechazo', error, what)),
      },
      close: async () => {
        analytics.close()
        await database.close()
        release()
      },
    }
    return system
  } catch (error) {
    release()
    throw error
  }
}

const noteRefusal = (database: Database, actor: Actor, what: string, clock: Clock) =>
  /^\d{5}$/.test(actor.commune)
    ? database.write({ commune: actor.commune, accountId: actor.accountId, clearances: [] }, (tx) =>
        tx.run(sql`insert into evidence.access_log (commune, id, account_id, at, kind, what) values (${tx.commune}, ${randomUUID()}, ${actor.accountId}, ${clock.now().toISOString()}, 'refused', ${what})`))
    : Promise.resolve(0)
