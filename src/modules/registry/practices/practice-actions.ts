import { type Actor, earliest, type Permission, type Practice, practiceMistake, practiceText, type PracticeView } from '#kernel'
import { defineAction, defineQuery, inputRefused, notFound } from '#platform/actions'
import { z } from 'zod'
import { personStore } from '../people/person.store.ts'
import { practiceStore } from './practice.store.ts'

const Input = z.object({ id: z.uuid(), key: z.string().max(80), value: z.number().int(), reason: z.string().trim().min(5, 'Explique en una frase por qué').max(300) })
export const PRACTICE_KIND = 'practice'

/** The query and the action by which a module shows and changes its habits: who reads the module reads them; who manages it changes them. */
export const practiceDesk = (module: string, habits: readonly Practice[], may: { readonly read: readonly Permission[]; readonly change: Permission }) => ({
  list: defineQuery({
    name: `${module}.practices`, title: 'Costumbres de la oficina', help: 'Los números que no son ley y que cada municipalidad elige, con su historia.', input: z.object({}), allowed: (actor: Actor) => may.read.some((one) => actor.permissions.has(one)),
    run: async (_input, context): Promise<{ practices: readonly PracticeView[] }> => {
      const changes = await practiceStore(context.tx).changes(habits.map(({ key }) => key), { knownSeq: await context.knownSeq(), on: earliest(context.asOf.knownOn, context.today) })
      const names = await personStore(context.tx).namesOfAccounts(changes.map(({ accountId }) => accountId))
      return { practices: habits.map((habit) => {
        const own = changes.filter(({ key }) => key === habit.key)
        return { ...habit, value: own[0]?.value ?? habit.usual, changes: own.map(({ id, on, accountId, value, reason }) => ({ id, on, value, reason, who: names.get(accountId) ?? '' })) }
      }) }
    },
  }),
  change: defineAction({
    name: `${module}.set-practice`, title: 'Cambiar una costumbre de la oficina', help: 'Rige desde hoy; lo que ya se hizo con el valor anterior no cambia.', input: Input, allowed: (actor: Actor) => actor.permissions.has(may.change),
    run: async ({ id, key, value, reason }, context) => {
      const habit = habits.find((one) => one.key === key)
      if (!habit) throw notFound({ what: 'esa costumbre' })
      const mistake = practiceMistake(habit, value)
      if (mistake) throw inputRefused({ what: habit.title }, { errors: [{ pointer: '/value', message: mistake }] })
      const store = practiceStore(context.tx)
      const before = (await store.changes([key], { knownSeq: await context.knownSeq(), on: context.today }))[0]?.value ?? habit.usual
      if (before === value) throw inputRefused({ what: habit.title }, { errors: [{ pointer: '/value', message: `Ya rige: ${practiceText(habit, value)}` }] })
      await store.add({ id, key, value, reason, accountId: context.actor.accountId, entryId: context.entryId })
      return { result: { key, value }, entry: { name: 'practice-changed', summary: `${habit.title}: ${practiceText(habit, value)} y no ${before}. ${reason}`, record: { kind: PRACTICE_KIND, id: key }, facts: { before, value } } }
    },
  }),
})
