import { can, readRut, sortKey, yearOf } from '#kernel'
import { defineQuery } from '#platform/actions'
import { loadClassifier } from '#platform/law'
import { sql } from '#platform/database'
import { z } from 'zod'
import { accountNames, cutTo, depthOf, depthTitle, longCode, shortCode } from '../accounts/account-tree.ts'
import type { AccountFound, CertificateView, Choices, SupplierFound } from '../answers.ts'
import { Year } from '../contract.ts'
import { cubeStore } from '../execution/cube.store.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { programmeStore } from '../programmes/programme.store.ts'
import { certificatesOf } from './certificate-view.ts'
import { areaTitles, lineNames } from './line-view.ts'
import { budgetYears } from './line-year.store.ts'

/** What the filters of a year offer: only what its lines use. */
export const listChoices = defineQuery({
  name: 'budget.list-choices', title: 'Opciones de los filtros del presupuesto', input: z.object({ year: Year.optional() }), allowed: can('budget.read'),
  run: async ({ year }, context): Promise<Choices> => {
    const wanted = year ?? yearOf(context.asOf.effectiveOn)
    const lines = [...(await linesOf(context, 'both', { year: String(wanted) })).cube.lines.values()]
    const names = accountNames(await cubeStore(context.tx).localAccounts())
    const { funding, units } = await lineNames(context)
    const titles = [...new Map(lines.map(({ account, kind }) => [cutTo(account, 1), kind]))].sort(([a], [b]) => (a < b ? -1 : 1))
    const used = (values: readonly string[]): string[] => [...new Set(values)].filter(Boolean).sort()
    return {
      years: await budgetYears(context.tx), titles: titles.map(([long, kind]) => ({ value: shortCode(long), title: `${shortCode(long).slice(4)} ${names.nameOf(long)}`, kind })),
      areas: Object.entries(areaTitles).map(([value, title]) => ({ value, title: `${value} ${title}` })),
      programmes: (await programmeStore(context.tx).all()).map(({ code, name, area }) => ({ value: code, title: `${code} ${name}`, note: areaTitles[area] })),
      funding: used(lines.map((line) => line.funding)).map((value) => ({ value, title: funding.get(value) ?? value })),
      units: [...units].map(([value, title]) => ({ value, title })),
    }
  },
})

/** Suppliers by RUT or by part of the name. */
export const findSuppliers = defineQuery({
  name: 'budget.find-suppliers', title: 'Buscar un proveedor', input: z.object({ text: z.string().trim().max(80).default('') }), allowed: can('budget.read'),
  run: async ({ text }, { tx }): Promise<{ suppliers: readonly SupplierFound[] }> => {
    const like = (value: string): string => `%${value.replace(/[%_\\]/g, '\\$&')}%`
    const rut = readRut(text) ?? text.replace(/[.\s]/g, '')
    return { suppliers: await tx.all<SupplierFound>(sql`
      select id, rut, name, city from registry.suppliers where commune = ${tx.commune} and active
        ${text ? sql`and (rut like ${like(rut)} or platform.sort_key(name) like ${like(sortKey(text))})` : sql``} order by platform.sort_key(name) limit 40`) }
  },
})

/** Accounts of the classifier and of the municipality by code or name; only those that can hold a line (ítem or deeper). */
export const findAccounts = defineQuery({
  name: 'budget.find-accounts', title: 'Buscar una cuenta', input: z.object({ text: z.string().trim().max(80).default('') }), allowed: can('budget.read'),
  run: async ({ text }, context): Promise<{ accounts: readonly AccountFound[] }> => {
    const local = await cubeStore(context.tx).localAccounts()
    const all = [...local.map(({ long_code: long, name }) => ({ long, name })), ...loadClassifier().map(({ longCode: long, name }) => ({ long, name }))]
    const words = sortKey(text.replaceAll('.', '-')).split(/\s+/).filter(Boolean)
    const found = all.filter(({ long, name }) => { const key = `${shortCode(longCode(long) ?? long)} ${sortKey(name)}`; return words.every((word) => key.includes(word)) })
    return { accounts: [...new Map(found.map(({ long, name }) => [long, { code: shortCode(long), name, level: depthTitle[depthOf(long)] }])).values()].sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, 60) }
  },
})

export const listCertificates = defineQuery({
  name: 'budget.list-certificates', title: 'Certificados de disponibilidad', input: z.object({ year: Year.optional(), line: z.uuid().optional() }), allowed: can('budget.read'),
  run: async ({ year, line }, context): Promise<{ certificates: readonly CertificateView[] }> => ({ certificates: await certificatesOf(context, year ?? yearOf(context.asOf.effectiveOn), line) }),
})
