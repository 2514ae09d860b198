import { readRut, sortKey } from '#kernel'
import type { FormMistake } from '#design'

export type UnitDraft = { readonly name: string; readonly code: string }
export type Administrator = { readonly name: string; readonly rut: string; readonly email: string; readonly password: string }
export type FirstRun = { readonly commune: string; readonly communeName: string; readonly units: readonly UnitDraft[]; readonly administrator: Administrator; readonly repeated: string }

/** Units most municipalities have; the person corrects them to the own regulation. */
export const usualUnits: readonly UnitDraft[] = [
  { code: 'ALC', name: 'Alcaldía' }, { code: 'SECMUN', name: 'Secretaría Municipal' }, { code: 'SECPLA', name: 'Secretaría Comunal de Planificación' },
  { code: 'DAF', name: 'Dirección de Administración y Finanzas' }, { code: 'DIDECO', name: 'Dirección de Desarrollo Comunitario' }, { code: 'DOM', name: 'Dirección de Obras Municipales' },
  { code: 'TTP', name: 'Dirección de Tránsito y Transporte Públicos' }, { code: 'AAO', name: 'Dirección de Aseo y Ornato' }, { code: 'JUR', name: 'Asesoría Jurídica' },
  { code: 'CONTROL', name: 'Dirección de Control' }, { code: 'JPL', name: 'Juzgado de Policía Local' }, { code: 'DAEM', name: 'Departamento de Educación Municipal' }, { code: 'SALUD', name: 'Departamento de Salud Municipal' },
]
export const blankFirstRun: FirstRun = { commune: '', communeName: '', units: usualUnits, administrator: { name: '', rut: '', email: '', password: '' }, repeated: '' }

/** Rules of a password, each with whether it holds. Length counts more than signs. */
export const passwordRules = ({ name, email, password }: Pick<Administrator, 'name' | 'email' | 'password'>): readonly { readonly text: string; readonly holds: boolean }[] => {
  const key = sortKey(password)
  const own = [...sortKey(name).split(/\s+/), sortKey(email.split('@')[0] ?? '')].filter((word) => word.length > 3)
  return [
    { text: 'Al menos 12 caracteres; una frase sirve y se recuerda mejor.', holds: [...password].length >= 12 },
    { text: 'Sin su nombre ni su correo.', holds: password !== '' && own.every((word) => !key.includes(word)) },
    { text: 'Al menos seis caracteres distintos.', holds: new Set(password).size >= 6 },
  ]
}

export const unitMistakes = (units: readonly UnitDraft[]): FormMistake[] => {
  const named = units.filter(({ name, code }) => name.trim() || code.trim())
  const codes = named.map(({ code }) => code.trim().toUpperCase())
  return [
    ...named.flatMap(({ name, code }, index) => (name.trim() && code.trim() ? [] : [{ field: `unit-${index}`, message: `La unidad ${name.trim() || code.trim()} necesita nombre y sigla.` }])),
    ...codes.flatMap((code, index) => (code && codes.indexOf(code) < index ? [{ field: `unit-${index}`, message: `La sigla ${code} está repetida.` }] : [])),
    ...(named.some(({ code }) => code.trim().toUpperCase() === 'SECPLA') ? [] : [{ field: 'unit-0', message: 'Falta la Secretaría Comunal de Planificación, con sigla SECPLA.' }]),
  ]
}

export const administratorMistakes = ({ administrator, repeated }: FirstRun): FormMistake[] => [
  ...(administrator.name.trim().includes(' ') ? [] : [{ field: 'name', message: 'Escriba nombre y apellido.' }]),
  ...(readRut(administrator.rut) ? [] : [{ field: 'rut', message: 'El RUT no es válido: revise los números y el dígito verificador.' }]),
  ...(/^\S+@\S+\.\S+$/.test(administrator.email.trim()) ? [] : [{ field: 'email', message: 'Escriba el correo completo, por ejemplo nombre@municipalidad.cl.' }]),
  ...(passwordRules(administrator).every(({ holds }) => holds) ? [] : [{ field: 'password', message: 'La contraseña no cumple todas las reglas.' }]),
  ...(repeated === administrator.password ? [] : [{ field: 'repeated', message: 'Las dos contraseñas no son iguales.' }]),
]
