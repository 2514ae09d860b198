import { monthNames, readPeriod } from '#kernel'
import type { Selection } from './selection.ts'

const areaNames: Readonly<Record<string, string>> = { '1': 'gestión interna', '2': 'servicios a la comunidad', '3': 'actividades municipales', '4': 'programas sociales', '5': 'programas recreacionales', '6': 'programas culturales' }

/** What part of the budget and which period a figure speaks of, to follow its title: «, subtítulo 22, a junio de 2026». */
export const scopeText = (selection: Selection): string => {
  const period = selection.period ? readPeriod(selection.period) : selection.year ? readPeriod(selection.year) : undefined
  const year = period ? period.year - (selection.shift === '1' ? 1 : 0) : undefined
  const last = period ? monthNames[Number(period.to.slice(5, 7)) - 1] : undefined
  const parts = [
    selection.account ? `cuenta ${selection.account}` : selection.item ? `ítem ${selection.item}` : selection.title ? `subtítulo ${selection.title.slice(-2)}` : '',
    selection.area === '' ? 'sin área de gestión' : selection.area ? `área de ${areaNames[selection.area] ?? selection.area}` : '',
    selection.programme === '' ? 'sin programa' : selection.programme ? `programa ${selection.programme}` : '',
    selection.objective === '' ? 'sin objetivo del plan' : selection.objective ? 'programas del objetivo' : '',
    selection.project ? 'líneas del proyecto' : '',
    selection.funding ? `fuente ${selection.funding}` : '',
    selection.line ? 'una línea' : '',
    selection.except ? 'demás ítems' : '',
    period ? (last === 'enero' ? `enero de ${year}` : `enero a ${last} de ${year}`) : '',
  ].filter(Boolean)
  return parts.length > 0 ? `, ${parts.join(', ')}` : ''
}
