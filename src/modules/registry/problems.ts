import { defineProblem } from '#kernel'

export const signInRefused = defineProblem({
  id: 'registro/ingreso-rechazado', kind: 'identity',
  title: 'El correo o la contraseña no corresponden',
  detail: () => 'No hay una cuenta activa con ese correo y esa contraseña en la comuna elegida.',
  remedy: 'Revise la comuna, el correo y las mayúsculas. Si olvidó la contraseña, pida a la administración del sistema una temporal.',
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
