import { defineProblem } from '#kernel'

const clerk = { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '20' }

export const actWrongState = defineProblem<{ does: string; state: string; needs: string }>({
  id: 'actos/estado-no-permite', kind: 'conflict',
  title: 'El acto no está en ese paso',
  detail: ({ does, state, needs }) => `Para ${does} el acto debe estar ${needs}, y está ${state}.`,
  remedy: 'Vea el circuito en la ficha del acto y complete el paso que falta.',
})
export const notYourVisa = defineProblem<{ post: string }>({
  id: 'actos/visa-de-otro-cargo', kind: 'rule',
  title: 'Este visto bueno corresponde a otro cargo',
  detail: ({ post }) => `El circuito espera ahora a: ${post}. Los vistos buenos se dan en orden.`,
  remedy: 'Espere su turno, o pida a quien corresponde que lo dé.',
})
export const postVacant = defineProblem<{ posts: string }>({
  id: 'actos/cargo-vacante', kind: 'rule',
  title: 'Nadie ejerce hoy un cargo del circuito',
  detail: ({ posts }) => `No hay titular ni subrogante de: ${posts}.`,
  remedy: 'Registre la subrogancia con su decreto en «Personas y cargos», y vuelva a enviar el acto.',
})
export const nobodyToReach = defineProblem({
  id: 'actos/sin-destinatario', kind: 'rule',
  title: 'Falta a quién va el acto',
  detail: () => 'No tiene destinatario ni distribución: no podría notificarse.',
  remedy: 'Escriba al menos un destinatario o un lugar de la distribución.',
})
export const nothingWritten = defineProblem<{ blanks: string }>({
  id: 'actos/texto-incompleto', kind: 'rule',
  title: 'El texto aún tiene espacios por llenar',
  detail: ({ blanks }) => blanks,
  remedy: 'Complete lo marcado entre corchetes en el texto y envíelo de nuevo.',
})
export const signerNotCompetent = defineProblem<{ kind: string; offices: string }>({
  id: 'actos/cargo-no-firma', kind: 'rule',
  title: 'Ese cargo no firma esta clase de acto',
  detail: ({ kind, offices }) => `Firman ${kind}: ${offices}.`,
  remedy: 'Elija uno de los cargos competentes, o pida a Secretaría Municipal que revise el circuito.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '12, 56 y 63' },
})
export const signerAbsent = defineProblem<{ office: string; on: string }>({
  id: 'actos/sin-firmante', kind: 'rule',
  title: 'Nadie puede firmar en esa fecha',
  detail: ({ office, on }) => `El ${on} nadie ejercía «${office}» además de quien redactó.`,
  remedy: 'Registre la subrogancia con su decreto, o revise la fecha del acto.',
})
export const notTheSigner = defineProblem<{ office: string }>({
  id: 'actos/no-es-quien-firma', kind: 'rule',
  title: 'El acto lleva la firma de otra persona',
  detail: ({ office }) => `Al numerarlo quedó para la firma de: ${office}.`,
  remedy: 'Sube el ejemplar firmado quien firma, o Secretaría Municipal como ministro de fe.',
  law: clerk,
})
export const dateGoesBack = defineProblem<{ last: string; number: number }>({
  id: 'actos/fecha-retrocede', kind: 'rule',
  title: 'La fecha es anterior al último número del libro',
  detail: ({ last, number }) => `El N.º ${number} lleva fecha ${last}: un número mayor no puede tener fecha anterior.`,
  remedy: 'Use esa fecha o una posterior; si es de otro año, elija la fecha de ese año.',
  law: clerk,
})
export const dateInFuture = defineProblem<{ what: string }>({
  id: 'actos/fecha-futura', kind: 'rule',
  title: 'La fecha aún no llega',
  detail: ({ what }) => `${what} no puede ser posterior a hoy.`,
  remedy: 'Corrija la fecha.',
})
export const signedBefore = defineProblem<{ actOn: string }>({
  id: 'actos/firma-anterior', kind: 'rule',
  title: 'La fecha no puede ser anterior al acto',
  detail: ({ actOn }) => `El acto lleva fecha ${actOn}.`,
  remedy: 'Corrija la fecha de la firma o de la notificación.',
})
export const fileNotTheAct = defineProblem<{ reason: string }>({
  id: 'actos/archivo-no-es-el-acto', kind: 'rule',
  title: 'El archivo no es este acto',
  detail: ({ reason }) => reason,
  remedy: 'Suba el ejemplar firmado del PDF que entrega el sistema, sin modificarlo.',
})
export const signatureBroken = defineProblem<{ reason: string }>({
  id: 'actos/firma-no-valida', kind: 'rule',
  title: 'La firma electrónica no es válida',
  detail: ({ reason }) => reason,
  remedy: 'Firme otra vez el PDF original y súbalo sin abrirlo ni guardarlo con otro programa.',
})
export const fileKindWrong = defineProblem<{ needs: string }>({
  id: 'actos/archivo-de-otra-clase', kind: 'input',
  title: 'Ese archivo no sirve como ejemplar firmado',
  detail: ({ needs }) => `Se necesita ${needs}; el contenido del archivo es otro, aunque su nombre diga lo contrario.`,
  remedy: 'Escanee el papel en PDF, PNG o JPG y súbalo.',
})
export const numberTaken = defineProblem<{ last: number }>({
  id: 'actos/numero-ya-dado', kind: 'conflict',
  title: 'El libro ya pasó de ese número',
  detail: ({ last }) => `El último número del libro es el ${last}.`,
  remedy: 'Anote sólo números posteriores, dados en papel.',
})
export const restoreTooLate = defineProblem<{ until: string }>({
  id: 'actos/restaurar-tarde', kind: 'rule',
  title: 'El plazo para recuperarlo terminó',
  detail: ({ until }) => `Los borradores eliminados se recuperan hasta 90 días después: este, hasta el ${until}.`,
  remedy: 'Empiece un acto nuevo; el historial conserva lo ocurrido.',
})
export const affectedNotSigned = defineProblem<{ title: string }>({
  id: 'actos/acto-aun-no-rige', kind: 'rule',
  title: 'Sólo se modifica lo ya firmado',
  detail: ({ title }) => `${title} todavía no está firmado.`,
  remedy: 'Si aún no se firma, devuélvalo o anule su número; un acto posterior sólo modifica uno que rige.',
})
export const labelNotHeld = defineProblem({
  id: 'actos/reserva-sin-permiso', kind: 'rule',
  title: 'Su cargo no ve lo reservado',
  detail: () => 'Si lo marca como reservado, usted mismo dejaría de verlo.',
  remedy: 'Pida a su jefatura que lo redacte, o quite la reserva.',
})
export const alreadyNotified = defineProblem<{ addressee: string }>({
  id: 'actos/ya-notificado', kind: 'conflict',
  title: 'Ya consta esa notificación',
  detail: ({ addressee }) => `${addressee} ya fue notificado de este acto por ese medio.`,
  remedy: 'Agregue el acuse a la notificación que ya existe.',
})
export const notAddressee = defineProblem<{ addressee: string }>({
  id: 'actos/no-es-destinatario', kind: 'rule',
  title: 'Esa persona u oficina no es destinataria',
  detail: ({ addressee }) => `«${addressee}» no está entre los destinatarios ni en la distribución del acto.`,
  remedy: 'Elija de la lista; para enviarlo a alguien más, prepare un oficio que lo remita.',
})
export const incomingClosed = defineProblem<{ state: string }>({
  id: 'partes/ya-terminada', kind: 'conflict',
  title: 'Esa correspondencia ya terminó',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Registre una nueva si volvió a llegar.',
})
export const textRefused = defineProblem<{ reason: string }>({
  id: 'actos/texto-no-valido', kind: 'input',
  title: 'El texto tiene partes que no se admiten',
  detail: ({ reason }) => reason,
  remedy: 'Un acto admite títulos, párrafos, listas, notas y cifras del sistema. Quite lo que sobra y guarde de nuevo.',
})
export const circuitUnknownPost = defineProblem<{ post: string }>({
  id: 'actos/cargo-desconocido', kind: 'input',
  title: 'Ese cargo no existe',
  detail: ({ post }) => `No hay un cargo «${post}» en esta municipalidad.`,
  remedy: 'Elija un cargo de la lista.',
})
export const notTheDrafter = defineProblem({
  id: 'actos/no-es-quien-redacta', kind: 'rule',
  title: 'El borrador es de otra persona',
  detail: () => 'Sólo quien redacta cambia, envía o elimina su borrador: así consta quién no puede después visarlo ni firmarlo.',
  remedy: 'Tome el borrador a su nombre, si es de su unidad, o devuélvalo con observaciones.',
})
export const notYourUnit = defineProblem({
  id: 'actos/borrador-de-otra-unidad', kind: 'rule',
  title: 'El borrador es de otra unidad',
  detail: () => 'Sólo alguien de la misma unidad, o de la que está sobre ella, continúa un borrador ajeno.',
  remedy: 'Pídalo a la unidad que redacta.',
})

export const notForTheCouncil = defineProblem<{ act: string; why: string }>({
  id: 'actos/no-va-al-concejo', kind: 'rule',
  title: 'Ese acto no puede ir a los concejales',
  detail: ({ act, why }) => `${act} ${why}.`,
  remedy: 'Termine su circuito, o retírelo de la carpeta.',
})
export const notACouncillorHere = defineProblem({
  id: 'actos/no-es-concejal', kind: 'rule',
  title: 'No es concejal en ejercicio',
  detail: () => 'Sólo a los concejales en ejercicio se les entrega el acto por aquí.',
  remedy: 'Elija de la lista.',
})
export const alreadyReached = defineProblem({
  id: 'actos/firma-ya-notificada', kind: 'rule',
  title: 'El acto ya se notificó',
  detail: () => 'Mientras haya una notificación, su ejemplar firmado no se retira.',
  remedy: 'Si la notificación se anotó por error, retírela primero; si el acto ya llegó, lo cambia otro acto.',
})
export const mailLeft = defineProblem({
  id: 'actos/correo-ya-salio', kind: 'rule',
  title: 'Ese correo ya salió',
  detail: () => 'Lo que llegó a su destinatario no se puede deshacer aquí.',
  remedy: 'Si fue por error, dicte otro acto que lo deje sin efecto y notifíquelo.',
})
export const mailNotWaiting = defineProblem<{ state: string }>({
  id: 'actos/correo-no-espera', kind: 'conflict',
  title: 'Ese correo ya no espera',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Revise la lista de correos del acto.',
})
export const notWithdrawable = defineProblem<{ why: string }>({
  id: 'actos/notificacion-firme', kind: 'rule',
  title: 'Esa notificación no se puede retirar',
  detail: ({ why }) => why,
  remedy: 'Si el acto tenía un error, lo cambia o deja sin efecto otro acto.',
})
export const incomingNotClosed = defineProblem<{ state: string }>({
  id: 'partes/no-archivada', kind: 'conflict',
  title: 'Sólo se reabre lo archivado sin respuesta',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Lo contestado se reabre retirando la notificación de su respuesta.',
})
