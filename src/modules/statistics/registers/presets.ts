import type { RegisterField, RegisterPeriodicity } from './register-contract.ts'

type Preset = { readonly key: string; readonly title: string; readonly counted: string; readonly periodicity: RegisterPeriodicity; readonly fields: readonly RegisterField[] }
const field = (key: string, title: string, unit: string, decimals = 0): RegisterField => ({ key, title, unit, decimals })
/** Registers that most municipalities keep, ready to be given to a unit. */
export const registerPresets: readonly Preset[] = [
  { key: 'building-permits', title: 'Permisos de edificación', counted: 'Permisos otorgados en el período y su superficie', periodicity: 'month', fields: [field('permits', 'Permisos otorgados', 'permisos'), field('area', 'Superficie autorizada', 'm²', 1)] },
  { key: 'licences', title: 'Patentes municipales', counted: 'Patentes vigentes al último día del período, por clase', periodicity: 'quarter', fields: [field('commercial', 'Patentes comerciales', 'patentes'), field('professional', 'Patentes profesionales', 'patentes'), field('alcohol', 'Patentes de alcoholes', 'patentes')] },
  { key: 'social-care', title: 'Atenciones sociales', counted: 'Atenciones de asistencia social y ayudas entregadas', periodicity: 'month', fields: [field('attentions', 'Atenciones', 'atenciones'), field('aids', 'Ayudas entregadas', 'ayudas')] },
  { key: 'waste', title: 'Residuos domiciliarios', counted: 'Toneladas pesadas en el lugar de disposición', periodicity: 'month', fields: [field('collected', 'Residuos recolectados', 'toneladas', 1), field('recycled', 'Residuos reciclados', 'toneladas', 1)] },
  { key: 'citizen-requests', title: 'Solicitudes ciudadanas', counted: 'Ingresadas y respondidas en la oficina de informaciones', periodicity: 'month', fields: [field('received', 'Ingresadas', 'solicitudes'), field('answered', 'Respondidas', 'solicitudes')] },
  { key: 'works', title: 'Obras en ejecución', counted: 'Obras municipales iniciadas y terminadas en el período', periodicity: 'quarter', fields: [field('started', 'Obras iniciadas', 'obras'), field('finished', 'Obras terminadas', 'obras')] },
]
