import type { CitedArticle, PageHelps } from '#design'

const collects: CitedArticle = { norm: 'Ley 18.695', article: '21 letra f', about: 'La SECPLA recopila y mantiene la información comunal y regional.', confidence: 'M' }
const secrecy: CitedArticle = { norm: 'Ley 17.374', article: '29', about: 'Secreto estadístico: un dato individual solo se usa en estadística.', confidence: 'M' }

/** Help of the pages of the data store. */
export const pageHelps: PageHelps = {
  '/conocer/datos': { purpose: 'Todo lo que la oficina tiene, en una búsqueda: conjuntos de datos con su fuente y período, estudios, planes, mapas y documentos.', law: [collects], guide: 'datos' },
  '/conocer/datos/cargar': { purpose: 'Carga un archivo como otra versión de un conjunto: se reconoce o se señala, se ven las diferencias y se confirma. La versión anterior queda como estaba.', law: [collects], guide: 'datos' },
  '/conocer/datos/$id': { purpose: 'Un conjunto de datos: quién lo publica, qué significa cada columna, sus versiones con lo que cambió en cada una y sus archivos.', law: [collects, secrecy], guide: 'datos' },
  '/conocer/cifras': { purpose: 'El valor que la municipalidad adopta para cada concepto, con su acto, junto a lo que dice cada fuente y la nota que explica la diferencia.', law: [collects], guide: 'cifras-oficiales' },
  '/conocer/pendientes': { purpose: 'Lo que ya debería haberse actualizado y lo que viene. Una cifra atrasada sale marcada dondequiera que se use.', law: [collects], guide: 'datos' },
  '/conocer/listas': { purpose: 'Las listas con que se codifican los datos: las nacionales, con su fuente, y las propias de la municipalidad.', law: [], guide: 'datos' },
  '/conocer/listas/$id': { purpose: 'Los códigos de una lista, cada uno en su tiempo, y cuál lo reemplaza. Los datos se unen por código; el nombre es solo un alias.', law: [], guide: 'datos' },
}
