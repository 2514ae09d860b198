/**
 * What is known of one observation besides its number. A status without number is an absence with a name: it never adds up as zero.
 * `text` is the symbol printed in the cell (statistics.md §4), `sdmx` its code in OBS_STATUS.
 */
export type ObservationStatus = 'not-received' | 'not-applicable' | 'no-service' | 'no-data' | 'reserved' | 'none' | 'provisional' | 'estimated' | 'unreliable' | 'not-publishable' | 'break' | 'revised' | 'incomplete'

export type StatusFacts = { readonly title: string; readonly text: string; readonly hasValue: boolean; readonly sdmx: string; readonly explanation: string }

export const statuses: Readonly<Record<ObservationStatus, StatusFacts>> = {
  'not-received': { title: 'No recepcionado', text: '..', hasValue: false, sdmx: 'M', explanation: 'La municipalidad no entregó el dato a quien lo publica.' },
  'not-applicable': { title: 'No aplica', text: '–', hasValue: false, sdmx: 'M', explanation: 'La pregunta no corresponde a este lugar o período.' },
  'no-service': { title: 'Sin servicio', text: '–', hasValue: false, sdmx: 'M', explanation: 'El servicio que se mide no existe en este lugar.' },
  'no-data': { title: 'Sin dato', text: '..', hasValue: false, sdmx: 'M', explanation: 'Quien publica no tiene el dato.' },
  reserved: { title: 'Reservado', text: 's', hasValue: false, sdmx: 'Q', explanation: 'Son tan pocos casos que publicarlo identificaría a personas o establecimientos.' },
  none: { title: 'Ninguno', text: '–', hasValue: false, sdmx: 'A', explanation: 'Quien publica escribió un guion donde no hay casos.' },
  provisional: { title: 'Provisional', text: 'p', hasValue: true, sdmx: 'P', explanation: 'Puede cambiar en la próxima publicación.' },
  estimated: { title: 'Estimado', text: 'e', hasValue: true, sdmx: 'E', explanation: 'Se calculó con un modelo; no se contó.' },
  unreliable: { title: 'Poco fiable', text: 'PF', hasValue: true, sdmx: 'U', explanation: 'El error de la encuesta es grande: úselo con cuidado.' },
  'not-publishable': { title: 'No fiable', text: 'NF', hasValue: true, sdmx: 'U', explanation: 'La encuesta no alcanza para este grupo: no se muestra sin esta marca.' },
  break: { title: 'Quiebre de serie', text: 'q', hasValue: true, sdmx: 'B', explanation: 'Cambió la forma de medir: no se compara sin más con lo anterior.' },
  revised: { title: 'Revisado', text: 'r', hasValue: true, sdmx: 'A', explanation: 'Difiere de lo que se publicó antes.' },
  incomplete: { title: 'Incompleto', text: 'i', hasValue: true, sdmx: 'E', explanation: 'A esta suma le faltan partes que no se conocen.' },
}
export const observationStatuses = Object.keys(statuses) as readonly ObservationStatus[]
export const isObservationStatus = (text: string): text is ObservationStatus => text in statuses
