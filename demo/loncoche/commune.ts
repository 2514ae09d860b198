import type { CommuneFact, FundingSourceFact, InstitutionFact, UnitFact } from '../facts.ts'

/** Code, names and address are public; the RUT is the one of the purchasing unit in Mercado Público (data/hechos-publicos.csv). */
export const commune: CommuneFact = { code: '09109', name: 'Loncoche', municipality: 'Municipalidad de Loncoche', region: 'La Araucanía', province: 'Cautín', address: 'Manuel Bulnes 408', rut: '69191100-4' }

/** The secretariat and its three parts follow the published internal regulation; the rest is the usual structure of a commune of this size. */
export const units: readonly UnitFact[] = [
  { code: 'ALC', name: 'Alcaldía', kind: 'direction' },
  { code: 'ADM', name: 'Administración Municipal', kind: 'direction', parent: 'ALC' },
  { code: 'GAB', name: 'Gabinete y Comunicaciones', kind: 'office', parent: 'ALC' },
  { code: 'SECMUN', name: 'Secretaría Municipal', kind: 'direction', parent: 'ALC' },
  { code: 'OIRS', name: 'Oficina de Informaciones y Transparencia', kind: 'office', parent: 'SECMUN' },
  { code: 'SECPLA', name: 'Secretaría Comunal de Planificación', kind: 'direction', parent: 'ALC' },
  { code: 'SECPLA-INF', name: 'Departamento de Informática y Estadísticas', kind: 'department', parent: 'SECPLA' },
  { code: 'SECPLA-ECO', name: 'Sección de Planificación Económica y Financiera', kind: 'section', parent: 'SECPLA' },
  { code: 'SECPLA-SOC', name: 'Sección de Planificación Social', kind: 'section', parent: 'SECPLA' },
  { code: 'DAF', name: 'Dirección de Administración y Finanzas', kind: 'direction', parent: 'ALC' },
  { code: 'DAF-CON', name: 'Departamento de Contabilidad y Presupuesto', kind: 'department', parent: 'DAF' },
  { code: 'DAF-TES', name: 'Tesorería Municipal', kind: 'department', parent: 'DAF' },
  { code: 'DAF-PER', name: 'Departamento de Personal', kind: 'department', parent: 'DAF' },
  { code: 'DAF-ADQ', name: 'Oficina de Adquisiciones', kind: 'office', parent: 'DAF' },
  { code: 'DAF-REN', name: 'Oficina de Rentas y Patentes', kind: 'office', parent: 'DAF' },
  { code: 'DOM', name: 'Dirección de Obras Municipales', kind: 'direction', parent: 'ALC' },
  { code: 'DOM-INS', name: 'Sección de Inspección Técnica de Obras', kind: 'section', parent: 'DOM' },
  { code: 'DIDECO', name: 'Dirección de Desarrollo Comunitario', kind: 'direction', parent: 'ALC' },
  { code: 'DIDECO-SOC', name: 'Departamento Social', kind: 'department', parent: 'DIDECO' },
  { code: 'DIDECO-FOM', name: 'Departamento de Desarrollo Económico Local', kind: 'department', parent: 'DIDECO' },
  { code: 'DIDECO-MUJ', name: 'Oficina de la Mujer y Equidad de Género', kind: 'office', parent: 'DIDECO' },
  { code: 'CONTROL', name: 'Dirección de Control', kind: 'direction', parent: 'ALC' },
  { code: 'JURIDICA', name: 'Asesoría Jurídica', kind: 'direction', parent: 'ALC' },
  { code: 'TRANSITO', name: 'Departamento de Tránsito y Transporte Público', kind: 'department', parent: 'ALC' },
  { code: 'ASEO', name: 'Departamento de Aseo, Ornato y Medio Ambiente', kind: 'department', parent: 'ALC' },
  { code: 'SEGURIDAD', name: 'Dirección de Seguridad Pública', kind: 'direction', parent: 'ALC' },
  { code: 'EMERGENCIA', name: 'Oficina de Gestión del Riesgo de Desastres', kind: 'office', parent: 'SEGURIDAD' },
  { code: 'CULTURA', name: 'Oficina de Cultura y Biblioteca', kind: 'office', parent: 'DIDECO' },
  { code: 'DEPORTES', name: 'Oficina de Deportes y Recreación', kind: 'office', parent: 'DIDECO' },
  { code: 'DAEM', name: 'Departamento de Administración de Educación Municipal', kind: 'department', parent: 'ALC' },
  { code: 'DESAM', name: 'Departamento de Salud Municipal', kind: 'department', parent: 'ALC' },
]

export const institutions: readonly InstitutionFact[] = [
  { code: 'CONCEJO', name: 'Concejo Municipal de Loncoche', kind: 'municipal' },
  { code: 'COSOC', name: 'Consejo Comunal de Organizaciones de la Sociedad Civil', kind: 'community' },
  { code: 'CGR', name: 'Contraloría General de la República', kind: 'control' },
  { code: 'SUBDERE', name: 'Subsecretaría de Desarrollo Regional y Administrativo', kind: 'ministry' },
  { code: 'GORE', name: 'Gobierno Regional de La Araucanía', kind: 'regional' },
  { code: 'TGR', name: 'Tesorería General de la República', kind: 'service' },
  { code: 'MDSF', name: 'Ministerio de Desarrollo Social y Familia', kind: 'ministry' },
  { code: 'SEREMI-MDSF', name: 'Secretaría Regional Ministerial de Desarrollo Social y Familia', kind: 'regional' },
  { code: 'SERVIU', name: 'Servicio de Vivienda y Urbanización de La Araucanía', kind: 'service' },
  { code: 'INDAP', name: 'Instituto de Desarrollo Agropecuario', kind: 'service' },
  { code: 'SERNAMEG', name: 'Servicio Nacional de la Mujer y la Equidad de Género', kind: 'service' },
  { code: 'SENDA', name: 'Servicio Nacional para la Prevención y Rehabilitación del Consumo de Drogas y Alcohol', kind: 'service' },
  { code: 'SENAMA', name: 'Servicio Nacional del Adulto Mayor', kind: 'service' },
  { code: 'CONADI', name: 'Corporación Nacional de Desarrollo Indígena', kind: 'service' },
  { code: 'INE', name: 'Instituto Nacional de Estadísticas', kind: 'service' },
]

export const fundingSources: readonly FundingSourceFact[] = [
  { code: 'MUN', name: 'Fondos municipales' }, { code: 'FNDR', name: 'Fondo Nacional de Desarrollo Regional' },
  { code: 'FRIL', name: 'Fondo Regional de Iniciativa Local' }, { code: 'PMU', name: 'Programa de Mejoramiento Urbano y Equipamiento Comunal' },
  { code: 'PMB', name: 'Programa de Mejoramiento de Barrios' }, { code: 'SUBDERE', name: 'Otros fondos de la SUBDERE' },
  { code: 'FIGEM', name: 'Fondo de Incentivo al Mejoramiento de la Gestión Municipal' }, { code: 'MDSF', name: 'Convenios del Ministerio de Desarrollo Social y Familia' },
  { code: 'INDAP', name: 'Convenios con INDAP' }, { code: 'SERNAMEG', name: 'Convenios con SernamEG' }, { code: 'SENDA', name: 'Convenios con SENDA' },
  { code: 'SECTOR', name: 'Otros fondos sectoriales' }, { code: 'TESORO', name: 'Tesoro Público' }, { code: 'PRIVADO', name: 'Aportes privados' },
]
