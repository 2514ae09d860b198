import type { Cube } from '../model/cube.ts'

/**
 * Farms of two places by sex and year, in two measures. 2 years × 2 places × 2 sexes × 2 measures = 16 cells, the last variable fastest.
 * Years are a layer, places the rows, sexes and measures the columns.
 */
export const farms: Cube = {
  title: 'Explotaciones por sexo de quien produce, 2007 y 2021',
  variables: [
    { key: 'anio', title: 'Año', role: 'time', place: 'layer', codes: [{ code: '2007', label: '2007' }, { code: '2021', label: '2021', note: 'El censo se levantó entre marzo y agosto.' }] },
    { key: 'comuna', title: 'Comuna', role: 'place', place: 'row', note: 'Límites de 2018.', codes: [{ code: '09109', label: 'Loncoche' }, { code: '09101', label: 'Temuco "capital"' }] },
    { key: 'sexo', title: 'Sexo', role: 'sex', place: 'column', codes: [{ code: 'M', label: 'Mujeres' }, { code: 'H', label: 'Hombres' }] },
    { key: 'measure', title: 'Medida', role: 'measure', place: 'column', codes: [{ code: 'upa', label: 'Explotaciones' }, { code: 'ha', label: 'Superficie' }] },
  ],
  measures: [{ key: 'upa', title: 'Explotaciones', unit: 'explotaciones', decimals: 0 }, { key: 'ha', title: 'Superficie', unit: 'ha', decimals: 2 }],
  //       Loncoche M      Loncoche H        Temuco M      Temuco H
  values: [500, 4250.25, 1200, 30100.5, 900, 5100, 1500, 20000, /* 2021 */ 650, 4000.75, 1100, null, 0, 0, -3, 12345.678901],
  statuses: new Map([[8, 'provisional'], [11, 'reserved'], [12, 'estimated']]),
  notes: ['Cuenta sólo explotaciones de más de cero hectáreas'], cellNotes: new Map([[2, 'Incluye sucesiones']]),
  source: { datasetId: '00000000-0000-4000-8000-000000000001', datasetTitle: 'Censo agropecuario', version: 2, publisher: 'INE', licence: 'CC BY 4.0', universe: 'Explotaciones agropecuarias', updatedOn: '2022-10-01', link: 'https://www.ine.gob.cl/', geography: 'CUT 2018', populationBase: '', contact: 'secpla@loncoche.example' },
  asOf: { effectiveOn: '2026-06-30', knownOn: '2026-07-22' },
}
