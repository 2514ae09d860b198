import { sectionsOf } from '../narrative.ts'

/** Report of the second half of 2025, issued in January 2026: the whole year at 31 December. */
export const secondHalf2025 = sectionsOf([
  ['summary', 'Síntesis', `
Al 31 de diciembre de 2025 la Municipalidad de Loncoche devengó gastos por {{budget/accrued|side=expenditure}} sobre un presupuesto vigente de {{budget/in-force|side=expenditure}}, sin contar el saldo final de caja. La ejecución llegó a {{budget/execution-rate|side=expenditure}} y los ingresos percibidos sumaron {{budget/collected|side=income}}, de modo que el año cerró sin déficit y con las remuneraciones y cotizaciones al día.

El segundo semestre estuvo marcado por tres hechos: el término del recambio de luminarias de la primera etapa, la puesta en servicio de las veredas de calle Balmaceda en su primer tramo y el inicio de la calle techada del sector feria. Los tres provienen del plan de desarrollo comunal y dos de ellos combinaron fondos regionales con aporte municipal.

Quedan dos asuntos que piden atención del Concejo durante 2026. El primero es la deuda exigible de {{budget/payable|side=expenditure}}, formada casi por completo por facturas de noviembre y diciembre; el segundo es la lentitud de las iniciativas de inversión en el último trimestre, cuando la lluvia y las recepciones parciales desplazaron estados de pago.`],
  ['income', 'Ingresos', `
Los ingresos percibidos del año alcanzaron {{budget/collected|side=income}}, lo que equivale a {{budget/collection-rate|side=income}} del presupuesto vigente sin saldo inicial de caja. El comportamiento fue parejo hasta agosto y superior a lo estimado entre septiembre y diciembre, por el efecto de las cuotas del impuesto territorial y de la última remesa del Fondo Común Municipal.

La participación en el Fondo Común Municipal sumó {{budget/collected|account=115-08-03}} y sigue siendo el sostén de la operación: el {{budget/fcm-dependence}} de los ingresos propios proviene de él. La dependencia se mantiene en el nivel de los últimos años: las patentes y los permisos de circulación crecieron al mismo ritmo que el fondo, de modo que el esfuerzo de cobro aún no cambia la composición.

Los permisos de circulación de beneficio municipal rindieron {{budget/collected|account=115-03-02-001-001}} y las patentes {{budget/collected|account=115-03-01-001-001}}. En permisos, la segunda cuota de agosto confirmó la recaudación adelantada de marzo; en patentes, la fiscalización de la Oficina de Rentas permitió regularizar locales que funcionaban con autorización provisoria vencida.

El impuesto territorial aportó {{budget/collected|account=115-03-03}}. La cuota de noviembre fue inferior a la de septiembre, tal como ocurre todos los años, porque los predios agrícolas de mayor avalúo pagan en la primera mitad. La actualización de los roles rurales por parte del servicio de impuestos explica el aumento observado desde abril.

Las transferencias para gastos de capital ingresaron {{budget/collected|title=13}}. Las cuotas se recibieron contra avance de obra y las dos últimas del fondo regional de iniciativa local llegaron en noviembre y diciembre, por lo que su gasto se devengará en el año siguiente dentro de los proyectos de arrastre.

Por percibir quedaron {{budget/receivable|side=income}}, principalmente patentes del segundo semestre y derechos de aseo en cobro directo. La Tesorería notificó a los deudores en octubre y ofreció convenios de pago; la Asesoría Jurídica revisa los casos cuya prescripción se acerca para no perder la acción de cobro.`],
  ['expenditure', 'Gasto por clasificador', `
El gasto en personal devengó {{budget/accrued|title=21}}, con una ejecución de {{budget/execution-rate|title=21}}. La planta se mantuvo sin cambios, se proveyeron por concurso cuatro cargos profesionales y las horas extraordinarias se concentraron en las emergencias de junio y en el operativo de permisos de marzo.

En bienes y servicios de consumo se devengaron {{budget/accrued|title=22}}. La recolección y disposición de residuos explica la mayor parte, con {{budget/accrued|account=215-22-08-001}}, seguida por la electricidad, que llegó a {{budget/accrued|account=215-22-05-001}} pese al recambio de luminarias: el ahorro de consumo se compensó con el alza de la tarifa regulada.

Las transferencias corrientes sumaron {{budget/accrued|title=24}}. Dentro de ellas, el aporte a educación fue de {{budget/accrued|account=215-24-03-101-001}}, destinado a completar remuneraciones de asistentes y transporte escolar rural, y el aporte al Fondo Común por permisos de circulación fue de {{budget/accrued|account=215-24-03-090}}, que no es de disposición municipal.

La adquisición de activos no financieros devengó {{budget/accrued|title=29}}, con la compra de un vehículo de seguridad y equipos para la maquinaria de caminos. Dos procesos de equipos computacionales se postergaron al año siguiente, porque las ofertas recibidas superaron el precio de referencia del convenio marco.

Las iniciativas de inversión ejecutaron {{budget/accrued|title=31}}, equivalente a {{budget/execution-rate|title=31}} de lo vigente. El edificio consistorial y las luminarias de la primera etapa concentran el gasto del año; el saldo corresponde a contratos cuyo plazo termina en el primer semestre de 2026 y que fueron considerados en el presupuesto siguiente.`],
  ['areas', 'Gasto por área de gestión', `
La gestión interna representó {{budget/share|area=1}} del gasto devengado, proporción semejante a la informada a SINIM en los últimos años. Incluye las remuneraciones, el aporte al Fondo Común y los traspasos a educación y salud, por lo que no debe leerse como gasto administrativo puro.

Los servicios a la comunidad ocuparon {{budget/share|area=2}}, impulsados por aseo, alumbrado y caminos vecinales. Los programas sociales llegaron a {{budget/share|area=4}}, los recreacionales a {{budget/share|area=5}} y los culturales a {{budget/share|area=6}}, mientras que las actividades municipales se mantuvieron en {{budget/share|area=3}}. La distribución casi no cambia respecto de la informada para 2023, último año con datos publicados.`],
  ['programmes', 'Gasto por programa', `
El programa de caminos vecinales y maquinaria devengó {{budget/accrued|programme=204}}. El cambio de componentes de la motoniveladora obligó a arrendar equipos durante siete semanas; con esa medida se cumplió el calendario de conservación antes de las lluvias y se atendieron los accesos de Molco, Cuno y Nancahue.

La Oficina Local de la Niñez ejecutó {{budget/accrued|programme=404}} con convenio sectorial y completó su equipo en agosto. El Centro de la Mujer ejecutó {{budget/accrued|programme=403}}, sumó un segundo día de atención en Huiscapi y derivó con acompañamiento todos los casos de riesgo alto que recibió en el semestre.

El programa de desarrollo rural devengó {{budget/accrued|programme=406}} entre asesores e insumos. La demora en la segunda remesa del organismo sectorial se cubrió con caja municipal durante octubre, decisión que se informó en su momento a la comisión de finanzas y que se repuso en noviembre.`],
  ['objectives', 'Gasto por objetivo del plan', `
Ligado a objetivos del plan quedó todo el gasto de programas y proyectos. El objetivo de barrios limpios, iluminados y verdes recibió {{budget/accrued|objective=2.1}}, el de calles, veredas y caminos {{budget/accrued|objective=2.2}} y el de educación pública {{budget/accrued|objective=4.1}}, tres prioridades que el Concejo reiteró al aprobar el presupuesto.

En agua segura para las familias rurales el gasto municipal fue de {{budget/accrued|objective=1.1}}, casi todo en arriendo de camiones y compra de agua. Es un gasto que no resuelve el problema de fondo: la inversión en sistemas sanitarios depende de financiamiento regional y por eso la cartera de preinversión tiene prioridad en 2026.`],
  ['amendments', 'Modificaciones presupuestarias', `
Durante 2025 el Concejo aprobó {{budget/amendment-count}} modificaciones, que aumentaron el presupuesto en {{budget/amended|side=income}}. Cada una se presentó con sus antecedentes al menos cinco días hábiles antes de la sesión, mantuvo el equilibrio entre ingresos y gastos y fue sancionada por decreto en la misma semana del acuerdo.

Las de mayor monto reconocieron el saldo inicial de caja, los convenios de la calle techada y de la multicancha La Paz, y el mayor ingreso del Fondo Común en noviembre. La rebaja de octubre corrigió multas y permisos de edificación, cuya estimación inicial se había hecho con un año extraordinario como base.`],
  ['debt', 'Deuda', `
La deuda exigible al cierre fue de {{budget/payable|side=expenditure}} y pasa completa a deuda flotante del ejercicio 2026. Se compone de facturas de servicios básicos, de la última quincena de recolección de residuos, de estados de pago recibidos conforme después del 15 de diciembre y del aporte de permisos de ese mes al Fondo Común.

La deuda flotante del año anterior, de {{budget/accrued|account=215-34-07}}, quedó pagada en su totalidad antes de abril. No existen empréstitos ni operaciones de leasing vigentes, y los convenios de pago con la distribuidora eléctrica, que venían de 2021, terminaron con la cuota de julio.`],
  ['limits', 'Límites legales', `
El gasto en personal equivale a {{budget/limit-personnel}} del promedio de ingresos propios de los tres años anteriores; el cuadro que sigue lo compara con el máximo legal y dice con qué años se calculó. El margen depende de que la dotación a contrata no crezca más rápido que los ingresos propios, motivo por el cual toda nueva contratación requiere informe previo de disponibilidad.

La contrata representa {{budget/limit-contract-staff}} del gasto en planta y los honorarios a suma alzada {{budget/limit-fees}}. La primera razón excede la referencia legal y la Dirección de Control la observó; la administración presentó un calendario de concursos para traspasar funciones permanentes a la planta, conforme a la facultad que entrega la ley vigente.

Las subvenciones a organizaciones sin fines de lucro equivalen a {{budget/limit-grants}} del presupuesto, muy por debajo del tope de la ley orgánica. Bomberos y los aportes a educación y salud no se consideran en ese cálculo; todas las organizaciones beneficiadas rindieron cuenta de la subvención anterior antes de recibir la nueva.`],
  ['deviations', 'Desviaciones, causas y medidas', `
Inversión bajo lo programado. La causa fue la concentración de recepciones en el último trimestre y la reformulación del proyecto eléctrico del edificio consistorial; el efecto fue un saldo de {{budget/uncommitted|title=31}} sin comprometer. La medida acordada con la Dirección de Obras es un calendario mensual de estados de pago, revisado por la Administración Municipal.

Consumo eléctrico sobre lo previsto. La causa fue el alza de tarifas de julio y el efecto se absorbió con mayores ingresos de permisos de circulación. La medida es completar el recambio de luminarias en el Barrio Norte y revisar con la empresa las potencias contratadas de cada servicio antes de abril.

Menores multas del Juzgado de Policía Local. La causa fue la suspensión de controles por falta de equipos certificados y el efecto se corrigió con la modificación de octubre. La medida fue renovar la certificación y reanudar los controles en noviembre, con prioridad en zonas de escuelas.`],
  ['plan', 'Plan de desarrollo comunal', `
El plan tiene indicadores con meta anual y medición semestral; {{plan/coverage}} de ellos cuentan con valor aprobado al cierre. La cobertura sube respecto de junio porque salud y educación entregan sus datos solo en diciembre. Los que no tienen medición se informan aparte y no se cuentan como cero.

En agua rural se llegó a {{plan/indicator-value|indicator=I01}} familias conectadas, frente a una meta de {{plan/indicator-target|indicator=I01}}. En áreas verdes la superficie con mantenimiento fue de {{plan/indicator-value|indicator=I09}} metros cuadrados y en escuelas deportivas participaron {{plan/indicator-value|indicator=I26}} personas, ambas por sobre lo comprometido para el año.`],
  ['projects', 'Proyectos', `
Al cierre había {{projects/count|stage=execution}} iniciativas en ejecución. La primera etapa de luminarias y la sede social de Nancahue entraron en operación, y las veredas de Balmaceda, tramo 1, fueron recibidas provisoriamente en diciembre. La calle techada terminó el año con {{projects/physical-progress|project=calle-techada}} de avance físico, cerca de lo programado.

El contrato de la costanera del río Cruces quedó adjudicado y su ejecución comenzó en enero, por lo que no registra gasto en este período. El Concejo autorizó la contratación por exceder las quinientas unidades tributarias mensuales y pidió un informe mensual de avance, que la inspección técnica entrega desde el primer estado de pago.`],
])
