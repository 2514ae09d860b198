import { template } from './template.ts'

const GREETING = 'Saluda atentamente a usted,'

export const letterTemplates = [
  template({
    key: 'half-year-report', kind: 'letter', title: 'Entrega el informe semestral al Concejo', summary: 'Remite el informe del art. 21 letra c).', subject: 'Entrega informe de evaluación del {{period}}', signerRole: 'planning_director', distribution: ['Concejo Municipal', 'Alcaldía', 'Dirección de Control', 'Archivo SECPLA'],
    fields: [{ key: 'period', label: 'Período', help: 'Por ejemplo: segundo semestre de 2025.' }, { key: 'edition', label: 'Edición y código de verificación' }],
    text: `
En cumplimiento de lo dispuesto en {{cite:halfYear}}, pongo en manos del Concejo Municipal el informe de evaluación del cumplimiento de los planes, programas, proyectos, inversiones y el presupuesto municipal correspondiente al {{period}}.

El documento que se acompaña es {{edition}}. Cada cifra indica la fecha de los hechos y la fecha en que se conocieron, y puede comprobarse con el código impreso al pie. Las reservas, cuando existen, van señaladas al comienzo con su motivo.

Se solicita a la Secretaría Municipal dejar constancia de la recepción y ponerlo a disposición de los concejales con la citación de la próxima sesión.

${GREETING}`,
  }),
  template({
    key: 'ask-outside', kind: 'letter', title: 'Pide información a otro servicio', summary: 'Solicita antecedentes con su fundamento y su plazo.', subject: 'Solicita {{matter}}', distribution: ['Archivo'],
    fields: [{ key: 'matter', label: 'Qué se solicita' }, { key: 'reason', label: 'Para qué se necesita', lines: 2 }, { key: 'until', label: 'Fecha en que se necesita', day: true }],
    text: `
Junto con saludar, y en el ejercicio de las funciones que {{cite:planning}} entrega a esta Secretaría, solicito a usted tener a bien remitir a esta municipalidad: {{matter}}.

El requerimiento se funda en lo siguiente: {{reason}}

Agradeceré contar con la respuesta a más tardar el {{until}}. Si los antecedentes estuvieran en poder de otra repartición, pido a usted derivar esta presentación e informarlo.

${GREETING}`,
  }),
  template({
    key: 'answer', kind: 'letter', title: 'Responde una presentación', summary: 'Contesta una carta, solicitud u oficio recibido.', subject: 'Responde {{received}}', distribution: ['Archivo'],
    fields: [{ key: 'received', label: 'Documento que se responde' }, { key: 'asked', label: 'Qué se pidió', lines: 2 }, { key: 'answer', label: 'Qué se responde', lines: 4 }],
    text: `
En relación con {{received}}, en que se solicita {{asked}}, informo a usted lo siguiente:

{{answer}}

Quedo a su disposición para aclarar o complementar esta respuesta, y le hago presente que los antecedentes que la sustentan pueden consultarse en esta municipalidad.

${GREETING}`,
  }),
  template({
    key: 'transparency', kind: 'letter', title: 'Responde una solicitud de acceso a la información', summary: 'Entrega, entrega parcial o deriva, con el derecho a reclamar.', subject: 'Responde solicitud de acceso a la información {{code}}', signerRole: 'mayor', distribution: ['Oficina de Informaciones y Transparencia', 'Archivo'],
    fields: [{ key: 'code', label: 'Código de la solicitud' }, { key: 'asked', label: 'Qué se pidió', lines: 2 }, { key: 'delivered', label: 'Qué se entrega', lines: 3 }],
    text: `
Conforme a {{cite:transparencyAnswer}}, se responde la solicitud {{code}}, por la que se pidió: {{asked}}

Se entrega en este acto, en el formato solicitado y sin costo: {{delivered}}

Se han resguardado los datos personales que no forman parte de lo solicitado, conforme a la ley.

Si usted estima que la información no fue entregada o lo fue de manera incompleta, puede reclamar ante el Consejo para la Transparencia dentro de los {{term:calendar/terms/transparency-review}} días siguientes a la notificación de esta respuesta.

${GREETING}`,
  }),
  template({
    key: 'application', kind: 'letter', title: 'Postula un proyecto a financiamiento', summary: 'Oficio conductor de una postulación.', subject: 'Postula proyecto «{{project}}» a {{fund}}', signerRole: 'mayor', distribution: ['Secretaría Comunal de Planificación', 'Archivo'],
    fields: [{ key: 'project', label: 'Proyecto y su código' }, { key: 'fund', label: 'Fondo o programa' }, { key: 'amount', label: 'Monto solicitado' }, { key: 'benefit', label: 'A quién sirve y cómo', lines: 3 }],
    text: `
Por medio del presente, la {{municipality}} postula el proyecto «{{project}}» a {{fund}}, por un monto de {{amount}}.

La iniciativa forma parte del plan de desarrollo comunal y responde a lo siguiente: {{benefit}}

Se acompañan los antecedentes exigidos por {{cite:investment}}. La municipalidad declara que los costos de operación y mantención están considerados en su presupuesto, según el certificado que se adjunta.

Se designa como contraparte técnica a la Secretaría Comunal de Planificación.

${GREETING}`,
  }),
  template({
    key: 'ask-units', kind: 'memo', title: 'Pide información a una unidad', summary: 'Memorándum con lo que se necesita y hasta cuándo.', subject: 'Solicita información para {{purpose}}', distribution: ['Archivo'],
    fields: [{ key: 'purpose', label: 'Para qué' }, { key: 'needs', label: 'Qué se necesita', lines: 4 }, { key: 'until', label: 'Hasta', day: true }],
    text: `
Para {{purpose}}, solicito a usted enviar a esta Secretaría lo siguiente: {{needs}}

La información se recibe en el sistema de planificación, con el documento que la respalda, a más tardar el {{until}}. Si no hubiera novedades que informar, se pide declararlo así dentro del mismo plazo: esa también es una respuesta.

Cualquier duda puede resolverse con la persona que redacta este memorándum.

${GREETING}`,
  }),
  template({
    key: 'remit', kind: 'memo', title: 'Remite antecedentes', summary: 'Envía documentos a otra unidad para su trámite.', subject: 'Remite {{what}}', distribution: ['Archivo'],
    fields: [{ key: 'what', label: 'Qué se remite' }, { key: 'for', label: 'Para qué', lines: 2 }],
    text: `
Remito a usted {{what}}, para {{for}}.

Los antecedentes se acompañan a este memorándum y quedan enlazados en el sistema. Agradeceré informar el resultado del trámite.

${GREETING}`,
  }),
  template({
    key: 'meeting', kind: 'brief', title: 'Minuta para una reunión', summary: 'Antecedentes, situación, puntos por decidir.', subject: 'Minuta: {{matter}}', distribution: ['Alcaldía'],
    fields: [{ key: 'matter', label: 'Materia' }, { key: 'facts', label: 'Antecedentes', lines: 3 }, { key: 'now', label: 'Situación actual', lines: 3 }, { key: 'decide', label: 'Qué hay que decidir', lines: 2 }],
    text: `
## Antecedentes

{{facts}}

## Situación actual

{{now}}

## Puntos por decidir

{{decide}}

## Próximos pasos

La unidad que suscribe dará cuenta de lo resuelto y de sus plazos.`,
  }),
  template({
    key: 'agreement', kind: 'certificate', title: 'Certifica un acuerdo del Concejo', summary: 'Secretaría Municipal certifica lo acordado y su votación.', subject: 'Certifica {{agreement}} del Concejo Municipal', signerRole: 'clerk', distribution: ['Secretaría Comunal de Planificación', 'Archivo Secretaría Municipal'],
    fields: [{ key: 'agreement', label: 'Acuerdo', help: 'Por ejemplo: el Acuerdo N.º 221.' }, { key: 'session', label: 'Sesión y fecha' }, { key: 'matter', label: 'Qué se acordó', lines: 3 }, { key: 'votes', label: 'Votación' }],
    text: `
La Secretaría Municipal que suscribe, en su calidad de ministro de fe y conforme a {{cite:clerk}}, **CERTIFICA:**

Que en la {{session}} del Concejo Municipal de {{commune}} se adoptó {{agreement}}, del siguiente tenor: {{matter}}

Que la votación fue la siguiente: {{votes}}.

Se extiende el presente certificado a petición de la Secretaría Comunal de Planificación, para los fines que correspondan.`,
  }),
  template({
    key: 'operation', kind: 'certificate', title: 'Certifica el compromiso de operación y mantención', summary: 'Para postular un proyecto de inversión.', subject: 'Certifica compromiso de operación y mantención de «{{project}}»', signerRole: 'clerk', distribution: ['Secretaría Comunal de Planificación', 'Archivo Secretaría Municipal'],
    fields: [{ key: 'project', label: 'Proyecto y su código' }, { key: 'agreement', label: 'Acuerdo del Concejo y sesión' }, { key: 'cost', label: 'Costo anual' }],
    text: `
La Secretaría Municipal que suscribe, en su calidad de ministro de fe y conforme a {{cite:clerk}}, **CERTIFICA:**

Que por {{agreement}} el Concejo Municipal aprobó asumir los costos de operación y mantención del proyecto «{{project}}», estimados en {{cost}} al año, los que se consultarán en el presupuesto municipal desde su puesta en marcha.

Se extiende el presente certificado para ser presentado ante los organismos que financian la inversión pública.`,
  }),
  template({
    key: 'technical', kind: 'technical-report', title: 'Informe técnico', summary: 'Antecedentes, análisis, conclusión y propuesta.', subject: 'Informe técnico sobre {{matter}}', distribution: ['Alcaldía', 'Archivo'],
    fields: [{ key: 'matter', label: 'Materia' }, { key: 'facts', label: 'Antecedentes', lines: 3 }, { key: 'analysis', label: 'Análisis', lines: 4 }, { key: 'proposal', label: 'Conclusión y propuesta', lines: 3 }],
    text: `
En el ejercicio de las funciones que le entrega {{cite:planning}}, la {{unit}} informa lo siguiente.

## Antecedentes

{{facts}}

## Análisis

{{analysis}}

## Conclusión y propuesta

{{proposal}}`,
  }),
] as const
