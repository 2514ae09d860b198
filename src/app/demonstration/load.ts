import type { System } from '../system.ts'

/** Loads the demonstration communes. */
export const loadDemonstration = async (_system: System, progress: (share: number, message: string) => void): Promise<void> => {
  progress(1, 'sin datos')
}
