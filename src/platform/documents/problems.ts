import { defineProblem } from '#kernel'

export const bodyInvalid = defineProblem<{ count: number; first: string }>({
  id: 'documents/body-invalid', kind: 'input', title: 'El documento tiene partes que no se pueden leer',
  detail: ({ count, first }) => `${count === 1 ? 'Hay un reparo' : `Hay ${count} reparos`}: ${first}`,
  remedy: 'Corrija los bloques señalados y vuelva a guardar. Los demás quedan como estaban.',
})
export const bodyNotCanonical = defineProblem({
  id: 'documents/body-not-canonical', kind: 'defect', title: 'No se pudo calcular la huella del documento',
  detail: () => 'El cuerpo contiene un valor que no tiene escritura única, por ejemplo un número que no es finito.',
  remedy: 'Recalcule las cifras del documento y vuelva a intentarlo. Si se repite, avise a quien administra el sistema.',
})
export const renderFailed = defineProblem<{ format: string }>({
  id: 'documents/render-failed', kind: 'defect', title: 'No se pudo componer el documento',
  detail: ({ format }) => `La composición en ${format} se interrumpió. El contenido guardado no cambió.`,
  remedy: 'Vuelva a pedirlo. Si se repite, pida otro formato y avise a quien administra el sistema indicando el documento.',
})
export const renderTooSlow = defineProblem<{ format: string; seconds: number }>({
  id: 'documents/render-too-slow', kind: 'dependency', title: 'El documento tardó demasiado en componerse',
  detail: ({ format, seconds }) => `La composición en ${format} superó los ${seconds} segundos y se detuvo. El contenido guardado no cambió.`,
  remedy: 'Espere a que terminen otros trabajos y vuelva a pedirlo, o divida el documento en partes.',
})
export const engineMissing = defineProblem<{ what: string }>({
  id: 'documents/engine-missing', kind: 'dependency', title: 'Falta una pieza para componer documentos',
  detail: ({ what }) => `No se encontró ${what} en la instalación.`,
  remedy: 'Vuelva a instalar el sistema completo. Mientras tanto, el documento se puede leer en pantalla.',
})
export const wordUnreadable = defineProblem({
  id: 'documents/word-unreadable', kind: 'input', title: 'El archivo Word no se puede leer',
  detail: () => 'El archivo está dañado, protegido con clave o no es un documento .docx.',
  remedy: 'Ábralo en Word, guárdelo como «Documento de Word (.docx)» sin clave y cárguelo otra vez.',
})

