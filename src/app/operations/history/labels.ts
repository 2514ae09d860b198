import { moreLabels } from './more-labels.ts'

/** How each datum kept in the versions of records is called, for people. A test reads the versions that every module keeps and refuses a key without its name. */
export const labels: Readonly<Record<string, string>> = {
  ...moreLabels,
  population: 'Población',
  name: 'Nombre', title: 'Título', description: 'Descripción', code: 'Código', bip: 'Código BIP', short_code: 'Código corto', place: 'Lugar', kind: 'Clase', type: 'Tipo', state: 'Estado', stage: 'Etapa', note: 'Nota', number: 'Número', year: 'Año', month: 'Mes', version: 'Versión',
  unit: 'Unidad', unitId: 'Unidad', unit_id: 'Unidad', parent: 'Depende de', parent_id: 'Depende de', plan_id: 'Plan', project: 'Proyecto', supplier: 'Proveedor', tender: 'Licitación', active: 'Activo', retired_on: 'Retirado el', closed_on: 'Cerrado el',
  amount: 'Monto', totalCost: 'Costo total', total_cost: 'Costo total', signedOn: 'Firmado el', heldOn: 'Realizada el', startsOn: 'Empieza el', endsOn: 'Termina el', starts_on: 'Empieza el', ends_on: 'Termina el', dueOn: 'Vence el', due_on: 'Vence el', effectiveOn: 'Rige desde', knownOn: 'Conocido al', date: 'Fecha', from: 'Desde', to: 'Hasta',
  agreement: 'Acuerdo', reason: 'Razón', formula: 'Fórmula', direction: 'Sentido', accumulation: 'Acumulación', frequency: 'Frecuencia', baseline: 'Línea base', target: 'Meta', weight: 'Peso', source: 'Fuente', responsible: 'Responsable', verification: 'Medio de verificación', assumption: 'Supuesto',
  municipality: 'Municipalidad', address: 'Dirección', rut: 'RUT', letterhead: 'Membrete', activity: 'Giro', city: 'Ciudad', ready: 'Lista', content: 'Texto', lines: 'Líneas', funding: 'Financiamiento', period: 'Período', gender: 'Enfoque de género', beneficiaries: 'Beneficiarios', modality: 'Modalidad', typology: 'Tipología', pins: 'Fechas fijadas',
}
/** Data that say nothing to people: identifiers and counters of the system. */
export const unsaid = new Set(['id', 'version', 'commune', 'entry_id', 'entryId', 'sort_key', 'created_at', 'updated_at', 'key', 'draft_entry', 'approval_entry', 'template', 'template_version'])
/** Amounts of money among the numbers. */
export const pesos = /amount|cost|monto|budget/i
/** Words of the system among the values, in Spanish. */
export const values: Readonly<Record<string, string>> = {
  draft: 'borrador', approved: 'aprobada', withdrawn: 'retirada', undone: 'deshecha', review: 'en revisión', returned: 'devuelto', issued: 'emitido', delivered: 'entregado', ordinary: 'ordinaria', extraordinary: 'extraordinaria', legal: 'persona jurídica', natural: 'persona natural',
  direction: 'dirección', department: 'departamento', section: 'sección', idea: 'idea', profile: 'perfil', design: 'diseño', application: 'postulación', financed: 'financiado', tender: 'licitación', execution: 'ejecución', works: 'obras', reception: 'recepción', operation: 'operación', suspended: 'suspendido', cancelled: 'cancelado',
  up: 'sube', down: 'baja', keep: 'se mantiene', level: 'como nivel a la fecha', yearly: 'acumulado en el año', municipal: 'Municipal', education: 'Educación', health: 'Salud', 'opening-balance': 'saldo inicial de caja', 'in-review': 'en revisión', numbered: 'numerado', signed: 'firmado', deleted: 'eliminado', annulled: 'dejado sin efecto', closed: 'cerrado', open: 'abierto', paper: 'en papel', electronic: 'electrónica',
  received: 'recibido', analysis: 'en análisis', recommended: 'recomendado', funded: 'financiado', 'council-half-year': 'informe semestral al Concejo', answered: 'respondido', requested: 'solicitado', released: 'liberado', refused: 'rechazado', loaded: 'cargado', reading: 'en revisión', axis: 'eje', indicator: 'indicador', objective: 'objetivo', programme: 'programa', expenditure: 'gasto', income: 'ingreso', public: 'público', council: 'Concejo', internal: 'interno', restricted: 'reservado', transfer: 'traspaso', increase: 'aumento', decrease: 'disminución',
}
