import type { PageHelps } from '#design'

/** Help of the lists that are edited in Excel. */
export const pageHelps: PageHelps = {
  '/planillas': { purpose: 'Las listas que su cargo puede editar en Excel y todo lo que volvió cambiado, con su recibo y su plazo para deshacerlo.', law: ['operations/undo-term'], guide: 'planillas' },
  '/planillas/$id': { purpose: 'Sube una planilla editada y muestra, celda por celda, qué cambia, qué cambió otro y qué no se admite. Nada se aplica hasta que usted elige.', law: ['operations/undo-term'], guide: 'planillas', fields: { 'Por qué': { text: 'El acta, informe o revisión de donde vienen los cambios. Queda en la historia de cada registro.' } } },
  '/planillas/grilla/$id': { purpose: 'La misma lista que baja a Excel, editada aquí: se pegan bloques, se corrige lo que quede marcado y todo se guarda de una vez, con su recibo para deshacerlo.', law: ['operations/undo-term'], guide: 'planillas', fields: { 'Por qué': { text: 'El acta, informe o revisión de donde vienen los cambios. Queda en la historia de cada registro.' } } },
  '/planillas/cargas/$id': { purpose: 'El recibo de una planilla: cada dato que cambió, lo que no se aplicó con su razón, y cómo deshacerla dentro del plazo.', law: ['operations/undo-term'], guide: 'planillas' },
}
