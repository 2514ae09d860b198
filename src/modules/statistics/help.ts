import type { CitedArticle, PageHelps } from '#design'

const collects: CitedArticle = { norm: 'Ley 18.695', article: '21 letra f', about: 'La SECPLA recopila y mantiene la información comunal y regional.', confidence: 'M' }
const analyses: CitedArticle = { norm: 'Ley 18.695', article: '21 letra d', about: 'La SECPLA analiza y evalúa permanentemente la situación de desarrollo de la comuna.', confidence: 'M' }
const secrecy: CitedArticle = { norm: 'Ley 17.374', article: '29', about: 'Secreto estadístico: un dato individual solo se usa en estadística.', confidence: 'M' }

const access: CitedArticle = { norm: 'Ley 20.285', article: '14 y 21', about: 'Veinte días hábiles para responder, una prórroga de diez, y las causas para denegar.', confidence: 'M' }
const report: CitedArticle = { norm: 'Ley 19.880', article: '24', about: 'Los informes que pide otro órgano se evacuan en diez días hábiles.', confidence: 'V' }

/** Help of the pages of the data store. */
export const pageHelps: PageHelps = {
  '/conocer/datos': { purpose: 'Todo lo que la oficina tiene, en una búsqueda: conjuntos de datos con su fuente y período, estudios, planes, mapas y documentos.', law: [collects], guide: 'datos' },
  '/conocer/datos/cargar': { purpose: 'Carga un archivo como otra versión de un conjunto: se reconoce o se señala, se ven las diferencias y se confirma. La versión anterior queda como estaba.', law: [collects], guide: 'datos' },
  '/conocer/datos/$id': { purpose: 'Un conjunto de datos: quién lo publica, qué significa cada columna, sus versiones con lo que cambió en cada una y sus archivos.', law: [collects, secrecy], guide: 'datos' },
  '/conocer/cifras': { purpose: 'El valor que la municipalidad adopta para cada concepto, con su acto, junto a lo que dice cada fuente y la nota que explica la diferencia.', law: [collects], guide: 'cifras-oficiales' },
  '/conocer/indicadores': { purpose: 'Cómo va la comuna en cada tema: el número, su tendencia, su meta, las comunas similares, la región y el país, las brechas y lo que pide atención.', law: [analyses], guide: 'indicadores' },
  '/conocer/indicadores/$id': { purpose: 'Un indicador entero: su serie, cómo se calcula, de dónde sale, con qué se compara, sus brechas, sus alertas y la historia de su meta.', law: [analyses], guide: 'indicadores' },
  '/conocer/pendientes': { purpose: 'Lo que ya debería haberse actualizado y lo que viene. Una cifra atrasada sale marcada dondequiera que se use.', law: [collects], guide: 'datos' },
  '/conocer/solicitudes': { purpose: 'Las preguntas que recibe el departamento: quién pidió, hasta cuándo se responde, quién la tiene y en qué quedó.', law: [collects, access], guide: 'solicitudes-de-datos' },
  '/conocer/solicitudes/plazos': { purpose: 'Los días que la oficina se da para responder a unidades y servicios. Los plazos de la ley no se cambian aquí.', law: [collects], guide: 'solicitudes-de-datos' },
  '/conocer/solicitudes/$id': { purpose: 'Una pregunta con su plazo: se busca si ya se respondió, se arma la respuesta con cuadros de versión fija y se anota quién la recibió.', law: [access, report, secrecy], guide: 'solicitudes-de-datos' },
  '/conocer/registros': { purpose: 'Lo que la municipalidad cuenta por sí misma: cada unidad responde su período una vez, y aquí se ve quién falta.', law: [collects], guide: 'solicitudes-de-datos' },
  '/conocer/registros/$id': { purpose: 'Un registro como serie: lo que se dijo de cada período, sus correcciones con motivo y el conjunto de datos que alimenta.', law: [collects], guide: 'solicitudes-de-datos' },
  '/conocer/listas': { purpose: 'Las listas con que se codifican los datos: las nacionales, con su fuente, y las propias de la municipalidad.', law: [], guide: 'datos' },
  '/conocer/listas/$id': { purpose: 'Los códigos de una lista, cada uno en su tiempo, y cuál lo reemplaza. Los datos se unen por código; el nombre es solo un alias.', law: [], guide: 'datos' },
  '/conocer/cuadros': { purpose: 'Con qué datos armar un cuadro: qué cubre cada conjunto, quién lo publica y cuándo se actualizó, y los cuadros que se guardaron.', law: [collects], guide: 'cuadros' },
  '/conocer/cuadros/$id': { purpose: 'Un cuadro sobre un conjunto: se eligen los valores, se mueven las variables, se calcula, se dibuja y se descarga lo mismo que se ve.', law: [collects, secrecy], guide: 'cuadros', fields: { 'Mostrar': { text: 'Números, porcentajes, índice, variación o tasa. La base se escribe bajo el cuadro y en cada archivo.' }, 'Buscar en las variables': { text: 'Busca a la vez entre las medidas y los valores de todas las variables.' } } },
  '/conocer/cuadros/guardados/$id': { purpose: 'Un cuadro guardado: el mismo pedido, con los datos de hoy o con la versión que se fijó. Se abre, se descarga y se cita por su dirección.', law: [collects], guide: 'cuadros' },
}
