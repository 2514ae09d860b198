import { defineProblem } from '#kernel'

export const signInRefused = defineProblem({
  id: 'registro/ingreso-rechazado', kind: 'identity',
  title: 'El correo o la contraseña no corresponden',
  detail: () => 'No hay una cuenta activa con ese correo y esa contraseña en la comuna elegida.',
  remedy: 'Revise la comuna, el correo y las mayúsculas. Si olvidó la contraseña, pida a la administración del sistema una temporal.',
})
/** Of the person already inside: not a 401, which would send them to the entrance. */
export const passwordNotCurrent = defineProblem({
  id: 'registro/contrasena-actual', kind: 'input',
  title: 'La contraseña actual no es esa',
  detail: () => 'Lo escrito como contraseña actual no corresponde a esta cuenta.',
  remedy: 'Escríbala de nuevo y revise las mayúsculas; si la olvidó, pida una temporal a la administración del sistema.',
})
export const viewOfOther = defineProblem<{ name: string }>({
  id: 'registro/vista-de-otra-persona', kind: 'permission',
  title: 'La vista es de otra persona',
  detail: ({ name }) => `«${name}» la compartió otra persona de su unidad; sólo ella la cambia.`,
  remedy: 'Ábrala y guárdela con otro nombre: la suya podrá cambiarla.',
})
export const accountLocked = defineProblem<{ minutes: number }>({
  id: 'registro/cuenta-bloqueada', kind: 'rate',
  title: 'La cuenta está bloqueada por intentos fallidos',
  detail: ({ minutes }) => `Se desbloquea sola en ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}.`,
  remedy: 'Espere, o pida a la administración del sistema una contraseña temporal.',
})
export const passwordWeak = defineProblem<{ reason: string }>({
  id: 'registro/contrasena-debil', kind: 'input',
  title: 'Elija otra contraseña',
  detail: ({ reason }) => reason,
  remedy: 'Una frase de tres o cuatro palabras es fácil de recordar y difícil de adivinar.',
})
export const rutWrong = defineProblem<{ text: string }>({
  id: 'registro/rut-no-valido', kind: 'input',
  title: 'El RUT no es válido',
  detail: ({ text }) => `«${text}» no es un RUT: el dígito verificador no corresponde o sobran caracteres.`,
  remedy: 'Revíselo en el documento; escríbalo como 12.345.678-5.',
})
export const alreadyInstalled = defineProblem({
  id: 'registro/ya-instalado', kind: 'conflict',
  title: 'Este sistema ya tiene una comuna',
  detail: () => 'La primera configuración se hace una sola vez.',
  remedy: 'Inicie sesión con la cuenta administradora.',
})
export const approverIsDrafter = defineProblem({
  id: 'registro/misma-persona', kind: 'rule',
  title: 'Quien redacta no aprueba',
  detail: () => 'La misma persona no puede redactar y aprobar el mismo acto.',
  remedy: 'Pida la aprobación a otra persona con el cargo, o al subrogante designado por decreto.',
  law: { norm: 'Reglamento de organización interna; segregación de funciones' },
})
export const unitInUse = defineProblem<{ name: string; units: number; people: number }>({
  id: 'registro/unidad-en-uso', kind: 'conflict',
  title: 'La unidad aún tiene dependientes',
  detail: ({ name, units, people }) => `De «${name}» dependen ${units} unidades y ${people} personas.`,
  remedy: 'Traslade antes las unidades y las personas a otra unidad.',
})
export const unitUnderItself = defineProblem<{ name: string }>({
  id: 'registro/unidad-bajo-si-misma', kind: 'rule',
  title: 'Una unidad no puede depender de sí misma',
  detail: ({ name }) => `La unidad superior elegida depende de «${name}».`,
  remedy: 'Elija otra unidad superior.',
})
export const permissionNotHeld = defineProblem<{ permissions: string }>({
  id: 'registro/permiso-ajeno', kind: 'permission',
  title: 'Nadie otorga ni retira un permiso que no tiene',
  detail: ({ permissions }) => `Usted no tiene: ${permissions}.`,
  remedy: 'Pida el cambio a quien ejerce esa función.',
})
export const officeOverlaps = defineProblem<{ title: string; term: string }>({
  id: 'registro/cargo-repetido', kind: 'conflict',
  title: 'Ya tiene ese cargo en esas fechas',
  detail: ({ title, term }) => `«${title}» está asignado ${term}.`,
  remedy: 'Termine el cargo anterior, o elija fechas que no se toquen.',
})
export const officeEndsBefore = defineProblem<{ from: string }>({
  id: 'registro/cargo-termina-antes', kind: 'rule',
  title: 'El término es anterior al inicio',
  detail: ({ from }) => `El cargo empezó el ${from}.`,
  remedy: 'Escriba el último día en que lo ejerció.',
})
export const letterheadNotImage = defineProblem<{ name: string }>({
  id: 'registro/membrete-no-es-imagen', kind: 'input',
  title: 'El membrete debe ser una imagen',
  detail: ({ name }) => `«${name}» no es una imagen PNG o JPG.`,
  remedy: 'Exporte el membrete como PNG de al menos 1.000 puntos de ancho y súbalo de nuevo.',
})
export const selfPromotion = defineProblem<{ permissions: string }>({
  id: 'registro/permiso-propio', kind: 'permission',
  title: 'Nadie se da permisos a sí mismo',
  detail: ({ permissions }) => `Le daría a usted permisos que hoy no tiene: ${permissions}.`,
  remedy: 'Pida que lo haga otra persona con la administración del registro.',
})
export const technologyWithoutBusiness = defineProblem<{ permissions: string }>({
  id: 'registro/tecnologia-sin-decision', kind: 'rule',
  title: 'La administración del sistema no decide sobre la gestión',
  detail: ({ permissions }) => `Estos permisos son de la gestión municipal: ${permissions}.`,
  remedy: 'Deje al cargo técnico solo los permisos técnicos y asigne lo demás a la oficina que corresponde por ley.',
})
export const unknownPermission = defineProblem<{ permission: string }>({
  id: 'registro/permiso-desconocido', kind: 'input',
  title: 'Ese permiso no existe',
  detail: ({ permission }) => `«${permission}» no es un permiso del sistema.`,
  remedy: 'Elija los permisos de la lista.',
})
export const personInOffice = defineProblem<{ offices: string }>({
  id: 'registro/persona-con-cargo', kind: 'conflict',
  title: 'La persona tiene un cargo vigente',
  detail: ({ offices }) => `Cargos vigentes: ${offices}.`,
  remedy: 'Termine antes sus cargos: la identidad de quien ejerce una función pública es pública.',
})
export const personSuppressed = defineProblem({
  id: 'registro/persona-suprimida', kind: 'conflict',
  title: 'Los datos de esta persona fueron suprimidos',
  detail: () => 'Solo queda la referencia, sin datos personales.',
  remedy: 'Si la persona vuelve al municipio, regístrela de nuevo.',
  law: { norm: 'Ley 21.719', article: 'derecho de supresión' },
})
export const personWithoutEmail = defineProblem({
  id: 'registro/persona-sin-correo', kind: 'rule',
  title: 'Falta el correo de la persona',
  detail: () => 'La cuenta se abre con un correo y la persona no tiene uno registrado.',
  remedy: 'Agregue el correo en la ficha de la persona y vuelva a crear la cuenta.',
})
export const ownAccount = defineProblem({
  id: 'registro/cuenta-propia', kind: 'rule',
  title: 'No puede bloquear su propia cuenta',
  detail: () => 'Quedaría fuera del sistema.',
  remedy: 'Pida a otra persona con la administración que lo haga.',
})
