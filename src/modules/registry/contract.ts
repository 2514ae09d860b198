import { z } from 'zod'
import { type Day, isDay } from '#kernel'

/** Schemas shared by forms, the API and tests. Ids are made by the client. */
const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const version = z.number().int().positive()
const short = (what: string) => z.string().trim().min(3, `Escriba ${what}`).max(200)
const rut = z.string().trim().max(20)

export const unitKinds = ['direction', 'department', 'section', 'office'] as const
export const unitKindTitle: Record<(typeof unitKinds)[number], string> = { direction: 'Dirección', department: 'Departamento', section: 'Sección', office: 'Oficina' }
const unitFields = { code: z.string().trim().min(2, 'Escriba el código').max(20), name: short('el nombre completo de la unidad'), kind: z.enum(unitKinds), parentId: id.nullable().default(null) }
export const CreateUnitInput = z.object({ id, ...unitFields })
export const ChangeUnitInput = z.object({ id, version, ...unitFields })
export const DeactivateUnitInput = z.object({ id, version })

const supplierFields = { name: short('la razón social'), kind: z.enum(['legal', 'natural']), activity: z.string().trim().max(200).default(''), city: z.string().trim().max(100).default('') }
export const AddSupplierInput = z.object({ id, rut, ...supplierFields })
export const ChangeSupplierInput = z.object({ id, version, ...supplierFields, active: z.boolean().default(true) })
export const ListSuppliersInput = z.object({ text: z.string().max(100).default(''), activity: z.string().max(200).default(''), state: z.enum(['', 'active', 'inactive']).default(''), sort: z.enum(['name', '-name', 'city', '-city', 'activity', '-activity']).default('name'), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(25) })

export const institutionKinds = ['ministry', 'regional', 'service', 'control', 'municipal', 'community', 'private'] as const
export const institutionKindTitle: Record<(typeof institutionKinds)[number], string> = { ministry: 'Ministerio o subsecretaría', regional: 'Gobierno regional o secretaría regional', service: 'Servicio público', control: 'Control', municipal: 'Municipal', community: 'Sociedad civil', private: 'Privada' }
const institutionFields = { code: z.string().trim().max(20).default(''), name: short('el nombre de la institución'), kind: z.enum(institutionKinds), rut: rut.default('') }
export const AddInstitutionInput = z.object({ id, ...institutionFields })
export const ChangeInstitutionInput = z.object({ id, version, ...institutionFields, active: z.boolean().default(true) })

const personFields = { name: z.string().trim().min(5, 'Escriba nombre y apellido').max(120), rut: rut.default(''), email: z.union([z.literal(''), z.email('Escriba un correo completo, como nombre@municipio.cl')]).default(''), phone: z.string().trim().max(40).default(''), unitId: id.nullable().default(null) }
export const AddPersonInput = z.object({ id, ...personFields })
export const ChangePersonInput = z.object({ id, version, ...personFields })
export const AssignOfficeInput = z.object({
  id, personId: id, role: z.string().min(2).max(60), title: short('el nombre del cargo'), unitId: id.nullable().default(null), startsOn: dayField, endsOn: dayField.nullable().default(null),
  substitute: z.boolean().default(false), decreeNumber: z.string().trim().max(60).default(''), decreeDate: dayField.nullable().default(null),
})
  .refine(({ substitute, decreeNumber, decreeDate }) => !substitute || (decreeNumber !== '' && decreeDate !== null), { message: 'La subrogancia exige el número y la fecha del decreto', path: ['decreeNumber'] })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { message: 'El término no puede ser anterior al inicio', path: ['endsOn'] })
export const EndOfficeInput = z.object({ id, endsOn: dayField })
export const SuppressPersonInput = z.object({ id, version, reason: z.string().trim().min(10, 'Explique el motivo en al menos diez letras').max(500) })

/** The page makes the temporary password: it travels once, as input, and only its hash is kept. */
export const CreateAccountInput = z.object({ id, personId: id, temporaryPassword: z.string().min(16, 'La contraseña temporal es demasiado corta').max(200) })
export const ResetPasswordInput = z.object({ id, temporaryPassword: z.string().min(16, 'La contraseña temporal es demasiado corta').max(200) })
export const AccountInput = z.object({ id })
export const ChangeRoleInput = z.object({ key: z.string().min(2).max(60), version, title: short('el nombre'), permissions: z.array(z.string().max(60)).max(100), clearances: z.array(z.enum(['public', 'council', 'internal', 'restricted'])).min(1, 'Elija al menos un nivel') })
export const ChangeCommuneInput = z.object({ version, municipality: short('el nombre de la municipalidad'), address: z.string().trim().max(200).default(''), rut: rut.default(''), letterhead: z.string().regex(/^[0-9a-f]{64}$/, 'No es un archivo subido').nullable().default(null) })

/** What pages receive. */
export type CommuneView = { readonly code: string; readonly name: string; readonly municipality: string; readonly region: string; readonly province: string; readonly address: string; readonly rut: string; readonly letterhead: string | null; readonly demonstration: boolean; readonly version: number }
export type UnitView = { readonly id: string; readonly code: string; readonly name: string; readonly kind: string; readonly parent_id: string | null; readonly active: boolean; readonly version: number }
export type SupplierView = { readonly id: string; readonly rut: string; readonly name: string; readonly kind: 'legal' | 'natural'; readonly activity: string; readonly city: string; readonly active: boolean; readonly version: number }
export type InstitutionView = { readonly id: string; readonly code: string | null; readonly name: string; readonly kind: string; readonly rut: string | null; readonly active: boolean; readonly version: number }
export type OfficeView = { readonly id: string; readonly personId: string; readonly role: string; readonly title: string; readonly unitId: string | null; readonly startsOn: Day; readonly endsOn: Day | null; readonly substitute: boolean; readonly decreeNumber: string | null; readonly decreeDate: Day | null; readonly inForce: boolean }
export type RoleView = { readonly key: string; readonly title: string; readonly legal_basis: string; readonly permissions: readonly string[]; readonly clearances: readonly string[]; readonly version: number }
export type AccountView = { readonly id: string; readonly personId: string; readonly active: boolean; readonly mustChange: boolean; readonly lockedUntil: string | null; readonly openSessions: number }
