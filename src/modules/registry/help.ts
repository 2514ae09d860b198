import type { CitedArticle, PageHelps } from '#design'

const units: CitedArticle = { norm: 'Ley 18.695', article: '15', about: 'Las funciones municipales se ejercen por la alcaldía y sus unidades.', confidence: 'M' }
const inside: CitedArticle = { norm: 'Ley 18.695', article: '31', about: 'La organización interna se regula por reglamento municipal.', confidence: 'M' }
const substitution: CitedArticle = { norm: 'Ley 18.883', article: '76 y siguientes', about: 'Subrogación de un cargo.', confidence: 'M' }

/** Help of the registry of the municipality. */
export const pageHelps: PageHelps = {
  '/proveedores': { purpose: 'Quién vende y construye para la municipalidad, por RUT, rubro y ciudad. Uno que ya no se usa deja de ofrecerse; no se borra.', law: ['procurement/works-regime'], guide: 'registro-de-la-municipalidad', fields: { RUT: { text: 'Se comprueba su dígito. Un RUT mal escrito se corrige con su documento; otro RUT es otro proveedor.' } } },
  '/proveedores/$id': { purpose: 'Un proveedor con sus contratos, sus documentos y sus cambios.', law: ['procurement/works-regime'], guide: 'registro-de-la-municipalidad' },
  '/registro': { purpose: 'La municipalidad por dentro: unidades, personas, cargos, instituciones y membrete.', law: [units, inside], guide: 'registro-de-la-municipalidad' },
  '/registro/unidades': { purpose: 'El organigrama. Una unidad no se borra: se cierra con su fecha y conserva lo que hizo.', law: [units, inside], guide: 'registro-de-la-municipalidad' },
  '/registro/personas': { purpose: 'Quién ejerce cada cargo, desde cuándo y quién subroga. Los permisos vienen del cargo, nunca de la persona.', law: [substitution, 'data-protection/principles'], guide: 'personas-y-cargos' },
  '/registro/personas/$id': { purpose: 'Una persona con sus cargos entre fechas, su cuenta y sus cambios.', law: [substitution, 'data-protection/rights'], guide: 'personas-y-cargos', fields: { 'Número del decreto': { text: 'Sin número y fecha del decreto no se guarda una subrogancia.' } } },
  '/registro/roles': { purpose: 'Lo que cada cargo puede hacer en el sistema, con su base legal. Nadie otorga un permiso que no tiene.', law: [inside], guide: 'permisos' },
  '/registro/permisos': { purpose: 'Cada acción y consulta del sistema por cada cargo: quién puede, quién no y qué más se exige.', law: [inside], guide: 'permisos' },
  '/registro/instituciones': { purpose: 'Ministerios, servicios y organizaciones con que se trabaja, para nombrarlos siempre igual.', law: [], guide: 'registro-de-la-municipalidad' },
  '/registro/respondieron-por-enlace': { purpose: 'Quiénes respondieron solicitudes con un enlace, sin cuenta en el sistema. Sus nombres se guardan cifrados y se suprimen a su pedido.', law: ['data-protection/rights', 'data-protection/principles'], guide: 'datos-personales' },
  '/registro/comuna': { purpose: 'Los datos y la imagen que encabezan cada documento de la municipalidad.', law: [], guide: 'registro-de-la-municipalidad' },
}
