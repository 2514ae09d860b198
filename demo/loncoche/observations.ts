import type { ObservationFact } from '../facts.ts'
import { demoTable } from '../read-table.ts'

const SINIM = 'SINIM, Subsecretaría de Desarrollo Regional y Administrativo, datos municipales de Loncoche'

/** Every published value of Loncoche this demonstration holds. States («No Recepcionado») stay as states; projection and census stay apart. */
export const observations = (): ObservationFact[] => [
  ...demoTable('loncoche/data/sinim-loncoche-2018-2024.csv').map((row): ObservationFact => {
    const text = row['valor_texto'] ?? ''
    const value = row['valor'] === '' || row['valor'] === undefined ? null : Number(row['valor'])
    return { series: `sinim/${row['variable_id']}`, title: row['variable'] ?? '', year: Number(row['anio']), value, ...(value === null ? { state: text } : {}), unit: row['unidad'] ?? '', text, source: SINIM }
  }),
  ...demoTable('loncoche/data/poblacion-proyectada-loncoche.csv').map((row): ObservationFact => ({ series: 'ine/population-projection', title: 'Población proyectada al 30 de junio', year: Number(row['anio']), value: Number(row['poblacion']), unit: 'personas', text: row['poblacion'] ?? '', source: 'INE, estimaciones y proyecciones comunales 2002–2035, base Censo 2017' })),
  ...[[2017, 23_612], [2024, 25_158]].map(([year = 0, value = 0]): ObservationFact => ({ series: 'ine/census-population', title: 'Población censada', year, value, unit: 'personas', text: String(value), source: `INE, Censo ${year}` })),
  ...demoTable('loncoche/data/casen-2022-sae-loncoche.csv').map((row): ObservationFact => ({ series: 'mdsf/multidimensional-poverty', title: 'Pobreza multidimensional, estimación para áreas pequeñas', year: 2022, value: Number(row['tasa_pobreza_multidimensional']), unit: 'ratio', text: `${row['tasa_pobreza_multidimensional']} (${row['limite_inferior']} a ${row['limite_superior']})`, source: 'Ministerio de Desarrollo Social y Familia, Casen 2022' })),
]
