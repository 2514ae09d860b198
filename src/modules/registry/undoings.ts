import type { Undoing } from '#platform/actions'
import { unitStore } from './units/unit.store.ts'

/** What the history of the registry can take back. */
export const registryUndoings: readonly Undoing[] = [
  {
    of: ['unit-closed'], action: 'registry.reopen-unit', says: 'La unidad queda vigente otra vez desde hoy.', reason: true, newest: true,
    input: async ({ record: { id } }, { tx, today }) => {
      const unit = await unitStore(tx).get(id)
      return unit && !unit.active ? { id, version: unit.version, on: today } : undefined
    },
  },
]
