import { defineAction } from '#platform/actions'
import { CompareInput } from '../contract.ts'
import { mayEditSome, type Modules } from '../definitions.ts'
import { compareFile, readFor } from './compare-file.ts'

/** Compares a returned worksheet, cell by cell; nothing changes. */
export const compareWorksheet = (modules: Modules) => defineAction({
  name: 'worksheets.compare', title: 'Comparar una planilla editada', help: 'Dice fila por fila qué cambia, qué no se admite y por qué. No cambia nada.', input: CompareInput, allowed: mayEditSome(modules), perMinute: 30,
  prepare: ({ name, fileHash }, context) => readFor(context, modules, name, fileHash),
  run: async ({ name }, context, book) => ({ result: (await compareFile(context, modules, name, book)).comparison, entry: null }),
})
