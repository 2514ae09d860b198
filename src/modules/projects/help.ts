import type { CitedArticle, PageHelps } from '#design'

const analysis: CitedArticle = { norm: 'DL 1.263/1975', article: '19 bis', about: 'Los estudios y proyectos de inversión se identifican y evalúan.', confidence: 'M' }

/** Help of the portfolio of projects. */
export const pageHelps: PageHelps = {
  '/proyectos': { purpose: 'La cartera: cada iniciativa con su etapa, fuentes, avance y atraso, a las dos fechas elegidas.', law: [analysis, 'investment/life-cycle', 'investment/alerts/progress-points'], guide: 'seguir-un-proyecto', fields: { Etapa: { text: 'En qué parte de su vida está la iniciativa.', law: 'investment/life-cycle' } } },
  '/proyectos/cargas': { purpose: 'Las listas de proyectos que entraron a la cartera. Cada carga se deshace entera.', law: ['operations/undo-term'], guide: 'cargar-proyectos' },
  '/proyectos/cargas/nueva': { purpose: 'Trae una lista de proyectos de la SECPLA, del Gobierno Regional o del Banco Integrado de Proyectos: se decide lo repetido y lo parecido antes de cargar.', law: ['investment/bip-code-pattern', 'investment/funds'], guide: 'cargar-proyectos' },
  '/proyectos/cargas/$id': { purpose: 'El recibo de una carga: qué proyectos trajo, cuáles cambió y cómo deshacerla.', law: ['operations/undo-term'], guide: 'cargar-proyectos' },
  '/proyectos/$id': { purpose: 'Un proyecto entero: etapa, fuentes, programación, avances con su respaldo, contratos y el hilo del objetivo al pago.', law: ['investment/life-cycle', 'investment/states', 'investment/alerts/progress-points'], guide: 'seguir-un-proyecto',
    fields: { 'Avance físico acumulado': { text: 'Desde el comienzo de la obra. Si es menor que el anterior se pide la causa; el 100 % pide respaldo.' }, 'Código BIP': { text: 'Cópielo de la ficha del Banco Integrado de Proyectos.', law: 'investment/bip-code-pattern' }, 'Nueva etapa': { text: 'Sólo se ofrecen las que siguen a la actual.', law: 'investment/life-cycle' } } },
}
