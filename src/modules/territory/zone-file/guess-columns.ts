const words = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
const first = (names: readonly string[], ways: readonly RegExp[], taken: readonly string[]): string => {
  for (const way of ways) { const found = names.find((name) => way.test(words(name)) && !taken.includes(name)); if (found) return found }
  return ''
}
export type Columns = { readonly code: string; readonly name: string; readonly note: string }
/** Which property is the code, the name and the act, by how they are usually called. The person may choose others. */
export const guessColumns = (names: readonly string[]): Columns => {
  const code = first(names, [/^cod(igo)?_?(uv|unidad|sector|zona)?$/, /^(cod|codigo|id_uv|uv|geocodigo|numero|n_uv|id)$/, /cod/, /(^|_)id($|_)/], [])
  const name = first(names, [/^nom(bre)?(_|$)/, /nombre/, /^(name|glosa|sector|localidad)$/], [code])
  return { code, name, note: first(names, [/decreto/, /^(nota|observ\w*|descrip\w*)$/], [code, name]) }
}
