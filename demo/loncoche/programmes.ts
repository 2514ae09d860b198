import type { Area, ProgrammeFact } from '../facts.ts'

type Row = readonly [code: string, name: string, unit: string, objective: string, cofog: string, women: number, men: number, purpose: string]
/** The first digit of the code is the management area. Beneficiaries are demonstration numbers, within the real population. */
const rows: readonly Row[] = [
  ['101', 'Funcionamiento municipal', 'DAF', '5.4', '01.1', 12633, 12145, 'Asegurar dotación, insumos y servicios para que cada unidad cumpla sus funciones.'],
  ['102', 'Atención ciudadana y transparencia', 'SECMUN', '5.1', '01.3', 5210, 3980, 'Responder trámites y solicitudes de información dentro del plazo legal.'],
  ['103', 'Modernización y sistemas', 'SECPLA-INF', '5.1', '01.3', 6100, 5400, 'Mantener en línea los trámites y los registros municipales.'],
  ['104', 'Aportes al Fondo Común Municipal', 'DAF', '5.2', '01.8', 12633, 12145, 'Enterar en plazo los aportes legales por permisos de circulación y multas.'],
  ['105', 'Apoyo a la educación municipal', 'DAEM', '4.1', '09.1', 1498, 1635, 'Complementar la subvención para sostener los establecimientos municipales.'],
  ['106', 'Apoyo a la salud municipal', 'DESAM', '1.2', '07.2', 6410, 5694, 'Completar el financiamiento de postas y rondas rurales.'],
  ['107', 'Estudios y preinversión', 'SECPLA', '5.2', '01.3', 12633, 12145, 'Preparar estudios, fichas y diseños que permitan postular proyectos.'],
  ['108', 'Edificios y equipamiento municipal', 'DOM', '5.4', '01.3', 12633, 12145, 'Reponer y adecuar los espacios donde se atiende a la comunidad.'],
  ['201', 'Aseo, recolección y disposición final', 'ASEO', '2.1', '05.1', 12633, 12145, 'Retirar y disponer los residuos domiciliarios de toda la comuna.'],
  ['202', 'Alumbrado público', 'DOM', '2.1', '06.4', 12633, 12145, 'Mantener iluminadas calles, plazas y caminos de acceso.'],
  ['203', 'Áreas verdes y espacios públicos', 'ASEO', '2.1', '05.4', 9480, 8710, 'Mantener plazas, parques y bandejones de Loncoche y Huiscapi.'],
  ['204', 'Caminos vecinales y maquinaria', 'DOM', '2.2', '04.5', 3420, 3610, 'Conservar caminos vecinales y accesos a comunidades.'],
  ['205', 'Señalización y seguridad vial', 'TRANSITO', '2.2', '04.5', 12633, 12145, 'Reponer señales, demarcación y semáforos.'],
  ['206', 'Agua para sectores rurales', 'EMERGENCIA', '1.1', '06.3', 742, 698, 'Entregar agua potable a familias sin red mientras se construyen los sistemas rurales.'],
  ['207', 'Seguridad y patrullaje preventivo', 'SEGURIDAD', '2.4', '03.1', 9480, 8710, 'Patrullar barrios y sectores rurales y operar las cámaras municipales.'],
  ['208', 'Gestión del riesgo y emergencias', 'EMERGENCIA', '2.4', '03.2', 12633, 12145, 'Prevenir y responder a temporales, crecidas e incendios.'],
  ['209', 'Tenencia responsable de mascotas', 'ASEO', '2.1', '05.6', 1860, 1240, 'Esterilizar, vacunar y registrar mascotas con prioridad rural.'],
  ['301', 'Aniversario y fiestas de la comuna', 'GAB', '5.3', '08.2', 6900, 6200, 'Convocar a la comunidad en las fiestas comunales.'],
  ['302', 'Actos cívicos y ceremonias', 'GAB', '5.3', '08.2', 2300, 2050, 'Realizar los actos cívicos del calendario comunal.'],
  ['303', 'Navidad comunal', 'DIDECO', '5.3', '08.2', 1540, 1580, 'Acompañar a las organizaciones en la celebración de niñas y niños.'],
  ['401', 'Asistencia social', 'DIDECO-SOC', '1.3', '10.7', 1120, 640, 'Atender necesidades manifiestas de hogares con informe social.'],
  ['402', 'Personas mayores', 'DIDECO-SOC', '1.3', '10.2', 1410, 860, 'Promover autonomía, participación y acompañamiento de personas mayores.'],
  ['403', 'Mujeres y equidad de género', 'DIDECO-MUJ', '1.4', '10.7', 930, 40, 'Prevenir la violencia y fortalecer la autonomía económica de las mujeres.'],
  ['404', 'Oficina local de la niñez', 'DIDECO-SOC', '1.3', '10.4', 610, 655, 'Proteger los derechos de niñas, niños y adolescentes.'],
  ['405', 'Discapacidad e inclusión', 'DIDECO-SOC', '1.3', '10.1', 285, 262, 'Facilitar apoyos técnicos, rehabilitación y accesibilidad.'],
  ['406', 'Desarrollo rural y agricultura familiar', 'DIDECO-FOM', '3.1', '04.2', 486, 514, 'Asesorar a familias campesinas y mapuche con PRODESAL y PDTI.'],
  ['407', 'Empleo, oficios y comercio local', 'DIDECO-FOM', '3.2', '04.1', 820, 760, 'Intermediar empleo y formar en oficios de la madera y servicios.'],
  ['408', 'Vivienda y habitabilidad', 'DIDECO-SOC', '1.3', '06.1', 214, 131, 'Mejorar condiciones de habitabilidad de familias priorizadas.'],
  ['409', 'Organizaciones comunitarias', 'DIDECO', '5.3', '08.4', 4120, 2890, 'Asesorar y financiar iniciativas de juntas de vecinos y clubes.'],
  ['410', 'Asuntos mapuche', 'DIDECO', '4.2', '08.4', 1180, 1090, 'Coordinar con comunidades y asociaciones mapuche de la comuna.'],
  ['411', 'Prevención del consumo de drogas', 'DIDECO-SOC', '1.4', '07.4', 890, 910, 'Prevenir el consumo en escuelas, barrios y lugares de trabajo.'],
  ['501', 'Escuelas deportivas', 'DEPORTES', '4.3', '08.1', 1120, 1380, 'Ofrecer práctica deportiva gratuita en barrios y localidades.'],
  ['502', 'Recintos deportivos', 'DEPORTES', '4.3', '08.1', 2980, 3870, 'Mantener estadio, gimnasio y multicanchas.'],
  ['503', 'Verano activo', 'DEPORTES', '4.3', '08.1', 980, 940, 'Animar el verano con actividades familiares y acuáticas seguras.'],
  ['601', 'Biblioteca y fomento lector', 'CULTURA', '4.2', '08.2', 2140, 1610, 'Acercar libros y lectura a barrios y escuelas rurales.'],
  ['602', 'Casa de la cultura y talleres', 'CULTURA', '4.2', '08.2', 1260, 740, 'Formar en artes y mantener una cartelera abierta.'],
  ['603', 'Mapuzugun y patrimonio', 'CULTURA', '4.2', '08.2', 690, 560, 'Enseñar mapuzugun y resguardar el patrimonio ferroviario y mapuche.'],
]
export const programmes: readonly ProgrammeFact[] = rows.map(([code, name, unit, objectiveCode, cofog, women, men, purpose]) =>
  ({ code, name, area: Number(code[0]) as Area, unit, objectiveCode, purpose, beneficiaries: { women, men }, cofog }))

const byCode = new Map(programmes.map((programme) => [programme.code, programme]))
export const programmeOf = (code: string): ProgrammeFact => {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`No programme ${code}`)
  return found
}
