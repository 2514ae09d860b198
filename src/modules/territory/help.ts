import type { CitedArticle, PageHelps } from '#design'

const units: CitedArticle = { norm: 'Ley 19.418', article: '37 y 38', about: 'Las unidades vecinales las determina la municipalidad, oídas las organizaciones de vecinos, con acuerdo del Concejo.', confidence: 'M' }
const adviser: CitedArticle = { norm: 'Ley 18.695', article: '21 letra f', about: 'La SECPLA recopila y mantiene la información comunal y regional.', confidence: 'M' }
/** Help of the zones and areas of influence. */
export const pageHelps: PageHelps = {
  '/ordenar/zonas': { purpose: 'Los conjuntos de zonas de la comuna, en lista y en mapa con los mismos filtros. Cada uno guarda sus versiones con su acto y sus fechas.', law: [units, adviser], guide: 'zonas' },
  '/ordenar/zonas/cargar': { purpose: 'Trae las zonas de un GeoJSON: dice sus defectos y dónde están, ofrece repararlos y lleva todo a un borrador, o nada.', law: [units], guide: 'zonas', fields: { 'Coordenadas': { text: 'Si los números no son grados, elija la proyección: el mapa muestra dónde quedarían las zonas.' } } },
  '/ordenar/zonas/$id': { purpose: 'Las zonas vigentes con su mapa, la gente de cada una y de dónde sale, y las versiones anteriores.', law: [units, adviser], guide: 'zonas', fields: { 'Clases': { text: 'Cuántos tonos tiene el mapa; con los límites escritos, separados por punto y coma, usted decide dónde cambia el tono.' } } },
  '/ordenar/zonas/$id/dibujar': { purpose: 'Dibuja o corrige el borde de cada zona con el ratón, con el teclado o escribiendo coordenadas. Queda en borrador hasta que se adopta.', law: [units], guide: 'zonas' },
  '/ordenar/influencia': { purpose: 'Estima cuántas personas viven en un círculo, un polígono o una unidad, con la parte de cada zona censal y lo que no se cubre.', law: [adviser], guide: 'zonas', fields: { 'Radio': { text: 'En metros, desde el punto. Para caminar, 500 a 1.000 metros es lo usual.' } } },
}
