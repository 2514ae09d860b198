import type { Day } from '#kernel'

/** The council's desk of the demonstration: invented, and coherent with its clock of 22-07-2026. Sessions by day, people and units by key. */
const day = (text: string): Day => text as Day
type Tie = { readonly project?: string; readonly amendment?: string; readonly report?: string }
export const councilDesk = {
  place: 'Salón de sesiones, Manuel Bulnes 408',
  sessions: [
    {
      on: day('2026-07-02'), at: '2026-06-24T10:00:00-04:00', sent: undefined,
      points: [{ key: 'cuenta', title: 'Cuenta de la alcaldesa', matter: 'account', unit: 'ALC' }, { key: 'bomberos', title: 'Subvención al Cuerpo de Bomberos de Loncoche', matter: 'grants', unit: 'DIDECO' }, { key: 'costanera', title: 'Estado del mejoramiento de la costanera', matter: 'report', unit: 'DOM', tie: { project: 'costanera' } as Tie }],
      documents: [] as { key: string; point: string; title: string; tie: Tie; on: Day; at: string }[], receipts: [] as { who: string; on: Day; note: string }[],
      agreements: [{ number: '215', title: 'Otorga subvención al Cuerpo de Bomberos de Loncoche por M$ 6.000', point: 'bomberos', matter: 'grants', votes: ['for', 'for', 'for', 'for', 'disqualified', 'abstain'] }], amendment: undefined,
    },
    {
      on: day('2026-07-09'), at: '2026-07-01T10:00:00-04:00', sent: day('2026-07-02'),
      points: [{ key: 'modificacion', title: 'Modificación presupuestaria N.º 8 de 2026', matter: 'budget-amendment', unit: 'SECPLA', tie: { amendment: '2026-8' } as Tie }, { key: 'luminarias', title: 'Bases de las luminarias del Barrio Norte', matter: 'report', unit: 'SECPLA', tie: { project: 'luminarias-norte' } as Tie }],
      documents: [{ key: 'oficio', point: 'modificacion', title: 'Modificación N.º 8, cuadro y antecedentes', tie: { amendment: '2026-8' } as Tie, on: day('2026-07-01'), at: '2026-07-01T16:00:00-04:00' }],
      // Jueves 9: se cuentan 3, 6, 7, 8 y 9; el último día era el jueves 2. Un acuse es del viernes 3.
      receipts: [{ who: 'ruth-saez', on: day('2026-07-02'), note: 'En este sistema' }, { who: 'oscar-manquepan', on: day('2026-07-02'), note: 'Recibo firmado' }, { who: 'elba-huaiquil', on: day('2026-07-02'), note: 'Recibo firmado' }, { who: 'mario-cisternas', on: day('2026-07-02'), note: 'Recibo firmado' }, { who: 'teresa-lienlaf', on: day('2026-07-02'), note: 'Respuesta al correo' }, { who: 'hugo-barria', on: day('2026-07-03'), note: 'Respuesta al correo' }],
      agreements: [], amendment: { year: 2026, number: 8, point: 'modificacion', votes: ['for', 'for', 'for', 'for', 'for', 'against'] },
    },
    {
      on: day('2026-07-30'), at: '2026-07-20T11:00:00-04:00', sent: undefined,
      points: [{ key: 'modificacion', title: 'Modificación presupuestaria N.º 9 de 2026: refuerza calefacción y caminos de invierno', matter: 'budget-amendment', unit: 'SECPLA' }, { key: 'informe', title: 'Informe semestral de evaluación, enero a junio de 2026', matter: 'report', unit: 'SECPLA', tie: { report: '2026-1' } as Tie }, { key: 'molco', title: 'Comodato de la sede social de Molco', matter: 'other', unit: 'DIDECO', tie: { project: 'sede-molco' } as Tie }],
      documents: [{ key: 'molco', point: 'molco', title: 'Ficha del proyecto de la sede social de Molco', tie: { project: 'sede-molco' } as Tie, on: day('2026-07-21'), at: '2026-07-21T12:00:00-04:00' }], receipts: [], agreements: [], amendment: undefined,
    },
    { on: day('2026-08-06'), at: '2026-07-20T11:10:00-04:00', sent: undefined, points: [{ key: 'ordenanza', title: 'Ordenanza de derechos por uso de espacios públicos', matter: 'ordinance', unit: 'JURIDICA' }], documents: [], receipts: [], agreements: [], amendment: undefined },
  ],
  requests: [
    { number: 1, who: 'ruth-saez', basis: 'be-informed', session: day('2026-04-09'), document: '', on: day('2026-04-09'), subject: 'Estado de las cuentas por pagar mayores de 30 días', detail: '', unit: 'DAF', answered: { on: day('2026-04-22'), document: 'Oficio ordinario N.º 142, de 22-04-2026' } },
    { number: 2, who: 'oscar-manquepan', basis: 'written-report', session: undefined, document: 'Carta de 14-05-2026', on: day('2026-05-14'), subject: 'Horas extraordinarias por departamento desde enero', detail: 'Con el detalle mensual y su imputación.', unit: 'DAF', answered: { on: day('2026-06-05'), document: 'Oficio ordinario N.º 188, de 05-06-2026' } },
    { number: 3, who: 'mario-cisternas', basis: 'be-informed', session: day('2026-07-02'), document: '', on: day('2026-07-02'), subject: 'Avance físico de la costanera y multas aplicadas al contratista', detail: '', unit: 'DOM', answered: undefined },
    { number: 4, who: 'ruth-saez', basis: 'observation', session: undefined, document: 'Carta de 06-07-2026', on: day('2026-07-06'), subject: 'Demora en las respuestas de la Oficina de Informaciones', detail: '', unit: 'SECMUN', answered: undefined },
    { number: 5, who: 'teresa-lienlaf', basis: 'be-informed', session: day('2026-07-09'), document: '', on: day('2026-07-09'), subject: 'Cuándo se licitan las luminarias del Barrio Norte', detail: 'Y si alcanza el financiamiento comprometido.', unit: 'SECPLA', answered: undefined },
    { number: 6, who: 'ruth-saez', basis: 'be-informed', session: undefined, document: 'Carta de 21-07-2026', on: day('2026-07-21'), subject: 'Caminos rurales cortados por el temporal', detail: '', unit: undefined, answered: undefined },
  ],
  commitments: [
    { key: 'alarmas', words: 'Presentar el calendario de instalación de alarmas comunitarias', session: day('2026-06-11'), unit: 'SEGURIDAD', until: day('2026-06-30'), done: { on: day('2026-06-26'), note: 'Presentado en la sesión del 25-06-2026' } },
    { key: 'catastro', words: 'Entregar el catastro de luminarias apagadas de Huiscapi y La Paz', session: day('2026-07-02'), unit: 'DOM', until: day('2026-07-17'), done: undefined },
    { key: 'bomberos', words: 'Firmar el convenio de la subvención a Bomberos', session: day('2026-07-02'), unit: 'DIDECO', until: day('2026-07-24'), done: undefined },
    { key: 'barrio-norte', words: 'Reunirse con la junta de vecinos del Barrio Norte por las luminarias', session: day('2026-07-09'), unit: 'SECPLA', until: day('2026-07-31'), done: undefined },
  ],
  sheets: {
    held: { on: day('2026-07-22'), at: '2026-07-22T09:34:00-04:00', remarks: 'Semana del temporal: la prioridad es dejar lista la modificación de invierno antes de mañana.', decisions: [{ question: '¿Se refuerza calefacción y caminos con el saldo de estudios?', proposal: 'Sí: modificación N.º 9 a la sesión del 30 de julio', result: 'yes', words: 'Antecedentes a los concejales mañana 23', unit: 'SECPLA', until: day('2026-07-23') }, { question: '¿Se aplica multa por el atraso de la costanera?', proposal: 'Esperar el informe de la inspección', result: 'later', words: 'Se ve con el informe', unit: 'DOM', until: day('2026-07-29') }] },
    open: { on: day('2026-07-29'), at: '2026-07-22T09:37:00-04:00', decisions: [{ question: '¿Se adelanta la licitación de luminarias del Barrio Norte?', proposal: 'Publicar en agosto con las bases ya visadas' }] },
  },
} as const
