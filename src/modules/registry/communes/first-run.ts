import { isDay, readRut, type Day } from '#kernel'
import { type Database, sql } from '#platform/database'
import { hashPassword, weakPassword } from '#platform/identity'
import { loadCommunes } from '#platform/law'
import { inputRefused } from '#platform/actions'
import { z } from 'zod'
import { alreadyInstalled, passwordWeak, rutWrong } from '../problems.ts'
import { addCommune, addDefaultRoles, addPerson, addUnit, communesInstalled } from './install.ts'

export const FirstRunInput = z.object({
  commune: z.string().regex(/^\d{5}$/, 'Elija la comuna de la lista'),
  units: z.array(z.object({ code: z.string().trim().min(2).max(20), name: z.string().trim().min(3, 'Escriba el nombre completo de la unidad').max(120) })).min(1, 'Agregue al menos una unidad').max(60),
  administrator: z.object({
    name: z.string().trim().min(5, 'Escriba nombre y apellido').max(120),
    rut: z.string().trim(),
    email: z.email('Escriba un correo completo, como nombre@municipio.cl'),
    password: z.string(),
  }),
})
export type FirstRun = z.output<typeof FirstRunInput>

/** Creates the commune, its units, the default roles and the first administrator, who also directs SECPLA until others exist: all of it or nothing. */
export const firstRun = async (database: Database, input: FirstRun, on: Day): Promise<{ commune: string }> => {
  const chosen = loadCommunes().find(({ code, hasMunicipality }) => code === input.commune && hasMunicipality)
  if (!chosen || !isDay(on)) throw inputRefused({ what: 'la primera configuración' }, { errors: [{ pointer: '/commune', message: 'Elija una de las 345 municipalidades' }] })
  const rut = readRut(input.administrator.rut)
  if (!rut) throw rutWrong({ text: input.administrator.rut }, { errors: [{ pointer: '/administrator/rut', message: 'El dígito verificador no corresponde' }] })
  const reason = weakPassword(input.administrator.password, [...input.administrator.name.split(/\s+/), input.administrator.email.split('@')[0] ?? ''])
  if (reason) throw passwordWeak({ reason }, { errors: [{ pointer: '/administrator/password', message: reason }] })
  const repeated = input.units.findIndex((unit, index) => input.units.findIndex((other) => other.code === unit.code) !== index)
  if (repeated >= 0) throw inputRefused({ what: 'las unidades' }, { errors: [{ pointer: `/units/${repeated}/code`, message: 'Este código ya está en la lista' }] })
  const passwordHash = await hashPassword(input.administrator.password)
  await database.asOwner(async (owner, become) => {
    await owner.run(sql`lock table registry.communes in exclusive mode`) // two first runs at once: the second finds the first
    if ((await communesInstalled(owner)).length > 0) throw alreadyInstalled({})
    await addCommune(owner, { code: chosen.code, name: chosen.name, municipality: `Municipalidad de ${chosen.name}`, region: chosen.region, province: chosen.province })
    const tx = await become({ commune: chosen.code, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] })
    await addDefaultRoles(tx)
    const ids: string[] = []
    for (const unit of input.units) ids.push(await addUnit(tx, { ...unit, kind: 'direction' }))
    const planning = ids[input.units.findIndex((unit) => /planif|secpla/i.test(unit.name))] ?? ids[0]
    await addPerson(tx, {
      values: { name: input.administrator.name, rut, email: input.administrator.email },
      unitId: planning,
      offices: [
        { role: 'admin_tech', title: 'Administración del sistema', unitId: planning, from: on },
        { role: 'planning_director', title: 'Dirección de SECPLA', unitId: planning, from: on },
      ],
      passwordHash,
    })
  })
  return { commune: chosen.code }
}
