import type { RequestSource } from '#requests'
import { readPeriod } from '#kernel'
import { pendingOf, recordRegister, RecordRegisterInput, REGISTER, registersWithValues } from '#statistics'

/** Periods of the municipality's own registers that lack a number. An accepted answer is the number of the period; «sin novedad» says that it does not apply. */
export const ownRegisters: RequestSource = {
  key: 'register', title: 'Registros propios', help: () => 'Datos de permisos, patentes, atenciones y otros registros que faltan del período.', takesNoNews: true,
  allowed: (permissions) => permissions.has('statistics.read'),
  owed: async (context, period) => (await registersWithValues(context)).flatMap(({ row, values }) => {
    const inside = pendingOf(row, values, period.to).map(({ period: id }) => readPeriod(id)).filter((one) => one !== undefined && one.from >= period.from)
    return inside.flatMap((one) => row.fields.filter(({ key }) => one && !values.some((said) => said.period === one.id && said.field === key)).map(({ key, title, unit }) => {
      const last = values.findLast(({ field }) => field === key)
      return {
        subjectId: `${row.id} ${one?.id ?? ''} ${key}`, unitId: row.unitId, label: `${row.title}: ${title}, ${one?.title ?? ''}`, help: row.counted, why: `Sin dato de ${one?.title ?? ''}.`, measure: unit, kind: 'number' as const, needsEvidence: false,
        ...(last ? { previous: { value: last.value, text: last.value === null ? 'no aplica' : `${last.value} ${unit}`, on: last.on } } : {}),
      }
    }))
  }),
  settle: async (answer, context) => {
    const [registerId = '', period = '', field = ''] = answer.subjectId.split(' ')
    await recordRegister.run(RecordRegisterInput.parse({ id: answer.id, registerId, period, values: [{ field, value: answer.value }], reason: answer.comment || 'Respuesta de la unidad a la SECPLA', post: answer.post.slice(0, 300) }), context, undefined)
    return { record: { kind: REGISTER, id: registerId }, factId: null }
  },
}
