import type { Day } from '#kernel'
import { dayNumber, dayText, isOpen, LAST_DAY, lastOpenOf, numberOf, openUntil } from './days.ts'

/** Acts that fulfilled duties of 2025 and 2026, coherent with the budget, the reports and the council of the demonstration. Invented. */
export type DutyActFact = { readonly duty: string; readonly period: string; readonly on: Day; readonly title: string; readonly number?: string; readonly by: string; readonly step?: string }
export type StartFact = { readonly duty: string; readonly key: string; readonly on: Day; readonly title: string; readonly by: string }
export type AssignmentFact = {
  readonly key: string; readonly text: string; readonly askedBy: string; readonly by: string; readonly forPerson?: string; readonly forUnit?: string; readonly on: Day; readonly due?: Day
  readonly answers: readonly { readonly kind: 'accepted' | 'done' | 'returned'; readonly by: string; readonly on: Day; readonly note?: string }[]
}
/** Weekdays that are not holidays after a day. */
const after = (start: number, count: number): Day => { let at = start; for (let left = count; left > 0;) { at += 1; if (isOpen(at)) left -= 1 } return dayText(at) }
const MONTHS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] as const
const once = (duty: string, period: string, on: string, title: string, by: string, number?: string): DutyActFact => ({ duty, period, on: on as Day, title, by, ...(number ? { number } : {}) })

/** Duties of each month from July 2025 to June 2026: sent a day or two before their date; one account rendered late, and the one of June still to render. */
const monthly = (): DutyActFact[] => MONTHS.flatMap((count, index) => {
  const [year, month] = count > 12 ? [2026, count - 12] : [2025, count]
  const period = `${year}-${String(month).padStart(2, '0')}`
  const end = dayNumber(year, month + 1, 1) - 1
  const acts = [
    once('cgr-01', period, after(end, 7), 'Comprobante de envío SICOGEN', 'rosa-millaqueo', String(4310 + index * 17)), once('tra-01', period, after(end, 9), 'Publicación de transparencia activa', 'beatriz-lagos'),
    once('daf-02', period, after(end, 16), 'Publicación del registro de gastos', 'tomas-venegas'), once('ren-01', period, after(end, period === '2026-02' ? 18 : 13), 'Rendición SISREC del convenio FRIL', 'nancy-ulloa', String(118 + index)),
    once('ccsp-01', period, dayText(openUntil(end - 3)), 'Acta de la sesión del consejo de seguridad', 'paula-espinoza', String(8 + index)),
  ]
  return acts.filter(({ on, duty }) => numberOf(on) <= LAST_DAY && on >= '2025-08-01' && !(duty === 'ren-01' && period === '2026-06'))
})
const quarterly = (): DutyActFact[] => (['2025-T3', '2025-T4', '2026-T1'] as const).flatMap((period, index) => {
  const [year, quarter] = [Number(period.slice(0, 4)), Number(period.slice(6))]
  const end = dayNumber(year, quarter * 3 + 1, 1) - 1
  return [
    once('ctrl-01', period, dayText(openUntil(end + 26)), 'Informe trimestral de Control', 'ivan-quezada', String(3 + index)), once('ctrl-02', period, dayText(openUntil(end + 28)), 'Acta de la sesión del Concejo', 'beatriz-lagos'),
    once('daf-01', period, dayText(openUntil(end + 24)), 'Oficio con el detalle de pasivos', 'tomas-venegas', String(61 + index * 40)), once('bud-06', period, dayText(openUntil(end + 29)), 'Informe de Control sobre el equilibrio', 'ivan-quezada', String(4 + index)),
    once('cos-01', period, dayText(lastOpenOf(year, quarter * 3)), 'Acta de la sesión del COSOC', 'beatriz-lagos', String(21 + index)),
  ]
})
const yearly: readonly DutyActFact[] = [
  once('padem-01', '2025', '2025-09-12', 'Oficio de entrega del PADEM al Concejo', 'cristian-levio', '311'), once('bud-01', '2025', '2025-10-06', 'Oficio del alcalde al Concejo', 'carolina-manriquez', '1.204'), once('bud-02', '2025', '2025-10-06', 'Conjunto entregado con el presupuesto', 'carolina-manriquez'),
  once('ord-01', '2025', '2025-10-28', 'Publicación de la ordenanza en el sitio municipal', 'tomas-venegas', '12'), once('c33-01', '2025', '2025-10-30', 'Ingreso de la postulación al GORE', 'pedro-antilef', '884'), once('sal-01', '2025', '2025-11-27', 'Oficio de entrega del programa de salud', 'sonia-retamal', '502'),
  once('bud-04', '2025', '2025-12-11', 'Acuerdo del Concejo que aprueba el presupuesto 2026', 'beatriz-lagos', '132'), once('bud-07', '2025', '2025-12-19', 'Decreto que aprueba el presupuesto 2026', 'tomas-venegas', '3.871'), once('pmg-01', '2025', '2025-12-18', 'Acuerdo del Concejo sobre objetivos 2026', 'beatriz-lagos', '136'), once('fcm-01', '2025', '2025-12-22', 'Decreto de coeficientes incorporado a la proyección', 'marta-riffo'),
  once('pac-01', '2026', '2026-01-30', 'Decreto y publicación del plan anual de compras', 'tomas-venegas', '214'), once('bud-08', '2026', '2026-03-19', 'Decreto de la modificación que incorpora la caja real', 'tomas-venegas', '706'), once('dip-01', '2026', '2026-03-30', 'Certificado de declaraciones recibidas', 'ivan-quezada', '19'), once('sin-01', '2026', '2026-04-02', 'Comprobante de cierre de la captura', 'luis-caniulef', '09109-2025'),
  once('cp-01', '2026', '2026-04-28', 'Acta de la sesión de la cuenta pública', 'carolina-manriquez', '4'), once('cp-02', '2026', '2026-05-27', 'Acta del COSOC con su pronunciamiento', 'beatriz-lagos', '24'), once('tax-01', '2026-04-30', '2026-04-29', 'Proyección de caja tras la primera cuota', 'tomas-venegas'), once('tax-01', '2026-06-30', '2026-06-30', 'Proyección de caja tras la segunda cuota', 'tomas-venegas'),
  once('tax-02', '2026', '2026-03-31', 'Recaudación de permisos comparada con el presupuesto', 'gladys-catrileo'), once('tax-03', '2026-01-31', '2026-01-30', 'Recaudación de patentes comparada con el presupuesto', 'tomas-venegas'), once('tax-01', '2025-09-30', '2025-09-29', 'Proyección de caja tras la tercera cuota', 'tomas-venegas'), once('tax-01', '2025-11-30', '2025-11-28', 'Proyección de caja tras la cuarta cuota', 'tomas-venegas'),
  { ...once('bud-01', '2026', '2026-06-02', 'Instrucción del alcalde con los supuestos (IPC, UTM, FCM, dotación)', 'marta-riffo'), step: 'kick-off' }, { ...once('bud-01', '2026', '2026-07-15', 'Solicitudes de las unidades por programa', 'marta-riffo'), step: 'requests' },
  { ...once('eval-01', '2026-1', '2026-07-10', 'Secciones pedidas a las unidades, con las cifras al cierre del semestre', 'marta-riffo'), step: 'sections' },
]
/** Three ordinary sessions a month, as the council of the demonstration held them. */
const sessions = (held: readonly { readonly number: number; readonly date: Day }[]): DutyActFact[] =>
  held.filter(({ date }) => date >= '2025-08-01' && numberOf(date) <= LAST_DAY).map(({ number, date }) => once('con-s', date.slice(0, 7), date, 'Acta de la sesión ordinaria', 'beatriz-lagos', String(number)))

export const dutyActs = (held: readonly { readonly number: number; readonly date: Day }[]): readonly DutyActFact[] => [...monthly(), ...quarterly(), ...yearly, ...sessions(held)]
export const starts: readonly StartFact[] = [
  { duty: 'pla-01', key: 'pladeco', on: '2024-12-27' as Day, title: 'PLADECO 2022–2030, última actualización aprobada', by: 'carolina-manriquez' },
  { duty: 'tra-02', key: 'acceso-41', on: '2026-07-02' as Day, title: 'Solicitud MU139T0000041', by: 'beatriz-lagos' }, { duty: 'lbpa-24', key: 'contraloria', on: '2026-07-14' as Day, title: 'Oficio de la Contraloría sobre convenios', by: 'carolina-manriquez' },
]
export const assignments: readonly AssignmentFact[] = [
  { key: 'luminarias', text: 'Listado de luminarias apagadas del sector norte, con su poste', askedBy: 'Alcaldía', by: 'carolina-manriquez', forPerson: 'pedro-antilef', on: '2026-07-20' as Day, due: '2026-07-24' as Day, answers: [{ kind: 'accepted', by: 'pedro-antilef', on: '2026-07-20' as Day }] },
  { key: 'multicancha', text: 'Preparar una página sobre la multicancha de La Paz para la reunión con los vecinos', askedBy: 'Alcaldía', by: 'ines-cayuqueo', forUnit: 'SECPLA', on: '2026-07-21' as Day, due: '2026-07-23' as Day, answers: [] },
  { key: 'pasivos', text: 'Explicar el aumento de la deuda flotante del segundo trimestre', askedBy: 'Concejo', by: 'carolina-manriquez', forPerson: 'tomas-venegas', on: '2026-07-13' as Day, due: '2026-07-17' as Day, answers: [{ kind: 'accepted', by: 'tomas-venegas', on: '2026-07-14' as Day }] },
  { key: 'catastro', text: 'Traer el catastro de sedes sociales con su comodato', askedBy: 'Administración Municipal', by: 'carolina-manriquez', forPerson: 'marcela-sepulveda', on: '2026-07-09' as Day, due: '2026-07-31' as Day, answers: [{ kind: 'returned', by: 'marcela-sepulveda', on: '2026-07-10' as Day, note: 'Falta decir desde qué año' }] },
  { key: 'fril', text: 'Llamar al GORE por las observaciones del FRIL', askedBy: '', by: 'pedro-antilef', forPerson: 'pedro-antilef', on: '2026-07-15' as Day, due: '2026-07-17' as Day, answers: [{ kind: 'done', by: 'pedro-antilef', on: '2026-07-16' as Day, note: 'Responden el 27 de julio' }] },
]
