import type { PageHelps } from '#design'

/** Help of the reports to the Concejo. */
export const pageHelps: PageHelps = {
  '/rendir/informes': { purpose: 'El informe semestral de evaluación de cada período, del borrador a la entrega. El deber se cumple con la entrega, no con la emisión.', law: ['calendar/duties/eval-01'], guide: 'informe-semestral' },
  '/rendir/informes/$id': { purpose: 'El taller del informe: sus capítulos, las cifras que se abren, lo que falta y las ediciones emitidas.', law: ['calendar/duties/eval-01'], guide: 'informe-semestral', fields: { 'Prueba de la entrega': { text: 'El acuse de recibo o la sesión en que se dio cuenta, con su número y fecha.' } } },
  '/rendir/deberes': { purpose: 'Un deber por semestre, con su fecha según la ley y la prueba de su entrega al Concejo.', law: ['calendar/duties/eval-01'], guide: 'informe-semestral' },
  '/rendir/verificar': { purpose: 'Comprueba que un documento es el emitido: por el código impreso al pie, por su huella o con el archivo mismo. No pide clave.', law: [], guide: 'verificar-un-documento', fields: { 'Código de verificación o huella': { text: 'No importan mayúsculas ni guiones.' } } },
}
