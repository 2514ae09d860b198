import { defineProblem } from '#kernel'

export const sessionRepeated = defineProblem<{ number: number; year: string }>({
  id: 'concejo/sesion-repetida', kind: 'conflict',
  title: 'Esa sesión ya está anotada',
  detail: ({ number, year }) => `Ya existe la sesión N.º ${number} de ${year}.`,
  remedy: 'Revise el número en el acta, o abra la sesión que ya existe.',
})
export const sessionInFuture = defineProblem<{ on: string }>({
  id: 'concejo/sesion-futura', kind: 'rule',
  title: 'La sesión aún no se celebra',
  detail: ({ on }) => `Se escribió el ${on}.`,
  remedy: 'Anote la sesión cuando se haya celebrado.',
})
export const agreementRepeated = defineProblem<{ number: string; title: string }>({
  id: 'concejo/acuerdo-repetido', kind: 'conflict',
  title: 'Ese número ya es de otro acuerdo de la sesión',
  detail: ({ number, title }) => `El acuerdo N.º ${number} de esta sesión dice: «${title}».`,
  remedy: 'Revise el acta. Si el otro está mal, corríjalo primero: su número queda libre.',
})
export const nothingCorrected = defineProblem({
  id: 'concejo/acuerdo-igual', kind: 'input',
  title: 'El acuerdo queda igual',
  detail: () => 'Lo escrito es lo que ya está anotado.',
  remedy: 'Cambie lo que el acta dice distinto, o cierre sin guardar.',
})
export const folderLate = defineProblem<{ matter: string; session: string; lastDay: string; days: number; counted: string; today: string; next: string }>({
  id: 'concejo/fuera-de-plazo', kind: 'rule',
  title: 'La materia ya no alcanza esa sesión',
  detail: ({ matter, session, lastDay, days, counted, today, next }) => `${matter}: los concejales deben tener los antecedentes ${days} días hábiles antes. Para la ${session}, el último día era el ${lastDay}; se cuentan ${counted}. Hoy es ${today}. ${next}`,
  remedy: 'Lleve el punto a la tabla de la próxima sesión posible y ponga allí sus antecedentes.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '81' },
})
export const pointMissing = defineProblem({
  id: 'concejo/punto-ausente', kind: 'absent',
  title: 'Ese punto no está en la tabla',
  detail: () => 'La tabla de la sesión no tiene hoy ese punto.',
  remedy: 'Abra la tabla de nuevo y elija un punto que esté en ella.',
})
export const pointInUse = defineProblem<{ titles: string }>({
  id: 'concejo/punto-en-uso', kind: 'rule',
  title: 'El punto ya tiene antecedentes o acuerdo',
  detail: ({ titles }) => `No se puede sacar de la tabla: ${titles}.`,
  remedy: 'Retire antes sus antecedentes de la carpeta. Un punto con acuerdo queda en la tabla.',
})
export const sessionClosed = defineProblem<{ session: string }>({
  id: 'concejo/sesion-celebrada', kind: 'rule',
  title: 'La sesión ya se celebró',
  detail: ({ session }) => `${session} ya tiene asistencia o pasó su fecha.`,
  remedy: 'Lo que falte va a la sesión siguiente; el acta se corrige con su razón.',
})
export const sessionNotYet = defineProblem<{ session: string }>({
  id: 'concejo/sesion-no-celebrada', kind: 'rule',
  title: 'La sesión aún no se celebra',
  detail: ({ session }) => `${session} está citada.`,
  remedy: 'La asistencia y los votos se anotan desde el día de la sesión.',
})
export const dateTaken = defineProblem<{ on: string }>({
  id: 'concejo/citacion-pasada', kind: 'rule',
  title: 'Esa fecha ya pasó',
  detail: ({ on }) => `Se escribió el ${on}.`,
  remedy: 'Se cita para hoy o más adelante; lo celebrado se anota con «Anotar una sesión».',
})
export const documentEmpty = defineProblem({
  id: 'concejo/antecedente-vacio', kind: 'input',
  title: 'Falta el antecedente',
  detail: () => 'No trae archivo ni registro.',
  remedy: 'Suba el archivo o elija el registro que se envía.',
})
export const nothingToSend = defineProblem({
  id: 'concejo/carpeta-sin-novedad', kind: 'rule',
  title: 'No hay nada por enviar',
  detail: () => 'Todo lo que está en la carpeta ya se envió.',
  remedy: 'Ponga antes el antecedente que falta.',
})
export const alreadySent = defineProblem({
  id: 'concejo/antecedente-enviado', kind: 'conflict',
  title: 'Ese antecedente ya se envió',
  detail: () => 'Los concejales lo tienen: no se retira.',
  remedy: 'Ponga en la carpeta la versión que lo reemplaza y envíela.',
})
export const noCouncillors = defineProblem({
  id: 'concejo/sin-concejales', kind: 'rule',
  title: 'No hay concejales en ejercicio',
  detail: () => 'El registro de cargos no tiene concejales ese día.',
  remedy: 'Anote a los concejales con su cargo y fecha en Personas.',
})
export const notACouncillor = defineProblem({
  id: 'concejo/no-es-concejal', kind: 'input',
  title: 'Hay quien no es concejal en ejercicio',
  detail: () => 'Alguna de las personas no era concejal ese día, o está repetida.',
  remedy: 'Elija entre los concejales en ejercicio, cada uno una vez.',
})
export const receiptBefore = defineProblem<{ sent: string }>({
  id: 'concejo/acuse-antes-del-envio', kind: 'input',
  title: 'El acuse es anterior al envío o aún no llega',
  detail: ({ sent }) => `La carpeta se envió el ${sent}.`,
  remedy: 'Revise el día que dice el recibo.',
})
export const quorumMissing = defineProblem<{ present: number; needed: number }>({
  id: 'concejo/sin-quorum', kind: 'rule',
  title: 'No hubo quórum para acordar',
  detail: ({ present, needed }) => `Asistieron ${present}; se necesitan ${needed}.`,
  remedy: 'Revise la asistencia del acta. Sin quórum no hay acuerdo.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '86' },
})
export const votesDiffer = defineProblem({
  id: 'concejo/votos-no-calzan', kind: 'input',
  title: 'Los votos no calzan con la asistencia',
  detail: () => 'Cada concejal presente vota una vez, y nadie que no estuvo.',
  remedy: 'Revise la asistencia anotada y el voto de cada uno.',
})
export const castingWithoutTie = defineProblem({
  id: 'concejo/dirimente-sin-empate', kind: 'rule',
  title: 'No hubo empate que dirimir',
  detail: () => 'El voto de quien preside solo decide un empate que se mantuvo.',
  remedy: 'Quite el voto dirimente, o revise los votos.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '86' },
})
export const notVoted = defineProblem<{ matter: string }>({
  id: 'concejo/no-se-vota', kind: 'rule',
  title: 'Esa materia se da a conocer, no se vota',
  detail: ({ matter }) => `${matter}.`,
  remedy: 'Si el Concejo tomó un acuerdo sobre ella, cambie la materia del punto.',
})
export const alreadyCertified = defineProblem<{ number: string }>({
  id: 'concejo/acuerdo-con-certificado', kind: 'conflict',
  title: 'El acuerdo ya tiene su certificado',
  detail: ({ number }) => `El acuerdo N.º ${number} tiene un certificado en trámite o firmado.`,
  remedy: 'Ábralo. Si el número se anuló, se puede preparar otro.',
})
export const requestSettled = defineProblem<{ state: string }>({
  id: 'concejo/solicitud-no-admite', kind: 'conflict',
  title: 'La solicitud no admite ese paso',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Vuelva a abrir la solicitud y mire su estado.',
})
export const otherUnit = defineProblem<{ unit: string }>({
  id: 'concejo/es-de-otra-unidad', kind: 'permission',
  title: 'Eso lo responde otra unidad',
  detail: ({ unit }) => `Está a cargo de ${unit}.`,
  remedy: 'Pida a Secretaría Municipal que lo cambie de unidad, con su razón.',
})
export const dayOutOfRange = defineProblem<{ what: string }>({
  id: 'concejo/fecha-fuera-de-rango', kind: 'input',
  title: 'La fecha no puede ser esa',
  detail: ({ what }) => `${what}.`,
  remedy: 'Revise el día en el documento y escríbalo de nuevo.',
})
export const sheetHeld = defineProblem<{ on: string }>({
  id: 'concejo/pauta-cerrada', kind: 'conflict',
  title: 'La pauta ya está cerrada',
  detail: ({ on }) => `La reunión se realizó el ${on} y la pauta quedó como se vio.`,
  remedy: 'Lo nuevo va en la pauta de la semana siguiente.',
})
export const sheetRepeated = defineProblem<{ on: string }>({
  id: 'concejo/pauta-repetida', kind: 'conflict',
  title: 'Ya hay una pauta para ese día o una sin cerrar',
  detail: ({ on }) => `La del ${on}.`,
  remedy: 'Abra esa; se cierra con lo que se decidió.',
})
export const outcomesMissing = defineProblem({
  id: 'concejo/decisiones-sin-respuesta', kind: 'input',
  title: 'Falta lo que se decidió',
  detail: () => 'Cada decisión de la pauta lleva su respuesta.',
  remedy: 'Marque aprobada, rechazada o se posterga en cada una.',
})
