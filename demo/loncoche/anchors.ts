import { demoTable } from '../read-table.ts'

/**
 * The rule that carries SINIM's last real total to the demonstration years: price change of the published CPI from December of the
 * real year to December 2025, and 1.5 % of real growth a year. 2026 takes the twelve months of CPI to June 2026 and the same growth.
 */
export const REAL_GROWTH = 1.015

export type Anchors = {
  /** Multiplies M$ of 2023 into pesos of 2025. */
  readonly from2023: number
  /** The same from 2024 (patentes: its 2024 total is published). */
  readonly from2024: number
  /** Pesos of 2025 into the yearly plan of 2026. */
  readonly to2026: number
  /** Real totals of Loncoche in M$ by SINIM variable and year. */
  readonly real: (variable: string, year: number) => number
}

export const readAnchors = (): Anchors => {
  const prices = new Map(demoTable('loncoche/data/ipc-mensual.csv').map((row) => [row['fecha']?.slice(0, 7) ?? '', Number(row['valor'])]))
  const price = (month: string): number => {
    const value = prices.get(month)
    if (value === undefined) throw new RangeError(`No CPI of ${month}`)
    return value
  }
  const totals = new Map(demoTable('loncoche/data/sinim-loncoche-2018-2024.csv').map((row) => [`${row['variable_id']} ${row['anio']}`, row['valor'] ?? '']))
  return {
    from2023: (price('2025-12') / price('2023-12')) * REAL_GROWTH ** 2,
    from2024: (price('2025-12') / price('2024-12')) * REAL_GROWTH,
    to2026: (price('2026-06') / price('2025-06')) * REAL_GROWTH,
    real: (variable, year) => {
      const text = totals.get(`${variable} ${year}`)
      if (text === undefined || text === '') throw new RangeError(`SINIM has no ${variable} of ${year} for Loncoche`)
      return Number(text)
    },
  }
}
