import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Law, type LawParameter, lawBook } from '#kernel'
import { packageRoot } from '../files/package-root.ts'
import { isTableHeader, readParameter } from './parameter-file.ts'

export const lawFolder = (): string => join(packageRoot(), 'law')

const parameterIds = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('cases/'))
    .map((path) => path.slice(0, -'.yaml'.length))
    .sort()

/** Every parameter under a folder of law. Throws Error naming the file and key of the first mistake. */
export const readParameters = (folder: string): LawParameter[] =>
  parameterIds(folder).flatMap((id) => {
    const text = readFileSync(join(folder, `${id}.yaml`), 'utf8')
    return isTableHeader(text) ? [] : [readParameter(text, id)]
  })

let known: Law | undefined
/** The law of the package, read and checked once per process. Local rows are added with `lawBook([...loadLaw().parameters(), ...rows])`. */
export const loadLaw = (): Law => (known ??= lawBook(readParameters(lawFolder())))
