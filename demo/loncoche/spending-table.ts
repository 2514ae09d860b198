/** How a line spends through the year. */
export type Pattern = 'payroll' | 'fees' | 'council' | 'utility' | 'contract' | 'purchases' | 'monthly-transfer' | 'grants' | 'aid' | 'few'
export type SpendingRow = { readonly account: string; readonly programme: string; /** M$ of 2023. */ readonly base: number; readonly pattern: Pattern; /** Purchases a year, supply points, people or grants, by pattern. */ readonly count: number; readonly activity?: string; readonly source?: string; readonly concept: string }

const row = (account: string, programme: string, base: number, pattern: Pattern, count: number, concept: string, activity?: string, source?: string): SpendingRow => ({ account: `215-${account}`, programme, base, pattern, count, concept, activity, source })

/**
 * Spending of 2023 in M$. Sums by account are SINIM's real ones (planta, contrata, honorarios, programas comunitarios, concejales,
 * subtítulo 22, electricidad, agua, aseo, semáforos, señalización, capacitación, transferencias, FCM, educación, salud, asistencia social,
 * organizaciones), and the sums by area follow the six real shares; what lies below each real sum is demonstration.
 */
export const spendingTable: readonly SpendingRow[] = [
  // 21.01 planta: 1.976.750
  row('21-01-001-001', '101', 503_750, 'payroll', 8, 'Sueldos base'), row('21-01-001-002-002', '101', 48_000, 'payroll', 8, 'Asignación de antigüedad'),
  row('21-01-001-004-001', '101', 118_000, 'payroll', 8, 'Asignación de zona'), row('21-01-001-007-001', '101', 420_000, 'payroll', 8, 'Asignación municipal'),
  row('21-01-001-009-005', '101', 56_000, 'payroll', 8, 'Asignación Ley 19.529'), row('21-01-001-014-001', '101', 95_000, 'payroll', 8, 'Incremento previsional'),
  row('21-01-001-014-002', '101', 72_000, 'payroll', 8, 'Bonificación compensatoria de salud'), row('21-01-001-015-001', '101', 62_000, 'payroll', 8, 'Asignación única'),
  row('21-01-002-001', '101', 38_000, 'payroll', 4, 'Aportes al bienestar'), row('21-01-002-002', '101', 62_000, 'payroll', 8, 'Otras cotizaciones previsionales'),
  row('21-01-003-001', '101', 168_000, 'payroll', 8, 'Desempeño institucional'), row('21-01-003-002', '101', 105_000, 'payroll', 8, 'Desempeño colectivo'),
  row('21-01-004-005', '101', 112_000, 'payroll', 8, 'Trabajos extraordinarios'), row('21-01-004-006', '101', 48_000, 'payroll', 6, 'Viáticos en el país'),
  row('21-01-005-001', '101', 17_000, 'payroll', 8, 'Aguinaldos'), row('21-01-005-002', '101', 8_000, 'payroll', 8, 'Bono de escolaridad'), row('21-01-005-003', '101', 44_000, 'payroll', 8, 'Bonos especiales'),
  // 21.02 contrata: 871.134
  row('21-02-001-001', '101', 388_134, 'payroll', 8, 'Sueldos base'), row('21-02-001-007-001', '101', 236_000, 'payroll', 8, 'Asignación municipal'), row('21-02-001-004-001', '101', 46_000, 'payroll', 8, 'Asignación de zona'),
  row('21-02-002', '101', 34_000, 'payroll', 8, 'Aportes del empleador'), row('21-02-003', '101', 98_000, 'payroll', 8, 'Asignaciones por desempeño'),
  row('21-02-004', '101', 45_000, 'payroll', 8, 'Horas extraordinarias y viáticos'), row('21-02-005', '101', 24_000, 'payroll', 8, 'Aguinaldos y bonos'),
  // 21.03: 251.031; a suma alzada 152.784; Código del Trabajo 21.202
  row('21-03-001', '101', 152_784, 'fees', 16, 'Honorarios a suma alzada'), row('21-03-004', '101', 21_202, 'payroll', 1, 'Remuneraciones Código del Trabajo'), row('21-03-005', '101', 77_045, 'payroll', 5, 'Suplencias y reemplazos'),
  // 21.04: concejales 91.252 (comisiones 5.126); programas comunitarios 800.964
  row('21-04-003-001', '101', 86_126, 'council', 6, 'Dieta de concejales'), row('21-04-003-002', '101', 5_126, 'few', 9, 'Comisiones y representaciones', 'Capacitación'),
  row('21-04-004', '203', 70_000, 'fees', 8, 'Cuadrilla de áreas verdes'), row('21-04-004', '207', 60_000, 'fees', 6, 'Patrullaje preventivo'), row('21-04-004', '209', 12_000, 'fees', 1, 'Coordinación de tenencia responsable', undefined, 'SUBDERE'),
  row('21-04-004', '402', 56_000, 'fees', 5, 'Monitores de personas mayores'), row('21-04-004', '403', 62_000, 'fees', 6, 'Profesionales del Centro de la Mujer', undefined, 'SERNAMEG'),
  row('21-04-004', '404', 74_000, 'fees', 7, 'Equipo de la Oficina Local de la Niñez', undefined, 'MDSF'), row('21-04-004', '405', 38_000, 'fees', 4, 'Terapeutas de inclusión'),
  row('21-04-004', '406', 92_000, 'fees', 9, 'Asesores de PRODESAL y PDTI', undefined, 'INDAP'), row('21-04-004', '407', 44_000, 'fees', 4, 'Gestores de empleo y fomento'),
  row('21-04-004', '408', 46_964, 'fees', 4, 'Equipo de Habitabilidad', undefined, 'MDSF'), row('21-04-004', '409', 20_000, 'fees', 2, 'Asesores de organizaciones'),
  row('21-04-004', '410', 18_000, 'fees', 2, 'Facilitadores interculturales'), row('21-04-004', '411', 18_000, 'fees', 2, 'Profesionales de prevención', undefined, 'SENDA'),
  row('21-04-004', '501', 96_000, 'fees', 12, 'Monitores deportivos'), row('21-04-004', '503', 18_000, 'fees', 2, 'Coordinación de recreación'),
  row('21-04-004', '601', 20_000, 'fees', 2, 'Mediadores de lectura'), row('21-04-004', '602', 42_000, 'fees', 5, 'Talleristas'), row('21-04-004', '603', 14_000, 'fees', 2, 'Enseñanza de mapuzugun'),
  // 22: 2.819.115; electricidad 361.424, agua 82.922, aseo 796.673, semáforos 4.129, señalización 32.511
  row('22-05-001', '202', 300_000, 'utility', 11, 'Consumo de alumbrado público', 'Distribución de electricidad'), row('22-05-001', '101', 45_000, 'utility', 6, 'Electricidad de dependencias', 'Distribución de electricidad'),
  row('22-05-001', '502', 16_424, 'utility', 3, 'Electricidad de recintos deportivos', 'Distribución de electricidad'),
  row('22-05-002', '203', 30_000, 'utility', 4, 'Riego de plazas', 'Distribución de agua potable'), row('22-05-002', '206', 28_922, 'utility', 2, 'Agua para camiones aljibe', 'Distribución de agua potable'),
  row('22-05-002', '101', 12_000, 'utility', 4, 'Agua de dependencias', 'Distribución de agua potable'), row('22-05-002', '502', 12_000, 'utility', 2, 'Agua de recintos deportivos', 'Distribución de agua potable'),
  row('22-08-001', '201', 756_673, 'contract', 2, 'Recolección y disposición final de residuos', 'Recolección de residuos'), row('22-08-001', '101', 40_000, 'contract', 1, 'Aseo de dependencias', 'Aseo y jardinería'),
  row('22-08-005', '205', 4_129, 'few', 4, 'Mantención de semáforos', 'Señalización vial'), row('22-08-006', '205', 32_511, 'purchases', 10, 'Demarcación y señales', 'Señalización vial'),
  row('22-11-002', '101', 9_579, 'purchases', 14, 'Cursos para funcionarios', 'Capacitación'),
  row('22-03-002', '204', 110_000, 'purchases', 44, 'Petróleo para maquinaria', 'Combustibles'), row('22-09-005', '204', 84_000, 'purchases', 16, 'Arriendo de maquinaria', 'Arriendo de maquinaria'),
  row('22-04-012', '204', 72_000, 'purchases', 24, 'Áridos y tubos para caminos', 'Áridos y movimiento de tierra'), row('22-06-005', '204', 48_000, 'purchases', 18, 'Reparación de maquinaria', 'Talleres mecánicos'), row('22-06-002', '204', 20_000, 'purchases', 14, 'Reparación de camiones', 'Talleres mecánicos'),
  row('22-04-006', '203', 16_000, 'purchases', 12, 'Fertilizantes y control de plagas', 'Agrícola y veterinaria'), row('22-04-015', '203', 22_000, 'purchases', 16, 'Plantas y árboles', 'Agrícola y veterinaria'), row('22-03-002', '203', 14_000, 'purchases', 20, 'Combustible de desbrozadoras', 'Combustibles'),
  row('22-04-012', '202', 44_000, 'purchases', 22, 'Luminarias y materiales eléctricos', 'Electricidad y alumbrado'), row('22-04-013', '208', 14_000, 'purchases', 10, 'Equipos para emergencias', 'Ferretería y materiales'),
  row('22-03-001', '207', 16_000, 'purchases', 24, 'Combustible de patrullas', 'Combustibles'), row('22-08-002', '207', 26_000, 'contract', 1, 'Operación de cámaras', 'Seguridad y vigilancia'), row('22-02-002', '207', 6_000, 'few', 4, 'Vestuario de seguridad', 'Vestuario y calzado'),
  row('22-11-999', '209', 32_000, 'purchases', 12, 'Operativos de esterilización', 'Servicios veterinarios', 'SUBDERE'), row('22-09-003', '206', 26_731, 'purchases', 14, 'Arriendo de camión aljibe', 'Agua envasada y aljibes'),
  row('22-08-011', '301', 42_000, 'purchases', 12, 'Producción de fiestas comunales', 'Eventos y amplificación'), row('22-08-011', '303', 14_000, 'few', 4, 'Actividades de Navidad', 'Eventos y amplificación'),
  row('22-01-001', '302', 9_000, 'purchases', 18, 'Alimentos para ceremonias', 'Panadería y banquetería'), row('22-12-003', '302', 6_000, 'purchases', 14, 'Protocolo y ceremonial', 'Imprenta y publicidad'), row('22-04-999', '303', 26_000, 'few', 3, 'Juguetes de Navidad', 'Librería y oficina'),
  row('22-04-999', '501', 14_000, 'purchases', 12, 'Implementos deportivos', 'Deportes'), row('22-08-011', '501', 16_000, 'purchases', 10, 'Campeonatos comunales', 'Eventos y amplificación'), row('22-08-011', '503', 12_000, 'few', 5, 'Actividades de verano', 'Eventos y amplificación'), row('22-04-010', '502', 18_455, 'purchases', 18, 'Materiales para recintos', 'Ferretería y materiales'),
  row('22-08-011', '602', 18_000, 'purchases', 10, 'Cartelera cultural', 'Eventos y amplificación'), row('22-04-002', '601', 6_000, 'few', 5, 'Libros', 'Editorial y libros'), row('22-04-999', '602', 7_206, 'purchases', 12, 'Materiales de talleres', 'Librería y oficina'), row('22-08-011', '603', 8_000, 'few', 5, 'We Tripantu y encuentros', 'Eventos y amplificación'), row('22-07-002', '603', 6_000, 'few', 4, 'Impresos de patrimonio', 'Imprenta y publicidad'),
  row('22-08-011', '402', 6_000, 'few', 5, 'Encuentros de personas mayores', 'Eventos y amplificación'), row('22-04-999', '403', 4_000, 'few', 5, 'Materiales de talleres', 'Librería y oficina'), row('22-01-001', '404', 5_000, 'purchases', 10, 'Colaciones', 'Panadería y banquetería'), row('22-04-999', '405', 4_000, 'few', 5, 'Materiales de rehabilitación', 'Servicios médicos y sociales'),
  row('22-04-015', '406', 8_549, 'purchases', 10, 'Insumos agrícolas', 'Agrícola y veterinaria', 'INDAP'), row('22-08-999', '407', 5_000, 'few', 5, 'Ferias de oficios', 'Eventos y amplificación'), row('22-04-010', '408', 10_000, 'purchases', 12, 'Materiales de habitabilidad', 'Ferretería y materiales', 'MDSF'), row('22-08-011', '410', 4_000, 'few', 4, 'Encuentros de comunidades', 'Eventos y amplificación'),
  // 22 de gestión interna: 731.936
  row('22-03-001', '101', 42_000, 'purchases', 42, 'Combustible de vehículos', 'Combustibles'), row('22-03-003', '101', 32_000, 'purchases', 22, 'Leña y gas para calefacción', 'Gas y leña'), row('22-04-001', '101', 34_000, 'purchases', 48, 'Materiales de oficina', 'Librería y oficina'), row('22-04-007', '101', 18_000, 'purchases', 26, 'Útiles de aseo', 'Alimentos'),
  row('22-04-009', '103', 30_000, 'purchases', 28, 'Insumos computacionales', 'Informática'), row('22-04-011', '101', 22_000, 'purchases', 22, 'Repuestos de vehículos', 'Neumáticos y repuestos'), row('22-06-001', '108', 62_000, 'purchases', 20, 'Mantención de edificios', 'Ferretería y materiales'), row('22-06-002', '101', 28_000, 'purchases', 22, 'Mantención de vehículos', 'Talleres mecánicos'),
  row('22-05-003', '101', 7_000, 'utility', 2, 'Gas de dependencias', 'Gas y leña'), row('22-05-004', '102', 6_000, 'utility', 1, 'Correspondencia', 'Transporte'), row('22-05-005', '101', 6_000, 'utility', 1, 'Telefonía fija', 'Telecomunicaciones'), row('22-05-006', '101', 15_000, 'utility', 2, 'Telefonía celular', 'Telecomunicaciones'), row('22-05-007', '103', 36_000, 'utility', 3, 'Acceso a Internet', 'Telecomunicaciones'), row('22-05-008', '103', 12_000, 'utility', 1, 'Enlaces', 'Telecomunicaciones'),
  row('22-10-002', '101', 46_000, 'few', 5, 'Pólizas de vehículos y edificios', 'Seguros'), row('22-10-004', '101', 4_500, 'utility', 1, 'Comisiones bancarias', 'Servicios financieros'), row('22-09-002', '101', 30_000, 'contract', 2, 'Arriendo de oficinas', 'Arriendo de inmuebles'), row('22-09-006', '103', 26_000, 'contract', 1, 'Arriendo de equipos', 'Informática'),
  row('22-11-003', '103', 82_000, 'contract', 2, 'Sistemas de gestión municipal', 'Informática'), row('22-07-001', '102', 30_000, 'purchases', 26, 'Difusión radial y de prensa', 'Radio y difusión'), row('22-07-002', '102', 12_000, 'purchases', 16, 'Impresos', 'Imprenta y publicidad'), row('22-08-002', '108', 36_000, 'contract', 1, 'Vigilancia de dependencias', 'Seguridad y vigilancia'),
  row('22-08-009', '101', 13_000, 'utility', 1, 'Recaudación de permisos y derechos', 'Servicios financieros'), row('22-08-010', '101', 3_500, 'few', 4, 'Suscripciones', 'Editorial y libros'), row('22-02-002', '101', 12_000, 'few', 6, 'Vestuario de trabajo', 'Vestuario y calzado'), row('22-12-002', '101', 12_000, 'purchases', 34, 'Gastos menores', 'Ferretería y materiales'), row('22-12-005', '101', 4_000, 'few', 6, 'Derechos y tasas', 'Servicios financieros'),
  row('22-11-001', '107', 34_000, 'few', 4, 'Estudios para la preinversión', 'Ingeniería y consultoría'), row('22-11-999', '107', 36_936, 'purchases', 10, 'Asesorías técnicas y tasaciones', 'Ingeniería y consultoría'),
  // 24: 1.562.976; FCM se calcula de los permisos recaudados
  row('24-03-101-001', '105', 495_575, 'monthly-transfer', 12, 'Aporte al Departamento de Educación'), row('24-03-101-002', '106', 53_000, 'monthly-transfer', 6, 'Aporte al Departamento de Salud'),
  row('24-03-080-001', '101', 9_000, 'monthly-transfer', 2, 'Cuota de la Asociación Chilena de Municipalidades'), row('24-03-080-002', '101', 24_000, 'monthly-transfer', 4, 'Cuotas de asociaciones'), row('24-03-092', '104', 14_000, 'monthly-transfer', 12, 'Multas de beneficio FCM'),
  row('24-03-099', '101', 78_230, 'monthly-transfer', 6, 'Convenios con servicios públicos'), row('24-03-100', '101', 10_000, 'monthly-transfer', 12, 'Permisos de circulación de otras comunas'), row('24-03-002-001', '101', 6_000, 'monthly-transfer', 4, 'Multas de alcoholes'),
  row('24-01-001', '208', 38_000, 'aid', 30, 'Ayuda por emergencia', 'Ferretería y materiales'), row('24-01-005', '208', 52_000, 'grants', 2, 'Subvención a Bomberos'), row('24-01-008', '301', 20_000, 'few', 8, 'Premios de aniversario', 'Eventos y amplificación'),
  row('24-01-007', '401', 37_793, 'aid', 190, 'Ayuda social', 'Alimentos'), row('24-01-004', '409', 60_000, 'grants', 48, 'Subvención a juntas de vecinos'), row('24-01-006', '402', 22_000, 'grants', 9, 'Subvención a voluntariado'), row('24-01-008', '407', 10_000, 'few', 8, 'Premios a emprendimientos', 'Agrícola y veterinaria'), row('24-01-999', '405', 20_000, 'grants', 8, 'Aportes a organizaciones de discapacidad'),
  row('24-01-004', '501', 38_083, 'grants', 30, 'Subvención a clubes deportivos'), row('24-01-008', '501', 16_000, 'few', 10, 'Premios deportivos', 'Deportes'), row('24-01-004', '602', 30_000, 'grants', 18, 'Subvención a agrupaciones culturales'),
  // Otros: 349.791 con 34.07, que se calcula de la deuda del año anterior
  row('23-01-004', '101', 24_000, 'few', 2, 'Indemnización por retiro'), row('26-01', '101', 12_000, 'few', 20, 'Devoluciones de derechos'), row('26-02', '101', 4_000, 'few', 2, 'Compensación por daños'), row('26-04-001', '101', 3_000, 'few', 6, 'Arancel del registro de multas'),
  row('29-06-001', '103', 22_000, 'few', 9, 'Equipos computacionales', 'Informática'), row('29-04', '108', 8_000, 'few', 6, 'Mobiliario', 'Mobiliario'), row('29-07-001', '103', 12_000, 'few', 5, 'Licencias', 'Informática'), row('29-03', '207', 52_000, 'few', 2, 'Vehículos de seguridad', 'Neumáticos y repuestos'), row('29-05-999', '204', 38_000, 'few', 4, 'Equipos para maquinaria', 'Arriendo de maquinaria'),
  row('33-03-001-001', '204', 12_000, 'few', 1, 'Aporte a pavimentos participativos'),
]

/** M$ of 2023 of the debt carried over from 2024 (34.07): what SINIM's total leaves after the series above. Demonstration. */
export const CARRIED_DEBT = 162_791
