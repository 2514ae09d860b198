import { type Day, type Law, type LawParameter, type LawValue, inForce, needsConfirmation } from '#kernel'

export type UnconfirmedParameter = { readonly parameter: LawParameter; readonly value: LawValue }

/**
 * Parameters whose value in force on the day was not read in an official or secondary text (M or M?), in id order.
 * Asesoría Jurídica confirms them once; screens show them «por confirmar».
 */
export const unconfirmed = (law: Law, on: Day): readonly UnconfirmedParameter[] =>
  law.parameters().flatMap((parameter) => {
    const value = inForce(parameter, on)
    return value && needsConfirmation(value) ? [{ parameter, value }] : []
  })
