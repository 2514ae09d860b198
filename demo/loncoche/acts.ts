/** Acts and letters of the demonstration: invented, in the words of the office, coherent with the budget, the council and the projects. */
export type ActNote = { readonly to: string; readonly means: 'in-person' | 'certified-letter' | 'email' | 'internal' | 'platform' | 'publication'; readonly on: string; readonly receipt: string }
export type ActFact = {
  readonly key: string; readonly kind: 'letter' | 'memo' | 'brief' | 'decree' | 'exempt-decree' | 'certificate' | 'technical-report' | 'instruction'
  /** Starting text of the module with its facts, or a whole text of paragraphs. */
  readonly template?: string; readonly values?: Readonly<Record<string, string>>; readonly text?: string
  readonly subject: string; readonly unit: string; readonly drafter: string; readonly signer: string; readonly signerRole: string; readonly substitute?: boolean
  readonly addressees?: readonly string[]; readonly distribution?: readonly string[]; readonly references?: readonly string[]
  readonly on: string; readonly number?: number
  readonly state: 'draft' | 'in-visa' | 'to-number' | 'to-sign' | 'to-notify' | 'notified' | 'annulled' | 'returned'
  /** People who grant each visa in order, with the post they hold. */
  readonly visas?: readonly { readonly post: string; readonly who: string }[]; readonly visasDone?: number
  readonly reason?: string; readonly notes?: readonly ActNote[]
  readonly antecedents?: readonly { readonly kind: 'session' | 'project' | 'report' | 'amendment'; readonly code: string; readonly title: string }[]
  readonly answers?: string; readonly annuls?: string
}
export type LetterFact = {
  readonly key: string; readonly number: number; readonly on: string; readonly sender: string; readonly person?: boolean; readonly document: string; readonly documentOn?: string; readonly subject: string; readonly unit: string
  readonly request: 'transparency' | 'councillor' | 'report-request' | 'procedure' | 'control' | 'other'; readonly needsAnswer?: boolean; readonly due?: string; readonly dueFrom?: string; readonly answeredOn?: string; readonly closed?: string
}

const HEAD = { post: 'unit-head', who: 'carolina-manriquez' }
const LEGAL = { post: 'legal', who: 'rodrigo-fuentealba' }
const CONTROL = { post: 'control', who: 'ivan-quezada' }
const copies = (...names: readonly string[]) => [...names, 'Archivo']

export const letters: readonly LetterFact[] = [
  { key: 'subdere', number: 402, on: '2026-05-06', sender: 'Subsecretaría de Desarrollo Regional y Administrativo', document: 'Oficio N.º 2.118', documentOn: '2026-04-30', subject: 'Informa elegibilidad del proyecto sede social Molco', unit: 'SECPLA', request: 'other', needsAnswer: false, closed: 'Se tomó conocimiento; los recursos se incorporaron en la modificación N.º 6' },
  { key: 'transparencia', number: 518, on: '2026-06-24', sender: 'Solicitante por el portal de transparencia', person: true, document: 'Solicitud MU149T0000871', documentOn: '2026-06-23', subject: 'Pide el detalle de los proyectos de inversión financiados en 2025 y su avance', unit: 'SECPLA', request: 'transparency', due: '2026-07-24', dueFrom: 'Ley 20.285, art. 14', answeredOn: '2026-07-10' },
  { key: 'concejala', number: 561, on: '2026-07-09', sender: 'Concejala Ruth Sáez Melivilu', document: 'Carta', documentOn: '2026-07-09', subject: 'Pide el estado del recambio de luminarias del Barrio Norte y la fecha de inicio', unit: 'SECPLA', request: 'councillor', due: '2026-07-24', dueFrom: 'Ley 18.695, arts. 79 y 87' },
  { key: 'contraloria', number: 574, on: '2026-07-13', sender: 'Contraloría Regional de La Araucanía', document: 'Oficio N.º E-41.207', documentOn: '2026-07-09', subject: 'Pide informe sobre los estados de pago de la reposición del edificio consistorial', unit: 'SECPLA', request: 'report-request', due: '2026-07-28', dueFrom: 'Ley 19.880, art. 24' },
  { key: 'molco', number: 583, on: '2026-07-17', sender: 'Junta de Vecinos Molco', document: 'Carta', documentOn: '2026-07-16', subject: 'Pide fecha para la entrega del terreno de la sede social', unit: 'DIDECO', request: 'procedure', due: '2026-08-14', dueFrom: 'Ley 19.880, art. 24' },
]

export const acts: readonly ActFact[] = [
  {
    key: 'oficio-87', kind: 'letter', template: 'half-year-report', values: { period: 'segundo semestre de 2025', edition: 'la edición 1 del informe, con su código de verificación impreso al pie' }, subject: 'Entrega informe de evaluación del segundo semestre de 2025', unit: 'SECPLA', drafter: 'marta-riffo', signer: 'carolina-manriquez', signerRole: 'planning_director',
    addressees: ['Secretaria Municipal'], distribution: copies('Concejo Municipal', 'Alcaldía', 'Dirección de Control'), on: '2026-01-30', number: 87, state: 'notified', visas: [HEAD], antecedents: [{ kind: 'report', code: '2025-2', title: 'Informe semestral, 2.º semestre de 2025' }],
    notes: [{ to: 'Secretaria Municipal', means: 'in-person', on: '2026-01-30', receipt: 'Timbre de recepción de Secretaría Municipal' }],
  },
  {
    key: 'subrogancia-alcaldia', kind: 'exempt-decree', template: 'subrogation', values: { office: 'Alcaldesa', holder: 'feriado legal de la titular', substitute: 'don Jorge Bascuñán Ferrada, Administrador Municipal', from: '9 de febrero de 2026', to: '20 de febrero de 2026' }, subject: 'Dispone subrogancia del cargo de Alcaldesa', unit: 'ADM', drafter: 'jorge-bascunan', signer: 'ines-cayuqueo', signerRole: 'mayor',
    distribution: copies('Departamento de Personal', 'Administración Municipal', 'Secretaría Municipal', 'Dirección de Control'), on: '2026-02-05', number: 412, state: 'notified', visas: [LEGAL, CONTROL], notes: [{ to: 'Departamento de Personal', means: 'internal', on: '2026-02-05', receipt: 'Recibido' }],
  },
  {
    key: 'convenio-huiscapi', kind: 'exempt-decree', template: 'exempt-approve', values: { document: 'el convenio de transferencia de recursos para el diseño de la posta y consultorio de Huiscapi, suscrito con la Subsecretaría de Desarrollo Regional y Administrativo', reason: 'el financiamiento fue asignado por la Subsecretaría y el Concejo autorizó suscribir el convenio; los recursos se incorporan al presupuesto por la modificación que corresponde', unit: 'la Secretaría Comunal de Planificación' },
    subject: 'Aprueba convenio de transferencia para el diseño de la posta de Huiscapi', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'jorge-bascunan', signerRole: 'mayor', substitute: true, distribution: copies('Dirección de Administración y Finanzas', 'Secretaría Comunal de Planificación', 'Dirección de Control'), on: '2026-02-17', number: 468, state: 'notified', visas: [HEAD, LEGAL, CONTROL],
    antecedents: [{ kind: 'project', code: 'consultorio-huiscapi', title: 'Diseño reposición posta y consultorio de Huiscapi' }], notes: [{ to: 'Dirección de Administración y Finanzas', means: 'internal', on: '2026-02-18', receipt: 'Recibido' }],
  },
  {
    key: 'certificado-plaza', kind: 'certificate', template: 'operation', values: { project: 'Mejoramiento plaza de Huiscapi', agreement: 'el acuerdo adoptado en la sesión ordinaria N.º 50, de 14-05-2026,', cost: 'M$ 6.200' }, subject: 'Certifica compromiso de operación y mantención de «Mejoramiento plaza de Huiscapi»', unit: 'SECMUN', drafter: 'beatriz-lagos', signer: 'beatriz-lagos', signerRole: 'clerk',
    distribution: copies('Secretaría Comunal de Planificación'), on: '2026-05-15', number: 96, state: 'notified', antecedents: [{ kind: 'project', code: 'plaza-huiscapi', title: 'Mejoramiento plaza de Huiscapi' }], notes: [{ to: 'Secretaría Comunal de Planificación', means: 'internal', on: '2026-05-15', receipt: 'Recibido' }, { to: 'Archivo', means: 'internal', on: '2026-05-15', receipt: 'Archivado' }],
  },
  {
    key: 'vialidad', kind: 'letter', template: 'ask-outside', values: { matter: 'el estado de la conservación del camino vecinal Molco–Los Robles y su programación para 2026', reason: 'el proyecto comunal de conservación cuenta con recomendación y su ejecución debe coordinarse con la red que administra la Dirección de Vialidad', until: '19 de junio de 2026' }, subject: 'Solicita estado y programación del camino Molco–Los Robles', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'ines-cayuqueo', signerRole: 'mayor',
    addressees: ['Director Regional de Vialidad, La Araucanía'], distribution: copies('Dirección de Obras Municipales'), on: '2026-05-20', number: 512, state: 'notified', visas: [HEAD], antecedents: [{ kind: 'project', code: 'molco-camino', title: 'Conservación camino vecinal Molco–Los Robles' }], notes: [{ to: 'Director Regional de Vialidad, La Araucanía', means: 'certified-letter', on: '2026-05-21', receipt: '' }],
  },
  {
    key: 'comision-luminarias', kind: 'exempt-decree', template: 'commission', values: { process: 'la licitación del recambio de luminarias, Barrio Norte', members: 'el Director de Obras Municipales, la Profesional de licitaciones de la Secretaría Comunal de Planificación y el Jefe de Aseo, Ornato y Medio Ambiente' }, subject: 'Designa comisión evaluadora del recambio de luminarias, Barrio Norte', unit: 'SECPLA', drafter: 'javiera-cid', signer: 'ines-cayuqueo', signerRole: 'mayor',
    distribution: copies('Integrantes de la comisión', 'Secretaría Comunal de Planificación', 'Dirección de Control'), on: '2026-06-16', number: 1502, state: 'notified', visas: [HEAD, LEGAL, CONTROL], antecedents: [{ kind: 'project', code: 'luminarias-norte', title: 'Recambio de luminarias, Barrio Norte' }], notes: [{ to: 'Integrantes de la comisión', means: 'email', on: '2026-06-17', receipt: 'Tres acuses' }],
  },
  {
    key: 'certificado-221', kind: 'certificate', template: 'agreement', values: { agreement: 'el Acuerdo N.º 221', session: 'sesión ordinaria N.º 55, celebrada el 25 de junio de 2026,', matter: 'aprobar la modificación presupuestaria N.º 7 de 2026, que refuerza la ayuda de invierno y el agua para sectores rurales con menor gasto en difusión y capacitación.', votes: 'seis votos a favor y ninguno en contra, con la presencia de la Alcaldesa' }, subject: 'Certifica Acuerdo N.º 221 del Concejo Municipal', unit: 'SECMUN', drafter: 'beatriz-lagos', signer: 'beatriz-lagos', signerRole: 'clerk',
    distribution: copies('Secretaría Comunal de Planificación'), on: '2026-06-26', number: 131, state: 'notified', antecedents: [{ kind: 'session', code: 'ordinary 55 2026-06-25', title: 'Sesión ordinaria N.º 55' }, { kind: 'amendment', code: '2026-7', title: 'Modificación presupuestaria N.º 7 de 2026' }], notes: [{ to: 'Secretaría Comunal de Planificación', means: 'internal', on: '2026-06-26', receipt: 'Recibido' }, { to: 'Archivo', means: 'internal', on: '2026-06-26', receipt: 'Archivado' }],
  },
  {
    key: 'deja-comision', kind: 'exempt-decree', template: 'annul', values: { reason: 'uno de los integrantes de la comisión declaró que un familiar trabaja para una empresa oferente, por lo que corresponde designar otra.' }, annuls: 'comision-luminarias', subject: 'Déjase sin efecto la comisión evaluadora del recambio de luminarias, Barrio Norte', unit: 'SECPLA', drafter: 'javiera-cid', signer: 'ines-cayuqueo', signerRole: 'mayor',
    distribution: copies('Integrantes de la comisión', 'Secretaría Comunal de Planificación', 'Dirección de Control'), on: '2026-07-02', number: 1711, state: 'notified', visas: [HEAD, LEGAL, CONTROL], antecedents: [{ kind: 'project', code: 'luminarias-norte', title: 'Recambio de luminarias, Barrio Norte' }], notes: [{ to: 'Integrantes de la comisión', means: 'email', on: '2026-07-02', receipt: 'Tres acuses' }],
  },
  {
    key: 'memo-daf', kind: 'memo', template: 'ask-units', values: { purpose: 'el informe de evaluación del primer semestre de 2026', needs: 'el estado de la deuda flotante al 30 de junio, los pasivos con proveedores por antigüedad y la explicación de las diferencias con el balance cargado', until: '17 de julio de 2026' }, subject: 'Solicita información para el informe del primer semestre de 2026', unit: 'SECPLA-ECO', drafter: 'marta-riffo', signer: 'marta-riffo', signerRole: 'planning_section_head',
    addressees: ['Director de Administración y Finanzas'], distribution: ['Archivo'], on: '2026-07-06', number: 14, state: 'notified', antecedents: [{ kind: 'report', code: '2026-1', title: 'Informe semestral, 1.er semestre de 2026' }], notes: [{ to: 'Director de Administración y Finanzas', means: 'internal', on: '2026-07-06', receipt: 'Recibido en Finanzas' }],
  },
  {
    key: 'oficio-640', kind: 'letter', template: 'transparency', values: { code: 'MU149T0000871', asked: 'el detalle de los proyectos de inversión financiados en 2025 y su avance.', delivered: 'la planilla de la cartera de proyectos al 30 de junio de 2026, con su fuente de financiamiento, costo y avance físico.' }, subject: 'Responde solicitud de acceso a la información MU149T0000871', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'ines-cayuqueo', signerRole: 'mayor',
    addressees: ['Solicitante MU149T0000817'], distribution: ['Oficina de Informaciones y Transparencia'], on: '2026-07-09', number: 640, state: 'annulled', visas: [HEAD], reason: 'El código del solicitante se escribió mal: se anula antes de firmarse y se prepara de nuevo', answers: 'transparencia',
  },
  {
    key: 'oficio-641', kind: 'letter', template: 'transparency', values: { code: 'MU149T0000871', asked: 'el detalle de los proyectos de inversión financiados en 2025 y su avance.', delivered: 'la planilla de la cartera de proyectos al 30 de junio de 2026, con su fuente de financiamiento, costo y avance físico.' }, subject: 'Responde solicitud de acceso a la información MU149T0000871', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'ines-cayuqueo', signerRole: 'mayor',
    addressees: ['Solicitante MU149T0000871'], distribution: ['Oficina de Informaciones y Transparencia'], on: '2026-07-10', number: 641, state: 'notified', visas: [HEAD], answers: 'transparencia', notes: [{ to: 'Solicitante MU149T0000871', means: 'platform', on: '2026-07-10', receipt: 'Cargada en el portal, 16:20' }],
  },
  {
    key: 'minuta-alcaldesa', kind: 'brief', template: 'meeting', values: { matter: 'obras que requieren decisión en julio', facts: 'La reposición del edificio consistorial avanza según programa; la licitación de luminarias del Barrio Norte quedó sin comisión evaluadora el 2 de julio.', now: 'Hay que designar otra comisión antes del cierre de ofertas, y definir si la sede de Molco se licita junto con los refugios rurales.', decide: 'La nueva comisión evaluadora; la forma de licitar la sede de Molco.' }, subject: 'Minuta: obras que requieren decisión en julio', unit: 'SECPLA', drafter: 'carolina-manriquez', signer: 'carolina-manriquez', signerRole: 'planning_director',
    addressees: ['Alcaldesa'], on: '2026-07-15', number: 9, state: 'notified', antecedents: [{ kind: 'project', code: 'luminarias-norte', title: 'Recambio de luminarias, Barrio Norte' }, { kind: 'project', code: 'sede-molco', title: 'Construcción sede social Molco' }], notes: [{ to: 'Alcaldesa', means: 'in-person', on: '2026-07-15', receipt: 'Entregada en reunión' }],
  },
  {
    key: 'postula-plaza', kind: 'letter', template: 'application', values: { project: 'Mejoramiento plaza de Huiscapi', fund: 'Fondo Regional de Iniciativa Local', amount: 'M$ 98.000', benefit: 'recupera el espacio público de la localidad para sus 1.150 habitantes, con accesos para personas con movilidad reducida e iluminación.' }, subject: 'Postula «Mejoramiento plaza de Huiscapi» al Fondo Regional de Iniciativa Local', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'ines-cayuqueo', signerRole: 'mayor',
    addressees: ['Gobernador Regional de La Araucanía'], distribution: copies('Secretaría Comunal de Planificación'), on: '2026-07-20', state: 'in-visa', visas: [HEAD], visasDone: 0, antecedents: [{ kind: 'project', code: 'plaza-huiscapi', title: 'Mejoramiento plaza de Huiscapi' }],
  },
  {
    key: 'comision-nueva', kind: 'exempt-decree', template: 'commission', values: { process: 'la licitación del recambio de luminarias, Barrio Norte', members: 'el Director de Obras Municipales, la Profesional de licitaciones de la Secretaría Comunal de Planificación y la Jefa del Departamento de Tránsito' }, subject: 'Designa nueva comisión evaluadora del recambio de luminarias, Barrio Norte', unit: 'SECPLA', drafter: 'javiera-cid', signer: 'ines-cayuqueo', signerRole: 'mayor',
    distribution: copies('Integrantes de la comisión', 'Secretaría Comunal de Planificación', 'Dirección de Control'), on: '2026-07-17', state: 'to-number', visas: [HEAD, LEGAL, CONTROL], antecedents: [{ kind: 'project', code: 'luminarias-norte', title: 'Recambio de luminarias, Barrio Norte' }],
  },
  {
    key: 'instruccion-cierre', kind: 'instruction', template: 'instruction', values: { matter: 'la entrega de información para el informe semestral', reason: 'el Concejo debe recibir dentro de plazo el informe del primer semestre de 2026.', orders: 'responder en el sistema lo que la Secretaría Comunal de Planificación les pidió, con su respaldo, o declarar que no hay novedades.', until: '24 de julio de 2026' }, subject: 'Instruye sobre la entrega de información para el informe semestral', unit: 'SECPLA-ECO', drafter: 'marta-riffo', signer: 'ines-cayuqueo', signerRole: 'mayor',
    distribution: copies('Todas las direcciones'), on: '2026-07-20', number: 6, state: 'to-sign', visas: [LEGAL],
  },
  {
    key: 'oficio-gore', kind: 'letter', template: 'ask-outside', values: { matter: 'la confirmación de la fecha de la segunda cuota del convenio de la calle techada', reason: 'la obra está en ejecución y el tercer estado de pago vence en agosto', until: '31 de julio de 2026' }, subject: 'Solicita fecha de la segunda cuota del convenio calle techada', unit: 'SECPLA', drafter: 'nancy-ulloa', signer: 'carolina-manriquez', signerRole: 'planning_director',
    addressees: ['Gobierno Regional de La Araucanía, División de Presupuesto'], distribution: ['Archivo'], on: '2026-07-21', number: 667, state: 'to-notify', visas: [{ post: 'unit-head', who: 'carolina-manriquez' }], antecedents: [{ kind: 'project', code: 'calle-techada', title: 'Construcción calle techada, sector feria' }],
  },
  {
    key: 'informe-consistorial', kind: 'technical-report', template: 'technical', values: { matter: 'los estados de pago de la reposición del edificio consistorial', facts: 'La Contraloría Regional pidió informe por su oficio N.º E-41.207.', analysis: 'Se revisaron los estados de pago cargados en el sistema con sus decretos y facturas.', proposal: 'Responder con el detalle y sus respaldos.' }, subject: 'Informe técnico sobre los estados de pago del edificio consistorial', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'carolina-manriquez', signerRole: 'planning_director',
    addressees: ['Alcaldesa'], on: '2026-07-20', state: 'returned', reason: 'Falta la tabla de estados de pago con fecha y monto; cite cada decreto y agregue el avance físico informado por la inspección', visas: [HEAD], antecedents: [{ kind: 'project', code: 'consistorial', title: 'Reposición edificio consistorial, habilitación del primer nivel' }],
  },
  {
    key: 'responde-concejala', kind: 'letter', template: 'answer', values: { received: 'su carta de 9 de julio de 2026', asked: 'el estado del recambio de luminarias del Barrio Norte y la fecha de inicio' }, subject: 'Responde carta de 9 de julio sobre las luminarias del Barrio Norte', unit: 'SECPLA', drafter: 'pedro-antilef', signer: 'ines-cayuqueo', signerRole: 'mayor',
    addressees: ['Concejala Ruth Sáez Melivilu'], distribution: ['Secretaría Municipal'], on: '2026-07-21', state: 'draft', answers: 'concejala', antecedents: [{ kind: 'project', code: 'luminarias-norte', title: 'Recambio de luminarias, Barrio Norte' }],
  },
]
