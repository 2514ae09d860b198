import { checkDigit, type Day } from '#kernel'
import type { OfficeFact, PersonFact } from '../facts.ts'

/** Numbers from 40 million are assigned to nobody, neither persons nor firms: nobody's RUT can appear here by accident. */
export const inventedRut = (number: number): string => `${number}-${checkDigit(String(number))}`

const START = '2024-12-06' as Day
const office = (role: string, title: string, more: Partial<OfficeFact> = {}): OfficeFact => ({ role, title, from: START, ...more })
const person = (order: number, key: string, name: string, unit: string, roles: readonly string[], offices: readonly OfficeFact[]): PersonFact =>
  ({ key, name, rut: inventedRut(40_100_000 + order * 73_421), email: `${key.replace('-', '.')}@loncoche.demo`, unit, roles, offices })

/** Invented people with the offices of the thread. */
export const people: readonly PersonFact[] = [
  person(1, 'ines-cayuqueo', 'Inés Cayuqueo Railaf', 'ALC', ['mayor'], [office('mayor', 'Alcaldesa')]),
  person(2, 'jorge-bascunan', 'Jorge Bascuñán Ferrada', 'ADM', ['city_manager'], [office('city_manager', 'Administrador Municipal'), office('mayor', 'Alcalde', { from: '2026-02-09' as Day, to: '2026-02-20' as Day, substitute: true })]),
  person(3, 'carolina-manriquez', 'Carolina Manríquez Soto', 'SECPLA', ['planning_director'], [office('planning_director', 'Directora de la Secretaría Comunal de Planificación')]),
  person(4, 'marta-riffo', 'Marta Riffo Sandoval', 'SECPLA-ECO', ['planning_section_head'], [office('planning_section_head', 'Jefa de la Sección de Planificación Económica y Financiera'), office('planning_director', 'Directora de la Secretaría Comunal de Planificación', { from: '2026-02-02' as Day, to: '2026-02-20' as Day, substitute: true })]),
  person(5, 'luis-caniulef', 'Luis Caniulef Huenchumán', 'SECPLA-INF', ['planning_section_head'], [office('planning_section_head', 'Jefe del Departamento de Informática y Estadísticas')]),
  person(6, 'andrea-painemal', 'Andrea Painemal Curín', 'SECPLA-SOC', ['planning_section_head'], [office('planning_section_head', 'Jefa de la Sección de Planificación Social')]),
  person(7, 'pedro-antilef', 'Pedro Antilef Muñoz', 'SECPLA', ['planning_analyst'], [office('planning_analyst', 'Profesional formulador de proyectos')]),
  person(8, 'nancy-ulloa', 'Nancy Ulloa Cifuentes', 'SECPLA', ['planning_analyst'], [office('planning_analyst', 'Profesional de rendiciones')]),
  person(9, 'javiera-cid', 'Javiera Cid Arriagada', 'SECPLA', ['planning_analyst'], [office('planning_analyst', 'Profesional de licitaciones')]),
  person(10, 'tomas-venegas', 'Tomás Venegas Ibarra', 'DAF', ['finance'], [office('finance', 'Director de Administración y Finanzas')]),
  person(11, 'rosa-millaqueo', 'Rosa Millaqueo Ancamil', 'DAF-CON', ['finance'], [office('finance', 'Jefa de Contabilidad y Presupuesto')]),
  person(12, 'claudia-huenchulaf', 'Claudia Huenchulaf Paredes', 'DOM-INS', ['works'], [office('works', 'Inspectora técnica de obras')]),
  person(13, 'hernan-oyarzo', 'Hernán Oyarzo Villagra', 'DOM', ['works'], [office('works', 'Director de Obras Municipales')]),
  person(14, 'marcela-sepulveda', 'Marcela Sepúlveda Rain', 'DIDECO', ['community', 'unit_requester'], [office('community', 'Directora de Desarrollo Comunitario')]),
  person(15, 'ivan-quezada', 'Iván Quezada Toledo', 'CONTROL', ['control'], [office('control', 'Director de Control')]),
  person(16, 'beatriz-lagos', 'Beatriz Lagos Urrutia', 'SECMUN', ['clerk'], [office('clerk', 'Secretaria Municipal')]),
  person(17, 'rodrigo-fuentealba', 'Rodrigo Fuentealba Neira', 'JURIDICA', ['legal'], [office('legal', 'Asesor Jurídico')]),
  person(18, 'gladys-catrileo', 'Gladys Catrileo Navarrete', 'TRANSITO', ['unit_requester'], [office('unit_requester', 'Jefa del Departamento de Tránsito')]),
  person(19, 'manuel-saavedra', 'Manuel Saavedra Curihuinca', 'ASEO', ['unit_requester'], [office('unit_requester', 'Jefe de Aseo, Ornato y Medio Ambiente')]),
  person(20, 'paula-espinoza', 'Paula Espinoza Barra', 'SEGURIDAD', ['security'], [office('security', 'Directora de Seguridad Pública')]),
  person(21, 'cristian-levio', 'Cristian Levío Marileo', 'DAEM', ['education'], [office('education', 'Jefe del Departamento de Educación')]),
  person(22, 'sonia-retamal', 'Sonia Retamal Aedo', 'DESAM', ['health'], [office('health', 'Jefa del Departamento de Salud')]),
  person(23, 'ruth-saez', 'Ruth Sáez Melivilu', 'ALC', ['councillor'], [office('councillor', 'Concejala')]),
  person(24, 'oscar-manquepan', 'Óscar Manquepán Leal', 'ALC', ['councillor'], [office('councillor', 'Concejal')]),
  person(25, 'felipe-arriaza', 'Felipe Arriaza Lizama', 'SECPLA-INF', ['admin_tech'], [office('admin_tech', 'Encargado de informática')]),
]
